import { type BrowserContext, expect, type Page } from '@playwright/test';
import { arrangeApplication } from '@zhiping/server/modules/application/testing/arrange';
import { arrangeSubmission } from '@zhiping/server/modules/application/testing/arrange-submission';
import { EXPERTS, expertName } from '@zhiping/server/start/demonstration/expert-logins';
import { DEMONSTRATION_PASSWORD } from '@zhiping/server/start/demonstration/logins';
import { DEMONSTRATION } from '@zhiping/server/start/demonstration/organisations';
import { type ArrangedServer, startArranged } from '../support/arranged.ts';
import { expectAccessible, expectFits, PHONE, test } from '../support/test.ts';

/** The branches of a meeting through its pages: one declines, one recuses, and the vote fails for one of two. */
test.describe.configure({ mode: 'serial', timeout: 300_000 });
let server: ArrangedServer;
const contexts = new Map<string, Page>();

test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await startArranged(async (ctx) => {
    const cases = [
      ['applicant', DEMONSTRATION.enterprise],
      ['applicant2', DEMONSTRATION.institution],
    ] as const;
    for (const [username, unitId] of cases) {
      const { person_id: personId } = await ctx.tx
        .selectFrom('account')
        .select('person_id')
        .where('username', '=', username)
        .executeTakeFirstOrThrow();
      const id = await arrangeApplication(ctx, { personId, unitId, state: { stage: 'ready' } });
      await arrangeSubmission(ctx, id);
    }
  });
});
test.afterAll(() => server.stop());

/** The page of a person, signed in, at an address of the application. */
async function as(context: BrowserContext, username: string, path: string): Promise<Page> {
  let page = contexts.get(username);
  if (!page) {
    const own = await context.browser()?.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    if (!own) throw new Error('no browser');
    const answer = await own.request.post(`${server.url}/api/session`, {
      headers: { 'x-zhiping': '1' },
      data: { username, password: DEMONSTRATION_PASSWORD },
    });
    expect(answer.ok()).toBe(true);
    page = await own.newPage();
    contexts.set(username, page);
  }
  await page.goto(`${server.url}/app${path}`);
  return page;
}

/** Experts are `expert1`, `expert2` … in the order of their names. */
function loginOf(name: string): string {
  const number = Array.from({ length: EXPERTS }, (_, index) => index + 1).find((n) => expertName(n) === name);
  if (number === undefined) throw new Error(`no expert ${name}`);
  return `expert${number}`;
}

/** Names of experts in a state, in the drawn order, as the office reads them. */
async function seated(office: Page, state: string): Promise<string[]> {
  const rows = office.getByRole('region', { name: '评审专家' }).getByRole('row', { name: state });
  await expect(rows.first()).toBeVisible();
  const names = await rows.evaluateAll((found) => found.map((row) => row.querySelectorAll('td')[1]?.textContent ?? ''));
  return names.filter((name) => name !== '' && name !== '陈主任');
}

let meetingId = '';
let roundId = '';

test('抽取：宣布、承诺、公布、完成，公众可以重算', async ({ context }) => {
  const office = await as(context, 'office', '/office/meetings');
  await office.getByRole('button', { name: '建立会议' }).click();
  await office.getByLabel('会议名称').fill('2024年度安防工程高级评审会');
  await office.getByLabel('评委会', { exact: true }).click();
  await office.locator('.ant-select-item-option').first().click();
  await office.getByLabel('开会日期').fill('2024-09-10');
  await office.getByLabel('开会日期').press('Enter');
  await office.getByLabel('地点').fill('沈阳');
  await office.getByRole('button', { name: '建立', exact: true }).click();
  await office.waitForURL(/\/office\/meetings\/[0-9a-f-]{36}/);
  meetingId = office.url().split('/').at(-1) ?? '';
  await expect(office.getByRole('checkbox')).toHaveCount(2);
  for (const one of await office.getByRole('checkbox').all()) await one.check();
  await office.getByRole('button', { name: /编入会议/ }).click();
  await expect(office.getByRole('heading', { name: '上会申报 2 份' })).toBeVisible();
  await office.goto(`${server.url}/app/office/meetings/${meetingId}/draw`);
  await expect(office.getByText(/应当回避 3 人/)).toBeVisible();
  await office.getByPlaceholder(/双色球/).fill('双色球 2024105 期');
  await office.getByLabel('我已核对上会名单和抽取规则').check();
  await office.getByRole('button', { name: '宣布抽取' }).click();
  const supervisor = await as(context, 'supervisor', `/supervisor/meetings/${meetingId}/draw`);
  await supervisor.getByRole('button', { name: '监督员承诺并锁定抽取' }).click();
  await expect(supervisor.getByText('已锁定，等待公布秘密值')).toBeVisible();
  await office.getByRole('button', { name: '公布办公室秘密值' }).click();
  await supervisor.getByLabel(/的公开结果/).fill('02 08 11 19 25 30 + 07');
  await supervisor.getByRole('button', { name: '完成抽取' }).click();
  await expect(supervisor.getByRole('list', { name: '入选专家' }).getByRole('listitem')).toHaveCount(10);
  await expectAccessible(supervisor);
  await supervisor.getByRole('link', { name: '重算这次抽取' }).click();
  await expect(supervisor.getByText('✓ 全部相符')).toBeVisible();
  await expectAccessible(supervisor);
});

test('谢绝的由候补专家替补，声明利害关系的自动回避', async ({ context }) => {
  const office = await as(context, 'office', `/office/meetings/${meetingId}`);
  const [first = '', second = ''] = await seated(office, '等待答复');
  const reserves = await seated(office, '候补');
  const declining = await as(context, loginOf(first), '/expert/invitations');
  await declining.getByText('不能参加').click();
  await declining.getByLabel('原因').fill('出国访问');
  await declining.getByRole('button', { name: '谢绝邀请' }).click();
  await expect(declining.getByText('已谢绝')).toBeVisible();
  await office.reload();
  // The first reserve who keeps to the limit of one unit takes the seat: not always the first of all.
  const waiting = await seated(office, '等待答复');
  expect(waiting).not.toContain(first);
  expect(waiting.filter((name) => reserves.includes(name))).toHaveLength(1);

  const avoiding = await as(context, loginOf(second), '/expert/invitations');
  await avoiding.getByLabel(/有利害关系/).fill('沈阳安盾科技有限公司');
  await avoiding.getByRole('checkbox').check();
  await expectAccessible(avoiding);
  await avoiding.getByRole('button', { name: '接受邀请' }).click();
  await expect(avoiding.getByText('已接受')).toBeVisible();
  await office.getByRole('button', { name: '代其余专家接受邀请' }).click();
  await expect(office.getByText('受邀专家已全部答复，请冻结案卷，交专家评议。')).toBeVisible();
  await office.getByRole('button', { name: '冻结案卷，交专家评议' }).click();
  await expect(office.getByText(/专家正在阅卷/)).toBeVisible();
  await avoiding.goto(`${server.url}/app/expert/packets`);
  await expect(avoiding.getByRole('link', { name: /^案卷 \d$/ })).toHaveCount(1);
});

test('评分、答辩和评议组意见', async ({ context }) => {
  const office = await as(context, 'office', `/office/meetings/${meetingId}`);
  for (const number of [1, 2]) {
    await office.getByRole('button', { name: new RegExp(`到场.*案卷 ${number}`) }).click();
    const agenda = office.getByRole('region', { name: '上会申报' });
    await expect(agenda.getByRole('row', { name: new RegExp(`^${number} `) }).getByText('已到场')).toBeVisible();
  }
  const [, third = ''] = await seated(office, '已接受');
  const expert = await as(context, loginOf(third), '/expert/packets');
  await expert.getByRole('link', { name: '案卷 1' }).click();
  await expect(expert.getByText('〔申报人〕')).toBeVisible();
  await expectAccessible(expert);
  await expert.getByRole('tab', { name: '评分', exact: true }).click();
  for (const factor of ['基本条件', '业绩成果', '代表作水平', '解决实际问题的能力']) {
    await expert.getByLabel(factor).fill('21.5');
  }
  await expert.getByRole('button', { name: '提交评分' }).click();
  await expect(expert.getByRole('button', { name: '修改评分' })).toBeVisible();
  await expect(expert.getByText('86.00')).toBeVisible();
  for (const step of ['代其余专家评分', '代其余专家签署评议组意见']) {
    await office.getByRole('button', { name: step }).click();
    await expect(office.getByText(/已代办 \d+ 项/)).toBeVisible();
  }
  // One of the experts is recused from the first applicant's packet.
  await expect(office.getByText('11 人签名')).toBeVisible();
  await expect(office.getByText('10 人签名')).toBeVisible();
});

test('签到、投票、截止、开票：回避的不表决，未过三分之二的不通过', async ({ context }) => {
  const chair = await as(context, 'chair', `/chair/meetings/${meetingId}`);
  await chair.getByLabel('评议已经完成，可以表决').check();
  await chair.getByRole('button', { name: '建立表决' }).click();
  await chair.waitForURL(/\/chair\/rounds\//);
  roundId = chair.url().split('/').at(-1) ?? '';
  const supervisor = await as(context, 'supervisor', `/supervisor/rounds/${roundId}`);
  for (const holder of [chair, supervisor]) {
    await holder.getByRole('button', { name: '生成本人密钥' }).click();
    await holder.getByRole('button', { name: '已抄写，交存公钥' }).click();
  }
  await chair.getByRole('button', { name: '结束签到，开始投票' }).click();
  await expect(chair.getByText('出席人数不足法定人数')).toBeVisible();
  await chair.getByRole('button', { name: '主任委员签到' }).click();
  const office = await as(context, 'office', `/office/meetings/${meetingId}`);
  await office.getByRole('button', { name: '代其余专家签到' }).click();
  await expect(office.getByText(/已代办 \d+ 项/)).toBeVisible();
  await chair.getByRole('button', { name: '结束签到，开始投票' }).click();
  await expect(chair.getByText('投票中')).toBeVisible();

  const [, voter = ''] = await seated(office, '已接受');
  const expert = await as(context, loginOf(voter), `/expert/rounds/${roundId}`);
  await expert.setViewportSize(PHONE);
  await expert.getByRole('radiogroup', { name: '案卷 1' }).getByText('同意', { exact: true }).click();
  await expert.getByRole('radiogroup', { name: '案卷 2' }).getByText('不同意', { exact: true }).click();
  await expectFits(expert);
  await expectAccessible(expert);
  await expert.getByRole('button', { name: '密封并投票' }).click();
  await expect(expert.getByText(/您选票的摘要/)).toBeVisible();
  await office.getByRole('button', { name: '代其余专家投不同意票' }).click();
  await expect(chair.getByText(/已投 11 票/)).toBeVisible();
  await chair.getByRole('button', { name: '截止投票' }).click();
  await expect(chair.getByText('投票已截止，等待开票')).toBeVisible();
  await supervisor.getByRole('button', { name: '合并密钥，开票' }).click();
  await expect(supervisor.getByText('✗ 未通过')).toHaveCount(2);
  await expectAccessible(supervisor);
  await supervisor.goto(`${server.url}/app/supervisor/meetings/${meetingId}/minutes`);
  await expect(supervisor.getByRole('heading', { name: '评审会议纪要' })).toBeVisible();
  await expectAccessible(supervisor);
});
