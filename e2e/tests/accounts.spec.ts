import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { PASSWORD, register } from '../support/newcomer.ts';
import { confirmStep } from '../support/people.ts';
import { expect, expectAccessible, expectFits, loginAs, PHONE, shot, test } from '../support/test.ts';

const LETTER = join(import.meta.dirname, '..', 'support', 'stamped-page.pdf');
const PERSON = { name: '余入职', idNumber: '210102199003072113', phone: '13900000002' };

test('from nothing: a unit is registered and approved, a person registers and joins it', async ({ page }) => {
  test.slow();
  await page.setViewportSize(PHONE);
  await register(page, { name: '何登记', idNumber: '440524188001010014', phone: '13900000001' });
  await expect(page.getByRole('heading', { name: '加入用人单位' })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await shot(page, 'account-unit-phone');
  await page.getByRole('link', { name: '登记用人单位' }).click();
  await expect(page.getByRole('heading', { name: '登记用人单位' })).toBeVisible();
  await page.getByLabel('单位全称').fill('沈阳测控技术有限公司');
  await page.getByLabel('统一社会信用代码', { exact: true }).fill('91350100M000100Y43');
  await page.getByLabel('所在地').fill('沈阳市');
  await page.getByLabel('联系人').fill('何登记');
  await page.getByLabel('联系电话').fill('024-12345678');
  await page.getByLabel('授权书').setInputFiles(LETTER);
  await expectAccessible(page);
  await expectFits(page);
  await shot(page, 'unit-registration-phone');
  await page.getByRole('button', { name: '提交登记申请' }).click();
  await expect(page.getByText('等待审核')).toBeVisible();
  const staff = await page.context().storageState();

  await page.setViewportSize({ width: 1280, height: 800 });
  await loginAs(page, /沈阳市人力资源和社会保障局/);
  await page.goto('/app/authority/units');
  await shot(page, 'unit-registrations');
  await expectAccessible(page);
  await confirmStep(page, '通过登记', '通过登记');
  await expect(page.getByText('没有登记申请')).toBeVisible();

  await page.setViewportSize(PHONE);
  await page.context().clearCookies();
  await register(page, PERSON);
  await page.getByLabel('单位名称或统一社会信用代码').fill('测控');
  await page.getByRole('button', { name: '查找单位' }).click();
  await page.getByRole('button', { name: /选择.*沈阳测控/ }).click();
  await page.getByLabel('岗位').fill('工程师');
  await page.getByRole('button', { name: '提出申请' }).click();
  await expect(page.getByText('请把身份证原件交单位经办人核对')).toBeVisible();
  await shot(page, 'account-unit-waiting-phone');
  const person = await page.context().storageState();

  await page.context().clearCookies();
  await page.context().addCookies(staff.cookies);
  await page.goto('/app/unit/staff');
  await expectFits(page);
  const joiner = page.getByRole('article', { name: '余入职' });
  await joiner.getByRole('button', { name: /显示余入职的身份证号码/ }).click();
  await expect(joiner.getByText('210102199003072113')).toBeVisible();
  await joiner.getByLabel(/已核对身份证件原件/).check();
  await shot(page, 'unit-staff-phone');
  await expectAccessible(page);
  await joiner.getByRole('button', { name: '同意加入' }).click();
  await expect(page.getByRole('region', { name: '本单位人员' }).getByText('余入职，工程师')).toBeVisible();
  await page.getByLabel('被邀请人姓名').fill('吴同事');
  await page.getByRole('button', { name: '生成邀请链接' }).click();
  await expect(page.getByTestId('invitation-link')).toContainText('/app/invitations/');
  await page.setViewportSize({ width: 1280, height: 800 });
  await shot(page, 'unit-staff');
  await page.goto('/app/unit/settings');
  await expect(page.getByRole('heading', { name: '沈阳测控技术有限公司' })).toBeVisible();
  await shot(page, 'unit-settings');

  await page.context().clearCookies();
  await page.context().addCookies(person.cookies);
  await page.goto('/app/account/unit');
  await expect(page.getByRole('heading', { name: '沈阳测控技术有限公司' })).toBeVisible();
  await shot(page, 'account-unit');

  await page.setViewportSize(PHONE);
  await page.goto('/app/account/privacy');
  await expect(page.getByText(/沈阳测控技术有限公司何登记 显示了您的证件号码/)).toBeVisible();
  await page.getByLabel('具体内容').fill('请说明我的材料由谁查看');
  await page.getByRole('button', { name: '提出请求' }).click();
  await expect(page.getByText(/已受理，编号 G/)).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await shot(page, 'account-privacy-phone');
});

test('the second factor is set up by scanning and asked for at the next sign-in', async ({ page }) => {
  await page.setViewportSize(PHONE);
  const signIn = async () => {
    await page.goto('/login');
    await page.getByLabel('用户名').fill(PERSON.phone);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: '登录', exact: true }).click();
  };
  await signIn();
  await page.waitForURL(/\/app\//);
  await page.goto('/app/account/security');
  const card = page.getByRole('region', { name: '两步验证' });
  await card.getByLabel('登录密码').fill(PASSWORD);
  await card.getByRole('button', { name: '设置两步验证' }).click();
  await expect(card.getByRole('img', { name: '身份验证器二维码' })).toBeVisible();
  const totp = new TOTP({ secret: Secret.fromBase32(await card.getByTestId('totp-secret').innerText()) });
  await expectFits(page);
  await shot(page, 'second-factor-phone');
  // The card is read again before the rest: the codes, which only this answer holds, are shown all the same.
  await page.route('**/api/me', async (route) => {
    await page.waitForTimeout(1500);
    await route.continue();
  });
  await card.getByLabel(/六位数字/).fill(totp.generate());
  await card.getByRole('button', { name: '开启两步验证' }).click();
  await expect(card.getByText(/只显示这一次/)).toBeVisible();
  await page.unrouteAll({ behavior: 'wait' });
  await expectAccessible(page);
  const recoveryCode = await card.getByRole('status').getByRole('listitem').first().innerText();
  await page.setViewportSize({ width: 1280, height: 800 });
  await shot(page, 'account-security');

  await page.context().clearCookies();
  await signIn();
  await page.getByLabel('验证码或恢复码').fill('000000');
  await page.getByRole('button', { name: '完成登录' }).click();
  await expect(page.getByText('验证码不正确')).toBeVisible();
  await shot(page, 'login-code');
  await expectAccessible(page);
  await page.getByLabel('验证码或恢复码').fill(recoveryCode);
  await page.getByRole('button', { name: '完成登录' }).click();
  await page.waitForURL(/\/app\//);
});
