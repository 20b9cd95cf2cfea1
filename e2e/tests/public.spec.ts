import { DESKTOP, expect, expectAccessible, expectFits, PHONE, shot, test } from '../support/test.ts';

test('the first page is Chinese, reachable by key and fits a phone', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await expectAccessible(page);
  await expectFits(page);
  await shot(page, 'home-phone');
  await page.setViewportSize(DESKTOP);
  await shot(page, 'home');
});

test('signing in says what is wrong, and an unknown address says so', async ({ page }) => {
  await page.goto('/login');
  await page.getByLabel('用户名').fill('没有这个人');
  await page.getByLabel('密码').fill('不对的密码');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('用户名或密码不正确');
  await expectAccessible(page);
  await shot(page, 'login');
  await page.setViewportSize(PHONE);
  await expectFits(page);
  await shot(page, 'login-phone');
  await page.goto('/no-such-page');
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible();
});

test('the large text mode makes everything larger and is remembered', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto('/login');
  await page.getByRole('button', { name: '大字版' }).click();
  await page.reload();
  expect(await page.evaluate('getComputedStyle(document.documentElement).fontSize')).toBe('20px');
  await expectFits(page);
});
