import { confirmStep, type People } from './people.ts';
import { expect, expectAccessible, type Page, PHONE, shot } from './test.ts';

// What every province's story is made of: the pages are the same, what differs stands in the plans.

export async function look(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible();
  await shot(page, name);
  await expectAccessible(page);
}

/** The applicant chooses plan, specialty, level and route; the form opens. */
export async function begin(
  people: People,
  login: string,
  plan: RegExp,
  specialty: string,
  level: string,
): Promise<Page> {
  const page = await people.as(login, '/applications/new');
  const choice = page.getByLabel('评审计划');
  const offered = choice.locator('option').filter({ hasText: plan });
  await expect(offered).toHaveCount(1);
  await choice.selectOption(await offered.getAttribute('value'));
  await page.getByLabel('申报专业').selectOption({ label: specialty });
  await page.getByLabel('申报层级').selectOption({ label: level });
  await expect(page.getByText('由本评委会受理', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: '建立申报' }).click();
  await expect(page.getByRole('heading', { name: '业绩成果' })).toBeVisible();
  return page;
}

/** All verified achievements, the first as representative work, and the report. */
export async function chooseRows(page: Page): Promise<void> {
  const rows = page.locator('#rows li').filter({ hasText: '已核验' }).getByRole('checkbox');
  await expect(rows.first()).toBeVisible();
  for (let index = 0; index < (await rows.count()); index += 1) await rows.nth(index).check();
  const representative = page.getByRole('radio', { name: '作为代表作' });
  if ((await representative.count()) > 0) await representative.first().check();
  await page.getByLabel('任现职以来的主要工作、能力和业绩').fill('任现职以来主持项目的设计、研发和验收，指导工程师。');
}

/** The pledge by hand on the phone, by the link of the code shown; the form notices it by itself. */
export async function signOnPhone(people: People, page: Page): Promise<void> {
  await page.getByRole('button', { name: '用手机签名' }).click();
  const link = await page.getByRole('link', { name: '在本机打开签名页' }).getAttribute('href');
  const phone = await people.anybody(new URL(link ?? '').pathname + new URL(link ?? '').hash, PHONE);
  const box = await phone.locator('canvas').boundingBox();
  if (!box) throw new Error('no place to sign');
  await phone.mouse.move(box.x + 30, box.y + 40);
  await phone.mouse.down();
  for (const [x, y] of [
    [80, 90],
    [120, 40],
    [180, 100],
  ] as const)
    await phone.mouse.move(box.x + x, box.y + y, { steps: 5 });
  await phone.mouse.up();
  await look(phone, 'zhejiang-00-signature');
  await phone.getByRole('button', { name: '确认签名' }).click();
  await expect(phone.getByRole('heading', { name: '已签名' })).toBeVisible();
  await expect(page.getByAltText('承诺的签名')).toBeVisible();
}

/** The unit signs what it knows of the person, one by one. */
export async function attest(people: People, login: string, name: string): Promise<void> {
  const page = await people.as(login, '/unit/people');
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  const groups = page.getByRole('region', { name: '单位证明' }).getByRole('radiogroup');
  await expect(groups.first()).toBeVisible();
  for (let index = 0; index < (await groups.count()); index += 1) {
    const yes = groups.nth(index).getByLabel('属实', { exact: true });
    await yes.click();
    await expect(yes).toBeChecked();
  }
}

/** The unit passes the application and publicises it; `until` is the day after the last one. */
export async function publicise(people: People, login: string, office: string, until: string): Promise<Page> {
  const page = await people.as(login, '/unit/applications');
  await confirmStep(page, '单位审核通过', '审核通过');
  await expect(page.getByRole('link', { name: '办理公示' })).toBeVisible();
  const posted = await people.as(login, '/unit/publicity');
  await posted.getByLabel('审议通过的会议').fill('总经理办公会议');
  await posted.getByLabel('联系人').fill('人事部');
  await posted.getByLabel('联系电话').fill('0571-00000000');
  await confirmStep(posted, '开始公示', '开始公示');
  await expect(posted.getByText('公示期内，任何人都可以提出异议。')).toBeVisible();
  await people.moveClockTo(until, office);
  const later = await people.as(login, '/unit/publicity');
  await confirmStep(later, '推荐申报', '推荐申报');
  await expect(later.getByText('没有需要公示的申报')).toBeVisible();
  return later;
}

/** The office opens the check, finds nothing wrong and passes the application on. */
export async function check(people: People, login: string): Promise<Page> {
  const page = await people.as(login, '/office/applications');
  await page.getByRole('button', { name: '开始审核' }).click();
  await page.getByRole('button', { name: /^其余 \d+ 项无问题$/ }).click();
  await expect(page.getByText('各项都有审核意见。')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '审核通过' }).click();
  await confirmStep(page, '资格审查通过', '审核通过');
  await expect(page.getByText('没有等待办理的申报')).toBeVisible();
  return page;
}
