import { DESKTOP, expect, expectAccessible, expectFits, PHONE, shot, test } from '../support/test.ts';

test('an unknown certificate and a forged code are told as such, on a phone too', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto('/verify-certificate');
  await page.getByLabel('证书编号').fill('2100002024082-AAAAAAAAAAAAAAAA-11');
  await page.getByLabel('持证人姓名').fill('王安防');
  await page.getByRole('button', { name: '验证' }).click();
  await expect(page.getByRole('heading', { name: '没有查到相符的证书' })).toBeVisible();
  await expect(page.getByText('可能系伪造')).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await shot(page, 'verify-certificate-phone');

  // A code that this platform did not sign: nothing about it is sent to the server.
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/verify-certificate#AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA');
  await page.reload();
  await expect(page.getByRole('heading', { name: '二维码的签名不符' })).toBeVisible();
  expect(asked.filter((url) => url.includes('/api/certificates/verify'))).toEqual([]);
  await expectAccessible(page);
});

test('the page of publicities says what will be here and answers receipt numbers', async ({ page }) => {
  await page.setViewportSize(DESKTOP);
  await page.goto('/publicity');
  await expect(page.getByRole('heading', { level: 1, name: '公示' })).toBeVisible();
  await page.getByLabel('回执号').fill('YY-0000-0000-0000');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByRole('alert')).toContainText('没有找到');
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectFits(page);
  await page.goto('/publicity/no-such-publicity');
  await expect(page.getByText('这份公示已经撤下')).toBeVisible();
});
