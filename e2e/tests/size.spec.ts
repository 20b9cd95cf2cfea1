import { gzipSync } from 'node:zlib';
import { expect, test } from '../support/test.ts';

/** What the browser loads first, in kB (1,000 bytes) of gzip, measured as it arrives. */
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
  test(`the first load of ${path} stays within 130 kB of JavaScript`, async ({ page }) => {
    const sizes: number[] = [];
    page.on('response', async (response) => {
      if (response.request().resourceType() !== 'script') return;
      expect(response.headers()['content-encoding'], response.url()).toMatch(/br|gzip/);
      sizes.push(gzipSync(await response.body()).length);
    });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(sizes.length).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(130_000);
  });
}

test('no script of the page comes from elsewhere or inline', async ({ page, url }) => {
  const answer = await page.goto('/');
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'");
  const sources = await page.evaluate<string[]>('[...document.scripts].map((script) => script.src)');
  for (const source of sources) expect(source.startsWith(url)).toBe(true);
});
