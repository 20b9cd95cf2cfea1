import {
  attest,
  type Client,
  createApplication,
  createClient,
  editApplication,
  getClock,
  getMe,
  listOpenPlans,
  login,
  moveClock,
  readArchive,
  recordAppraisal,
  sendToUnit,
  unitAccept,
  verifyArchiveRow,
} from '@zhiping/contract';
import { type RunningServer, startServer } from '../support/server.ts';
import { expect, expectAccessible, loginAs, shot, test } from '../support/test.ts';

let server: RunningServer;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer();
  await untilUnitPublicity();
});
test.afterAll(() => server.stop());

async function as(username: string): Promise<Client> {
  const response = await fetch(server.url + login.url, {
    method: 'POST',
    headers: { 'x-zhiping': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'zhiping-2024' }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return createClient({ base: server.url, fetch, headers: () => ({ cookie }) });
}

async function moveTo(to: string): Promise<void> {
  const office = await as('office');
  const { organisers } = await office(getClock, {});
  await office(moveClock, { params: { organiserId: organisers[0]?.organiserId ?? '' }, body: { to } });
}

/** What is not under test here goes through the API: archive, application, review and appraisal by the unit. */
async function untilUnitPublicity(): Promise<void> {
  await moveTo('2024-07-03T01:00:00.000Z');
  const [applicant, unit] = [await as('applicant'), await as('unit')];
  for (const row of (await applicant(readArchive, {})).rows.filter(({ state }) => state === 'waiting'))
    await unit(verifyArchiveRow, { params: { rowId: row.id }, body: { version: row.version } });
  const chosen = (await applicant(readArchive, {})).rows
    .filter(({ kind, state }) => state === 'verified' && ['project', 'patent', 'software-copyright'].includes(kind))
    .map(({ id }) => id);
  const [plan] = (await applicant(listOpenPlans, {})).items;
  const made = await applicant(createApplication, {
    body: { planId: plan?.id ?? '', specialty: 'security', level: 'senior', route: 'normal' },
  });
  const params = { id: made.id };
  const saved = await applicant(editApplication, {
    params,
    body: {
      version: made.version,
      fields: {
        direction: '安防设计与集成',
        rows: chosen,
        representative: chosen[0] ?? null,
        selfReport: '任现职以来主持完成多个安防工程项目。',
        pledged: true,
        declassified: true,
        ownPart: true,
      },
    },
  });
  const sent = await applicant(sendToUnit, { params, body: { version: saved.version } });
  const { personId } = await applicant(getMe, {});
  for (const id of ['law-abiding', 'ethical', 'healthy', 'dutiful', 'learning'] as const)
    await unit(attest, { params: { personId }, body: { id, holds: true } });
  const accepted = await unit(unitAccept, { params, body: { version: sent.version } });
  await unit(recordAppraisal, {
    params,
    body: {
      version: accepted.version,
      appraisal: {
        heldOn: '2024-07-02',
        meeting: '总经理办公会议',
        members: [
          { name: '甲', role: '组长' },
          { name: '乙', role: '成员' },
          { name: '丙', role: '成员' },
        ],
        bases: ['achievements'],
        instruments: ['joint-review'],
        candidates: 1,
        place: 1,
        conduct: '职业操守良好。',
        opinion: '同意推荐。',
        recommended: true,
      },
    },
  });
}

test('a unit publicises, somebody objects, the unit answers, and only then recommends', async ({ page }) => {
  const { url } = server;
  await test.step('the unit posts the notice of the template', async () => {
    await loginAs(page, '孙人事', url);
    await page.goto(`${url}/app/unit/publicity`);
    await expect(page.getByLabel('审议通过的会议')).toHaveValue('总经理办公会议');
    await page.getByLabel('联系人').fill('孙人事');
    await page.getByLabel('联系电话').fill('024-31234567');
    await page.getByLabel('我已核对公示内容').check();
    await page.getByRole('button', { name: '开始公示' }).click();
    await expect(page.getByText('公示期内，任何人都可以提出异议')).toBeVisible();
    await expectAccessible(page);
    await shot(page, 'unit-publicity');
  });

  await test.step('anybody reads it and objects with a real name', async () => {
    await page.context().clearCookies();
    await page.goto(`${url}/publicity`);
    await page.getByRole('link', { name: /拟推荐王安防同志/ }).click();
    await expect(page.getByRole('heading', { name: '二、主要业绩情况' })).toBeVisible();
    await expectAccessible(page);
    await shot(page, 'publicity');
    await page.getByLabel('反映的问题和依据').fill('第一项业绩由他人主持完成，请核查合同和人员名单。');
    await page.getByLabel('真实姓名').fill('李真名');
    await page.getByLabel('联系电话或地址').fill('13900000000');
    await page.getByLabel('我确认所反映的情况属实').check();
    await page.getByRole('button', { name: '提交异议' }).click();
    await expect(page.getByText(/YY-[0-9A-Z]{4}-/)).toBeVisible();
  });

  await test.step('after the last day the unit cannot recommend while the objection is open', async () => {
    await moveTo('2024-07-11T01:00:00.000Z');
    await page.goto(`${url}/publicity`);
    await expect(page.getByText('现在没有正在公示的内容')).toBeVisible();
    await loginAs(page, '孙人事', url);
    await page.goto(`${url}/app/unit/publicity`);
    await expect(page.getByText('还有异议没有答复')).toBeVisible();
    await expect(page.getByRole('button', { name: '推荐申报' })).toHaveCount(0);
    await expect(page.getByText('李真名')).toBeVisible();
  });

  await test.step('an upheld objection takes the achievement out, then the unit recommends', async () => {
    await page.getByLabel('异议成立', { exact: true }).check();
    await page.getByRole('group', { name: '从申报材料中剔除' }).getByRole('checkbox').first().check();
    await page.getByLabel('核查情况（存档，不公开）').fill('经查合同，项目由他人主持。');
    await page.getByLabel('给反映人的答复').fill('经核查属实，已从申报材料中剔除。');
    await page.getByRole('button', { name: '登记核查结论并答复' }).click();
    await expect(page.getByText('异议均已答复，可以推荐申报')).toBeVisible();
    await page.getByLabel('我确认公示规范').check();
    await page.getByRole('button', { name: '推荐申报' }).click();
    await expect(page.getByText('已推荐申报，等待申报人网上提交')).toBeVisible();
    await expectAccessible(page);
  });
});
