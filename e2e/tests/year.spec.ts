import { join } from 'node:path';
import { EXPERTS, expertName } from '@zhiping/server/start/demonstration/expert-logins';
import { type Applicant, applicantOf } from '../support/newcomer.ts';
import { confirmStep, People } from '../support/people.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { expect, expectAccessible, type Page, shot, test } from '../support/test.ts';

// One evaluation year through the pages, one person per role, from self-check to a verified certificate, on the packs
// LN-SEC and LN-2024. The stages and their order are those of the notice.

let server: RunningServer;
let people: People;
let applicant: Applicant;
test.describe.configure({ mode: 'serial', timeout: 400_000 });
test.beforeAll(async ({ browser }) => {
  server = await startServer();
  people = new People(browser, server.url);
});
test.afterAll(async () => {
  await people?.close();
  await server?.stop();
});

const STAMPED_PAGE = join(import.meta.dirname, '..', 'support', 'stamped-page.pdf');
let applicationNumber = '';
let certificateNumber = '';

async function look(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible();
  await shot(page, `year-${name}`);
  await expectAccessible(page);
}

test('自测：不登录，得到逐条结果', async () => {
  const page = await people.anybody('/self-check');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await look(page, '01-self-check');
});

test('单位逐项核验档案并作出证明', async () => {
  applicant = await applicantOf(people, 'liaoning');
  const page = await people.as('unit', '/unit/people');
  await expect(page.getByRole('heading', { name: '人员与档案核验' })).toBeVisible();
  await page.getByRole('button', { name: new RegExp(`^${applicant.name}`) }).click();
  await expect(page.getByRole('region', { name: '单位证明' })).toBeVisible();
  await look(page, '02-unit-rows');
  const verify = page.getByRole('button', { name: /^核验属实/ });
  while ((await verify.count()) > 0) {
    const before = await verify.count();
    await verify.first().click();
    await expect(verify).toHaveCount(before - 1);
  }
  const statements = page.getByRole('region', { name: '单位证明' });
  const groups = statements.getByRole('radiogroup');
  for (let index = 0; index < (await groups.count()); index += 1) {
    const yes = groups.nth(index).getByLabel('属实', { exact: true });
    await yes.click();
    await expect(yes).toBeChecked();
  }
});

test('申报人建立申报，选业绩和代表作，写述职，承诺，送单位审核', async () => {
  const page = await people.as(applicant.login, '/applications/new');
  await page.getByLabel('申报专业').selectOption({ label: '安防工程' });
  await page.getByLabel('申报层级').selectOption({ label: '高级工程师' });
  await look(page, '03-new');
  await page.getByRole('button', { name: '建立申报' }).click();
  await expect(page.getByRole('heading', { name: '业绩成果' })).toBeVisible();
  await page.getByLabel('专业方向').selectOption({ index: 1 });
  const rows = page.locator('#rows li').filter({ hasText: '已核验' }).getByRole('checkbox');
  await expect(rows.first()).toBeVisible();
  for (let index = 0; index < (await rows.count()); index += 1) await rows.nth(index).check();
  await page.getByRole('radio', { name: '作为代表作' }).first().check();
  await page.getByLabel('任现职以来的主要工作、能力和业绩').fill('任现职以来主持完成市级重点单位防范系统等项目。');
  for (const id of ['pledged', 'declassified', 'ownPart']) await page.locator(`#${id} input`).check();
  await expect(page.getByText(/^已保存/)).toBeVisible();
  await look(page, '04-edit');
  await confirmStep(page, '送单位审核', '送单位审核');
  await expect(page.getByText('由谁办理')).toBeVisible();
  await expect(page.getByText('用人单位正在逐项', { exact: false })).toBeVisible();
  applicationNumber = (/申报号 (\S+)/.exec(await page.getByRole('main').innerText()) ?? [])[1] ?? '';
  expect(applicationNumber).not.toBe('');
  await look(page, '05-case');
});

test('单位审核、考评', async () => {
  const page = await people.as('unit', '/unit/applications');
  await confirmStep(page, '单位审核通过', '审核通过');
  await expect(page.getByRole('heading', { name: '考评结果' })).toBeVisible();
  await page.getByLabel('审议通过的会议').fill('总经理办公会议');
  for (const [index, name] of ['赵一', '钱二', '孙三'].entries())
    await page.getByLabel(`成员 ${index + 1} 姓名`).fill(name);
  await page.getByLabel('业绩成果', { exact: true }).check();
  await page.getByLabel('联审').check();
  await page.getByLabel('职业操守和从业行为').fill('良好');
  await page.getByLabel('考评意见').fill('同意推荐');
  await page.getByLabel('推荐，进入单位公示').check();
  await look(page, '06-appraisal');
  await page.getByRole('button', { name: '登记考评结果' }).click();
  await expect(page.getByRole('link', { name: '办理公示' })).toBeVisible();
});

test('单位公示五个工作日，公开可见，期满推荐', async () => {
  const page = await people.as('unit', '/unit/publicity');
  await page.getByLabel('审议通过的会议').fill('总经理办公会议');
  await page.getByLabel('联系人').fill('孙人事');
  await page.getByLabel('联系电话').fill('024-00000000');
  await confirmStep(page, '开始公示', '开始公示');
  await expect(page.getByText('公示期内，任何人都可以提出异议。')).toBeVisible();
  await expect(page.getByText('2024年6月24日（周一）至2024年7月1日（周一）')).toBeVisible();
  await look(page, '07-publicity');
  const anybody = await people.anybody('/publicity');
  await expect(anybody.getByText('沈阳安盾科技有限公司').first()).toBeVisible();
  await look(anybody, '08-public-list');

  await people.moveClockTo('2024-07-02');
  const later = await people.as('unit', '/unit/publicity');
  await confirmStep(later, '推荐申报', '推荐申报');
  await expect(later.getByText('已推荐申报，等待申报人网上提交。')).toBeVisible();
});

test('申报人网上提交，得到回执', async () => {
  const page = await people.as(applicant.login, '/applications');
  await page.getByRole('link', { name: '安防工程 高级工程师' }).first().click();
  await page.getByRole('link', { name: '核对并提交' }).click();
  await confirmStep(page, '第 1 次提交', '提交');
  await expect(page.getByRole('heading', { name: '提交回执' })).toBeVisible();
  await look(page, '09-submitted');
});

test('评委会办公室逐项审核通过', async () => {
  const page = await people.as('office', '/office/applications');
  await page.getByRole('button', { name: '开始审核' }).click();
  await expect(page.getByRole('button', { name: /^其余 \d+ 项无问题$/ })).toBeEnabled();
  const judged = page.getByRole('region', { name: '由审核人判断的内容' });
  await judged.getByRole('radiogroup').first().getByRole('radio').first().check();
  await expect(page.getByText('按提交时的材料和审核人的判断计算', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await look(page, '10-check');
  await page.getByRole('button', { name: /^其余 \d+ 项无问题$/ }).click();
  await expect(page.getByText('各项都有审核意见。')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '审核通过' }).click();
  await confirmStep(page, '资格审查通过', '审核通过');
  await expect(page.getByText('没有等待办理的申报')).toBeVisible();
});

test('人社部门和行业协会审核推荐', async () => {
  const authority = await people.as('authority', '/authority/applications');
  await expect(authority.getByRole('button', { name: '同意推荐', exact: true })).toBeVisible();
  await look(authority, '11-authority');
  await authority.getByRole('button', { name: '同意推荐', exact: true }).click();
  await confirmStep(authority, '同意推荐', '同意推荐');
  await expect(authority.getByText('没有等待审核的申报')).toBeVisible();
  const association = await people.as('association', '/association/applications');
  await association.getByRole('button', { name: '同意', exact: true }).click();
  await confirmStep(association, '同意', '同意');
  await expect(association.getByText('没有等待审核的申报')).toBeVisible();
});

test('盖章页提交并通过，纸质材料收到', async () => {
  const page = await people.as(applicant.login, '/applications');
  await page.getByRole('link', { name: '安防工程 高级工程师' }).first().click();
  await page.getByLabel('盖章页扫描件').setInputFiles(STAMPED_PAGE);
  await confirmStep(page, '提交盖章页', '提交盖章页');
  // The words of the status line: the name alone stands in the timeline from the start.
  await expect(page.getByText('评委会办公室正在审核盖章页', { exact: false })).toBeVisible({ timeout: 60_000 });
  const office = await people.as('office', '/office/applications?stage=stamped-page-check');
  await look(office, '12-stamped-page');
  await office.getByRole('button', { name: '盖章页通过' }).click();
  await expect(office.getByText('没有等待办理的申报')).toBeVisible();
  const paper = await people.as('office', '/office/applications?stage=paper-delivery');
  await paper.getByRole('button', { name: '收到纸质材料' }).click();
  await paper.getByRole('button', { name: '登记收到' }).click();
  await expect(paper.getByText('没有等待办理的申报')).toBeVisible();
});

test('建立会议，编入申报，公开可重算地抽取专家', async () => {
  await people.moveClockTo('2024-09-02');
  const office = await people.as('office', '/office/meetings');
  await office.getByRole('button', { name: '建立会议' }).click();
  const form = office.getByRole('region', { name: '建立会议' });
  await form.getByLabel('会议名称').fill('2024年安防工程高级评审会');
  await form.getByLabel('评委会').click();
  await office.locator('.ant-select-item-option').first().click();
  await form.getByLabel('开会日期').fill('2024-09-10');
  await form.getByLabel('开会日期').press('Enter');
  await form.getByLabel('地点').fill('沈阳');
  await form.getByRole('button', { name: /^建立/ }).last().click();
  const waiting = office.getByRole('region', { name: '等待上会的申报' });
  await waiting.getByRole('checkbox').first().check();
  await waiting.getByRole('button', { name: /^编入会议/ }).click();
  await expect(office.getByRole('heading', { name: '上会申报 1 份' })).toBeVisible();
  await look(office, '13-meeting');

  await office.getByRole('link', { name: '进入抽取' }).click();
  const meetingId = /meetings\/([^/]+)\/draw/.exec(office.url())?.[1] ?? '';
  const announce = office.getByRole('region', { name: '宣布抽取' });
  await announce.getByLabel('公开随机值').click();
  await office.locator('.ant-select-item-option', { hasText: '不使用（封闭网络）' }).click();
  await confirmStep(office, '宣布后不能修改', '宣布抽取');
  const supervisor = await people.as('supervisor', `/supervisor/meetings/${meetingId}/draw`);
  await supervisor.getByRole('button', { name: '监督员承诺并锁定抽取' }).click();
  await office.getByRole('button', { name: '公布办公室秘密值' }).click();
  await supervisor.getByRole('button', { name: '完成抽取' }).click();
  await expect(supervisor.getByRole('list', { name: '入选专家' })).toBeVisible();
  await look(supervisor, '14-draw');

  // Anybody repeats the draw with the independent program.
  const address = await supervisor.getByRole('link', { name: '重算这次抽取' }).getAttribute('href');
  const verify = await people.anybody(address ?? '');
  await expect(verify.getByText('✓ 全部相符')).toBeVisible({ timeout: 60_000 });
  await look(verify, '15-verify-draw');
});

let expertLogin = '';

test('专家接受邀请，办公室冻结案卷、登记答辩到场', async () => {
  const office = await people.as('office', '/office/meetings');
  await office.getByRole('link', { name: /2024年安防工程高级评审会/ }).click();
  const row = office
    .getByRole('region', { name: '评审专家' })
    .getByRole('row', { name: /等待答复/ })
    .filter({ hasNotText: '主任' })
    .first();
  const name = (await row.getByRole('cell').nth(1).innerText()).trim();
  expertLogin = loginOf(name);
  const expert = await people.as(expertLogin, '/expert/invitations');
  await expert.getByRole('checkbox').check();
  await expert.getByRole('button', { name: '接受邀请' }).click();
  await expect(expert.getByText('已接受')).toBeVisible();
  await office.getByRole('button', { name: '代其余专家接受邀请' }).click();
  await expect(office.getByRole('button', { name: '冻结案卷，交专家评议' })).toBeEnabled();
  await office.getByRole('button', { name: '冻结案卷，交专家评议' }).click();
  await office.getByRole('button', { name: /^到场/ }).click();
});

test('专家看案卷，评分，答辩评分，写评议组意见', async () => {
  const office = await people.as('office', '/office/meetings');
  await office.getByRole('link', { name: /2024年安防工程高级评审会/ }).click();
  const expert = await people.as(expertLogin, '/expert/packets');
  await expert.getByRole('main').getByRole('link', { name: /案卷/ }).first().click();
  await expect(expert.getByRole('region', { name: '综合情况' })).toBeVisible();
  await expect(expert.getByText(applicant.name)).toHaveCount(0);
  await look(expert, '16-packet');
  await expert.getByRole('tab', { name: '评分' }).click();
  await fillScores(expert, '评分');
  await expert.getByRole('tab', { name: '答辩' }).click();
  await fillScores(expert, '答辩评分');
  await expert.getByRole('tab', { name: '评议组意见' }).click();
  await expert.getByLabel('意见', { exact: true }).fill('业绩真实，具有高级工程师的能力，建议通过。');
  await expert.getByRole('button', { name: '起草并签名' }).click();
  await expect(expert.getByText('现有 1 人签名。')).toBeVisible();
  for (const step of ['代其余专家评分', '代其余专家签署评议组意见']) {
    await office.getByRole('button', { name: step }).click();
    await expect(office.getByText(/^已代办 \d+ 项。$/)).toBeVisible({ timeout: 60_000 });
  }
  await office.reload();
  await look(office, '17-scores');
});

test('签到、无记名投票、合并密钥开票', async () => {
  const chair = await people.as('chair', '/chair/meetings');
  await chair.getByRole('link', { name: /2024年安防工程高级评审会/ }).click();
  await confirmStep(chair, '建立表决，开始签到', '建立表决');
  await chair.waitForURL(/\/chair\/rounds\//);
  const roundId = /rounds\/([^/?]+)/.exec(chair.url())?.[1] ?? '';
  await chair.getByRole('button', { name: '生成本人密钥' }).click();
  await chair.getByRole('button', { name: '已抄写，交存公钥' }).click();
  const supervisor = await people.as('supervisor', `/supervisor/rounds/${roundId}`);
  await supervisor.getByRole('button', { name: '生成本人密钥' }).click();
  await supervisor.getByRole('button', { name: '已抄写，交存公钥' }).click();
  await chair.getByRole('button', { name: '主任委员签到' }).click();
  const expert = await people.as(expertLogin, `/expert/rounds/${roundId}`);
  await expert.getByRole('button', { name: '本人签到' }).click();
  await expect(expert.getByText('您已签到')).toBeVisible();
  const office = await people.as('office', '/office/meetings');
  await office.getByRole('link', { name: /2024年安防工程高级评审会/ }).click();
  await office.getByRole('button', { name: '代其余专家签到' }).click();
  await expect(office.getByText(/^已代办 \d+ 项。$/)).toBeVisible({ timeout: 60_000 });
  await expect(chair.getByText('已达到法定人数')).toBeVisible();
  await look(chair, '18-check-in');
  await chair.getByRole('button', { name: '结束签到，开始投票' }).click();
  await expert.getByRole('radio', { name: '同意', exact: true }).check();
  await expert.getByRole('button', { name: '密封并投票' }).click();
  await expect(expert.getByText('已投票。')).toBeVisible();
  await look(expert, '19-vote');
  await office.getByRole('button', { name: '代其余专家投同意票' }).click();
  await expect(office.getByText(/^已代办 \d+ 项。$/)).toBeVisible({ timeout: 60_000 });
  await chair.getByRole('button', { name: '截止投票' }).click();
  await supervisor.getByRole('button', { name: '合并密钥，开票' }).click();
  await expect(supervisor.getByText('✓ 通过')).toBeVisible();
  await look(supervisor, '20-counted');
});

test('结果公示五个工作日，期满报送，确认并颁发证书', async () => {
  const office = await people.as('office', '/office/results');
  await office.getByRole('link', { name: /2024年安防工程高级评审会/ }).click();
  await office.getByLabel('联系人').fill('李办公');
  await office.getByLabel('联系电话').fill('024-11111111');
  await confirmStep(office, '公示评审结果', '公示');
  await expect(office.getByText('评审结果正在公示。')).toBeVisible();
  await look(office, '21-result');
  const anybody = await people.anybody('/publicity');
  await anybody.getByRole('link', { name: /评审/ }).first().click();
  await expect(anybody.getByText(applicant.name).first()).toBeVisible();
  await look(anybody, '22-public-result');

  await people.moveClockTo('2024-09-20');
  const confirmer = await people.as('confirmer', '/confirmations');
  await confirmer.getByRole('checkbox', { name: `选择${applicant.name}` }).check();
  await confirmer.getByLabel('批准文号').fill('辽人社职〔2024〕演示1号');
  await look(confirmer, '23-confirm');
  await confirmStep(confirmer, '确认并颁发证书', /^确认 1 人$/);
  await expect(confirmer.getByRole('heading', { name: '已确认 1 人' })).toBeVisible();
  certificateNumber = (await confirmer.getByRole('status').locator('li').first().innerText()).trim();
});

test('申报人取得证书，任何人可以验证', async () => {
  const page = await people.as(applicant.login, '/certificates');
  await expect(page.getByText(certificateNumber).first()).toBeVisible();
  await look(page, '24-certificate');
  const pdf = await page.request.get(
    (await page.getByRole('link', { name: '下载电子证书（PDF）' }).first().getAttribute('href')) ?? '',
  );
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

  const anybody = await people.anybody('/verify-certificate');
  await anybody.getByLabel('证书编号').fill(certificateNumber);
  await anybody.getByLabel('持证人姓名').fill(applicant.name);
  await anybody.getByRole('button', { name: /查询|验证/ }).click();
  await expect(anybody.getByRole('heading', { name: '证书有效' })).toBeVisible();
  await look(anybody, '25-verified');
  await anybody.getByLabel('持证人姓名').fill('王安方');
  await anybody.getByRole('button', { name: /查询|验证/ }).click();
  await expect(anybody.getByRole('heading', { name: '没有查到相符的证书' })).toBeVisible();

  const supervisor = await people.as('supervisor', '/supervisor');
  await look(supervisor, '26-supervision');
  const own = await people.as(applicant.login, '/applications');
  await own.getByRole('link', { name: '安防工程 高级工程师' }).first().click();
  await look(own, '27-certified');
});

/** The demonstration's experts sign in as expert1, expert2 … in the order of their names. */
function loginOf(name: string): string {
  for (let number = 1; number <= EXPERTS; number += 1) if (expertName(number) === name) return `expert${number}`;
  throw new Error(`没有名为 ${name} 的演示专家`);
}

async function fillScores(page: Page, sheet: string): Promise<void> {
  const region = page.getByRole('region', { name: sheet, exact: true });
  const fields = region.getByRole('spinbutton');
  await expect(fields.first()).toBeVisible();
  for (let index = 0; index < (await fields.count()); index += 1) {
    await fields.nth(index).fill('18');
    await fields.nth(index).press('Tab');
  }
  await region.getByRole('button', { name: '提交评分' }).click();
  await expect(page.getByRole('button', { name: '修改评分' })).toBeVisible();
}
