import { expect, loginAs, scriptsOf, test } from '../support/test.ts';

/** What the browser loads first, in kB (1,000 bytes) of gzip. */
for (const path of [
  '/',
  '/login',
  '/self-check',
  '/self-check?standard=ln-sec-2024',
  '/policies',
  '/policies/ln-sec-2024',
  '/policy-search?q=论文',
  '/policy-compare',
  '/publicity',
  '/verify-certificate',
]) {
  test(`the first load of ${path} stays within 130 kB of JavaScript`, async ({ browser, page, url }) => {
    expect(await scriptsOf(browser, page, url + path)).toBeLessThanOrEqual(130);
  });
}

// The application form is measured where one is filled in, in the story of Zhejiang.
for (const [login, path] of [
  [/申报人（民营企业/, '/app/'],
  [/申报人（民营企业/, '/app/archive'],
  [/用人单位人事（沈阳安盾/, '/app/'],
] as const) {
  test(`the first load of ${path} for ${login.source} stays within 250 kB of JavaScript`, async ({
    browser,
    page,
    url,
  }) => {
    await loginAs(page, login);
    expect(await scriptsOf(browser, page, url + path)).toBeLessThanOrEqual(250);
  });
}

test('no script of the page comes from elsewhere or inline', async ({ page, url }) => {
  const answer = await page.goto('/');
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'");
  const sources = await page.evaluate<string[]>('[...document.scripts].map((script) => script.src)');
  for (const source of sources) expect(source.startsWith(url)).toBe(true);
});
