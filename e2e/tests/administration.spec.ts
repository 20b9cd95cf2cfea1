import { expect, expectAccessible, loginAs, shot, test } from '../support/test.ts';

test('an account is registered, used, and its password reset by another administrator; the record tells', async ({
  page,
}) => {
  test.slow();
  await loginAs(page, /系统管理员/);
  await page.goto('/app/administration/accounts');
  await page.getByRole('button', { name: '登记账户' }).click();
  const form = page.getByRole('dialog', { name: '登记账户' });
  await form.getByLabel('姓名').fill('马新来');
  await form.getByLabel('用户名').fill('ma.xinlai');
  await form.getByLabel(/身份证号码/).fill('110105194912310021');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(form.getByText('身份证号码不正确')).toBeVisible();
  await form.getByLabel(/身份证号码/).fill('11010519491231002X');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(form.getByText('只显示这一次')).toBeVisible();
  await shot(page, 'account-registered');
  await expectAccessible(page);
  const first = await form.getByRole('status').locator('strong').innerText();
  await form.getByRole('button', { name: '完成' }).click();

  await page.context().clearCookies();
  await page.goto('/login');
  await page.getByLabel('用户名').fill('ma.xinlai');
  await page.getByLabel('密码', { exact: true }).fill(first);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel(/我已阅读并同意/).check();
  await page.getByLabel(/我单独同意/).check();
  await page.getByRole('button', { name: '同意并继续' }).click();
  await expect(page.getByRole('heading', { name: '马新来，您好' })).toBeVisible();

  await page.context().clearCookies();
  await loginAs(page, /安全管理员/);
  await page.goto('/app/security/accounts?search=ma.xinlai');
  await page.getByRole('button', { name: /重置密码.*马新来/ }).click();
  const reset = page.getByRole('dialog', { name: '重置马新来的密码' });
  await reset.getByRole('button', { name: '重置', exact: true }).click();
  await expect(reset.getByText('只显示这一次')).toBeVisible();

  await page.context().clearCookies();
  await loginAs(page, /审计管理员/);
  await page.goto('/app/audit/record');
  await expect(page.getByRole('cell', { name: '重置密码并结束其全部会话' })).toBeVisible();
  await page.getByRole('button', { name: '重新计算全部记录' }).click();
  await expect(page.getByText(/全部相符，数据检查没有问题/)).toBeVisible();
  await shot(page, 'record-verified');
  await expectAccessible(page);
});
