import { expect, expectAccessible, expectFits, loginAs, PHONE, shot, test } from '../support/test.ts';

/** One login per role; each sees the pages of its own navigation. */
const ROLES = [
  '申报人（民营企业',
  '用人单位人事（沈阳安盾',
  '人力资源和社会保障局',
  '行业协会',
  '评委会办公室',
  '主任委员',
  '监督人员',
  '结果确认',
  '褚政策',
  '系统管理员',
  '安全管理员',
  '审计管理员',
];
/** Applicants and units work on phones; staff pages are made for a desk. */
const ON_PHONES = /^(申报人|用人单位)/;

/** Pages everybody has are looked at once, with the first role: they are the same for all. */
const seen = new Set<string>();

for (const role of ROLES) {
  test(`every page of the navigation: ${role}`, async ({ page }) => {
    test.slow();
    await loginAs(page, new RegExp(role));
    const links = page.getByRole('navigation', { name: '主导航' }).getByRole('link');
    await expect(links.first()).toBeVisible();
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const address of new Set(addresses)) {
      if (seen.has(address)) continue;
      seen.add(address);
      await page.goto(address);
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      await expect(page.getByText(/正在读取/)).toHaveCount(0);
      await expectAccessible(page);
      await shot(page, `page-${role}-${address.replaceAll('/', '_')}`);
      if (ON_PHONES.test(role)) {
        await page.setViewportSize(PHONE);
        await expectFits(page);
        await shot(page, `page-${role}-${address.replaceAll('/', '_')}-phone`);
        await page.setViewportSize({ width: 1280, height: 800 });
      }
    }
  });
}

test('every public page of the bar', async ({ page }) => {
  test.slow();
  await page.goto('/');
  const links = page.getByRole('navigation', { name: '主导航' }).getByRole('link');
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await expect(page.getByText(/正在读取/)).toHaveCount(0);
    await expectAccessible(page);
    await page.setViewportSize(PHONE);
    await expectFits(page);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});
