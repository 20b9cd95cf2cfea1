import { expect, loginAs, test } from '../support/test.ts';

const REPORT = '重点单位视频监控存储可靠性研究报告';
const TEXT = '断网时写下的专家姓名';

test('what was typed without a connection survives a reload and is saved by itself', async ({ page }) => {
  await loginAs(page, /申报人（民营企业/);
  await page.goto('/app/archive');
  await page.getByRole('link', { name: REPORT }).click();
  const part = page.getByLabel('第二位评议专家');
  await expect(part).toBeVisible();
  await page.route('**/api/archive/rows/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort() : route.continue(),
  );
  await part.fill(TEXT);
  await expect(page.getByText(/没有保存：连接不上服务器/)).toBeVisible();
  await page.reload();
  await expect(part).toHaveValue(TEXT);
  await page.unroute('**/api/archive/rows/*');
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await page.evaluate('sessionStorage.clear()');
  await page.reload();
  await expect(part).toHaveValue(TEXT);
});

test('what was written in a form that is sent as a whole survives a reload, and goes once it was accepted', async ({
  page,
}) => {
  await loginAs(page, /申报人（民营企业/);
  await page.goto('/app/account/privacy');
  const request = page.getByLabel('具体内容');
  await request.fill('请说明我的材料由谁查看');
  await page.reload();
  await expect(request).toHaveValue('请说明我的材料由谁查看');
  await page.getByRole('button', { name: '提出请求' }).click();
  await expect(page.getByText(/已受理，编号 G/)).toBeVisible();
  await expect(request).toHaveValue('');
  await page.reload();
  await expect(request).toHaveValue('');
});

test('signing out takes along what this tab kept', async ({ page }) => {
  await loginAs(page, /申报人（民营企业/);
  await page.evaluate('sessionStorage.setItem("zp-unsaved-x", "1")');
  await page.getByRole('button', { name: '退出' }).click();
  await page.waitForURL('/');
  expect(await page.evaluate('sessionStorage.getItem("zp-unsaved-x")')).toBeNull();
});
