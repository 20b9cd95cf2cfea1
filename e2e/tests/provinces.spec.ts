import { join } from 'node:path';
import { type Applicant, applicantOf } from '../support/newcomer.ts';
import { confirmStep, People } from '../support/people.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { attest, begin, check, chooseRows, look, publicise, signOnPhone } from '../support/steps.ts';
import { expect, scriptsOf, test } from '../support/test.ts';

// Zhejiang 2022 and Tianjin on the same installation as Liaoning: from the application to a paid case in Zhejiang, to one
// ready for its committee in Tianjin. What differs stands in the plans; the pages are the same.

const SLIP = join(import.meta.dirname, '..', 'support', 'stamped-page.pdf');
let server: RunningServer;
let people: People;
let zhejiang: Applicant;
let tianjin: Applicant;
test.describe.configure({ mode: 'serial', timeout: 400_000 });
test.beforeAll(async ({ browser }) => {
  server = await startServer();
  people = new People(browser, server.url);
});
test.afterAll(async () => {
  await people?.close();
  await server?.stop();
});

test('浙江：选择、自评、提交，得到回执', async ({ browser }) => {
  zhejiang = await applicantOf(people, 'zhejiang');
  await attest(people, 'zj-unit', zhejiang.name);
  const page = await begin(people, zhejiang.login, /浙江/, '安全技术防范（工程设计）', '高级工程师');
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
  await signOnPhone(people, page);
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
  await publicise(people, 'zj-unit', 'zj-office', '2022-07-19');
  for (const login of ['zj-authority', 'zj-hr']) {
    const page = await people.as(login, '/authority/applications');
    await page.getByRole('button', { name: '同意推荐', exact: true }).click();
    await confirmStep(page, '同意推荐', '同意推荐');
    await expect(page.getByText('没有等待审核的申报')).toBeVisible();
  }
  const page = await check(people, 'zj-office');
  await look(page, 'zhejiang-03-checked');
});

test('浙江：按通知缴费，办公室确认到账，报送评审表后等待上会', async () => {
  const page = await people.as(zhejiang.login, '/applications');
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
  await expect(page.getByText('已上传凭证', { exact: false })).toBeVisible();

  const office = await people.as('zj-office', '/office/fees?state=slip');
  await expect(office.getByText(zhejiang.name).first()).toBeVisible();
  await look(office, 'zhejiang-05-fees');
  await office.getByRole('button', { name: '确认到账' }).click();
  await confirmStep(office, '确认到账', '确认到账');
  await expect(office.getByText('没有“已交凭证”的申报')).toBeVisible();
  await page.reload();
  await expect(page.getByText('已到账', { exact: false }).first()).toBeVisible();
});

test('天津：申报、单位公示、报送单位选择评委会、办公室审查后等待上会', async () => {
  await people.moveClockTo('2022-06-06', 'tj-office');
  tianjin = await applicantOf(people, 'tianjin');
  await attest(people, 'tj-unit', tianjin.name);
  const page = await begin(people, tianjin.login, /天津/, '人工智能', '高级工程师');
  await chooseRows(page);
  await page.locator('#pledged input').check();
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await look(page, 'tianjin-01-edit');
  await confirmStep(page, '第 1 次提交', '提交');
  await expect(page.getByRole('heading', { name: '提交回执' })).toBeVisible();
  await publicise(people, 'tj-unit', 'tj-office', '2022-06-14');
  const authority = await people.as('tj-authority', '/authority/applications');
  await authority.getByRole('button', { name: '同意推荐', exact: true }).click();
  const step = authority.getByRole('region', { name: '同意推荐' });
  await step.getByRole('radio').first().check();
  await look(authority, 'tianjin-02-authority');
  await confirmStep(authority, '同意推荐', '同意推荐');
  await expect(authority.getByText('没有等待审核的申报')).toBeVisible();
  await check(people, 'tj-office');
  const ready = await people.as('tj-office', '/office/applications?stage=ready');
  await expect(ready.getByText(tianjin.name).first()).toBeVisible();
});
