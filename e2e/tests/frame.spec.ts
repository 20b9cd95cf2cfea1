import { DESKTOP, expect, expectAccessible, expectFits, loginAs, PHONE, shot, test } from '../support/test.ts';
import { type RunningServer, startServer } from '../support/server.ts';

// Moves the clock, so it has a server of its own.
let server: RunningServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

test('the office sees its pages, moves the clock, and leaves', async ({ page }) => {
  await loginAs(page, /评委会办公室/, server.url);
  const clock = page.getByRole('region', { name: '演示时间' });
  await expect(clock).toContainText('2024年6月24日（周一）09:0');
  await expectAccessible(page);
  await shot(page, 'app-office');
  await clock.getByRole('button', { name: '前进 1 天' }).click();
  await expect(clock).toContainText('2024年6月25日（周二）');
  await clock.getByLabel('前进到').fill('2024-07-01');
  await clock.getByRole('button', { name: '前进到这一天 9:00' }).click();
  await expect(clock).toContainText('2024年7月1日（周一）09:0');

  const navigation = page.getByRole('navigation', { name: '主导航' });
  await navigation.getByRole('link', { name: '专家库' }).click();
  await expect(navigation.locator('[aria-current="page"]')).toHaveText('专家库');

  await page.setViewportSize(PHONE);
  await page.getByRole('button', { name: '菜单' }).click();
  await expect(navigation.getByRole('link', { name: '首页' })).toBeVisible();
  await expectFits(page);
  await shot(page, 'app-office-phone');
  await page.setViewportSize(DESKTOP);

  await page.getByRole('button', { name: '退出', exact: true }).click();
  await page.waitForURL(`${server.url}/`);
  await page.goto(`${server.url}/app/`);
  await expect(page).toHaveURL(/\/login\?to=%2Fapp%2F$/);
});

test('others see the clock and cannot move it; unknown addresses say so', async ({ page }) => {
  await loginAs(page, /^申报人（民营企业/, server.url);
  const clock = page.getByRole('region', { name: '演示时间' });
  await expect(clock).toContainText('业务时间');
  await expect(clock.getByRole('button')).toHaveCount(0);
  await page.goto(`${server.url}/app/no-such-page`);
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible();
  await expectAccessible(page);
});
