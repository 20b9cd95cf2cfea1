import { join } from 'node:path';
import { confirmStep, People } from '../support/people.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { expect, expectAccessible, type Page, PHONE, scriptsOf, shot, test } from '../support/test.ts';

// Zhejiang 2022 and Tianjin on the same installation as Liaoning: from the application to a paid case in Zhejiang, to one
// ready for its committee in Tianjin. What differs stands in the plans; the pages are the same.

const SLIP = join(import.meta.dirname, '..', 'support', 'stamped-page.pdf');
let server: RunningServer;
let people: People;
test.describe.configure({ mode: 'serial', timeout: 120_000 });
test.beforeAll(async ({ browser }) => {
  server = await startServer();
  people = new People(browser, server.url);
});
test.afterAll(async () => {
  await people?.close();
  await server?.stop();
});

async function look(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible();
  await shot(page, name);
  await expectAccessible(page);
}

/** The applicant chooses plan, specialty, level and route; the form opens. */
async function begin(login: string, plan: RegExp, specialty: string, level: string): Promise<Page> {
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
async function chooseRows(page: Page): Promise<void> {
  const rows = page.locator('#rows li').filter({ hasText: '已核验' }).getByRole('checkbox');
  await expect(rows.first()).toBeVisible();
  for (let index = 0; index < (await rows.count()); index += 1) await rows.nth(index).check();
  const representative = page.getByRole('radio', { name: '作为代表作' });
  if ((await representative.count()) > 0) await representative.first().check();
  await page.getByLabel('任现职以来的主要工作、能力和业绩').fill('任现职以来主持项目的设计、研发和验收，指导工程师。');
}

/** The pledge by hand on the phone, by the link of the code shown; the form notices it by itself. */
async function signOnPhone(page: Page): Promise<void> {
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
async function attest(login: string, name: string): Promise<void> {
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
async function publicise(login: string, office: string, until: string): Promise<Page> {
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
async function check(login: string): Promise<Page> {
  const page = await people.as(login, '/office/applications');
  await page.getByRole('button', { name: '开始审核' }).click();
  await page.getByRole('button', { name: /^其余 \d+ 项无问题$/ }).click();
  await expect(page.getByText('各项都有审核意见。')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '审核通过' }).click();
  await confirmStep(page, '资格审查通过', '审核通过');
  await expect(page.getByText('没有等待办理的申报')).toBeVisible();
  return page;
}

test('浙江：选择、自评、提交，得到回执', async ({ browser }) => {
  await attest('zj-unit', '程护安');
  const page = await begin('zj-applicant', /浙江/, '安全技术防范（工程设计）', '高级工程师');
  expect(await scriptsOf(browser, page, page.url()), '申报表的脚本（kB）').toBeLessThanOrEqual(380);
  await chooseRows(page);
  await page.getByLabel('任现职以来从事专业技术工作的总结').fill('任现职以来从事安全防范工程设计工作的总结。');
  const [basis, place] = [page.getByLabel('评分依据'), page.getByLabel('佐证材料的位置')];
  for (let index = 0; index < (await basis.count()); index += 1) {
    await basis.nth(index).fill('学历证书、项目合同和验收材料');
    await place.nth(index).fill('业绩档案对应条目');
  }
  await page.getByLabel('数量（年）').fill('2');
  for (const [most, points] of [
    ['30', '25'],
    ['60', '50'],
    ['10', '6'],
  ] as const)
    await page.getByLabel(`自评分（最高 ${most} 分）`).fill(points);
  await expect(page.getByText('自评合计 81 分')).toBeVisible();
  await signOnPhone(page);
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await expect(page.getByText('现在还不能提交')).toBeVisible();
  await look(page, 'zhejiang-01-edit');

  await people.moveClockTo('2022-07-11', 'zj-office');
  await page.reload();
  await confirmStep(page, '第 1 次提交', '提交');
  await expect(page.getByRole('heading', { name: '提交回执' })).toBeVisible();
  await look(page, 'zhejiang-02-submitted');
});

test('浙江：单位审核公示，经信会同人社审核，办公室审查', async () => {
  await publicise('zj-unit', 'zj-office', '2022-07-19');
  for (const login of ['zj-authority', 'zj-hr']) {
    const page = await people.as(login, '/authority/applications');
    await page.getByRole('button', { name: '同意推荐', exact: true }).click();
    await confirmStep(page, '同意推荐', '同意推荐');
    await expect(page.getByText('没有等待审核的申报')).toBeVisible();
  }
  const page = await check('zj-office');
  await look(page, 'zhejiang-03-checked');
});

test('浙江：按通知缴费，办公室确认到账，报送评审表后等待上会', async () => {
  const page = await people.as('zj-applicant', '/applications');
  await page
    .getByRole('link', { name: /安全技术防范/ })
    .first()
    .click();
  await expect(page.getByText('由谁办理')).toBeVisible();
  await page.goto(`${page.url()}/fee`);
  await expect(page.getByText('280.00 元').first()).toBeVisible();
  await look(page, 'zhejiang-04-fee');
  await page.getByLabel('转账凭证').setInputFiles(SLIP);
  await page.getByRole('button', { name: '上传凭证' }).click();
  await expect(page.getByText('已上传凭证', { exact: false })).toBeVisible({ timeout: 20_000 });

  const office = await people.as('zj-office', '/office/fees?state=slip');
  await expect(office.getByText('程护安').first()).toBeVisible();
  await look(office, 'zhejiang-05-fees');
  await office.getByRole('button', { name: '确认到账' }).click();
  await confirmStep(office, '确认到账', '确认到账');
  await expect(office.getByText('没有“已交凭证”的申报')).toBeVisible();
  await page.reload();
  await expect(page.getByText('已到账', { exact: false }).first()).toBeVisible();
});

test('天津：申报、单位公示、报送单位选择评委会、办公室审查后等待上会', async () => {
  await people.moveClockTo('2022-06-06', 'tj-office');
  await attest('tj-unit', '袁智能');
  const page = await begin('tj-applicant', /天津/, '人工智能', '高级工程师');
  await chooseRows(page);
  await page.locator('#pledged input').check();
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await look(page, 'tianjin-01-edit');
  await confirmStep(page, '第 1 次提交', '提交');
  await expect(page.getByRole('heading', { name: '提交回执' })).toBeVisible();
  await publicise('tj-unit', 'tj-office', '2022-06-14');
  const authority = await people.as('tj-authority', '/authority/applications');
  await authority.getByRole('button', { name: '同意推荐', exact: true }).click();
  const step = authority.getByRole('region', { name: '同意推荐' });
  await step.getByRole('radio').first().check();
  await look(authority, 'tianjin-02-authority');
  await confirmStep(authority, '同意推荐', '同意推荐');
  await expect(authority.getByText('没有等待审核的申报')).toBeVisible();
  await check('tj-office');
  const ready = await people.as('tj-office', '/office/applications?stage=ready');
  await expect(ready.getByText('袁智能').first()).toBeVisible();
});
