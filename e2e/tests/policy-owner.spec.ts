import { type RunningServer, startServer } from '../support/server.ts';
import { confirmStep, People } from '../support/people.ts';
import { expect, expectAccessible, shot, test } from '../support/test.ts';

// A policy owner tries another reading, sees what it changes, saves a draft, simulates it; the second person publishes.
test.describe.configure({ mode: 'serial' });

let server: RunningServer;
let people: People;
test.beforeAll(async ({ browser }) => {
  server = await startServer();
  people = new People(browser, server.url);
});
test.afterAll(async () => {
  await people.close();
  await server.stop();
});

test('政策管理：检查一个标准的版本，换用解读前看影响，存为草案', async () => {
  test.slow();
  const page = await people.as('policy', '/policy');
  await expectAccessible(page);
  await shot(page, 'policy-owner');
  await page.getByRole('link', { name: '辽宁省工程系列安防工程专业职称评审标准第 1 版' }).click();
  const check = page.getByRole('region', { name: '检查' });
  await expect(check).toContainText(/例子 \d+ 个，不符 0 个/, { timeout: 90_000 });
  const readings = page.getByRole('region', { name: '解读', exact: true });
  await readings.getByLabel('按词或条款编号找').fill('同一项业绩能否同时充当');
  await readings.getByRole('radio', { name: /一项业绩可充当几个条目/ }).check();
  await expect(readings.getByRole('button', { name: '存为草案' })).toBeDisabled();
  await readings.getByRole('button', { name: '看影响' }).click();
  await expect(readings.getByRole('status')).toContainText('处条文差别', { timeout: 90_000 });
  await expect(readings.getByRole('table', { name: '例子的结论' })).toContainText('五(五)5');
  await expectAccessible(page);
  await shot(page, 'policy-reading-trial');
  await readings.getByRole('button', { name: '存为草案' }).click();
  await confirmStep(page, '存为草案', '存为草案');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('第 2 版');
  await expect(page.getByText('草案，等待两人批准')).toBeVisible();
  await expect(page.getByRole('region', { name: '与在用版本并列' }).getByRole('status')).toContainText('个例子里', {
    timeout: 90_000,
  });
  await expectAccessible(page);
  await shot(page, 'policy-draft');
});

test('政策管理：模拟草案的影响，看图和数字', async () => {
  test.slow();
  const page = await people.as('policy', '/policy/ln-sec-2024/2');
  await page.getByRole('link', { name: '模拟影响' }).click();
  await page.getByRole('region', { name: '模拟什么' }).getByLabel('层级').selectOption('senior');
  // Few people have one achievement that serves two items.
  await page.getByRole('region', { name: '模拟什么' }).getByLabel('人数').selectOption('100000');
  await expectAccessible(page);
  await shot(page, 'policy-simulate');
  await page.getByRole('button', { name: '开始模拟' }).click();
  await expect(page.getByRole('region', { name: '总的影响' })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('region', { name: '总的影响' })).toContainText(/受益 [1-9]\d* 人/);
  await expect(page.getByRole('region', { name: '总的影响' })).toContainText('受损 0 人');
  await expect(page.getByRole('region', { name: '因为哪条' })).toContainText('五(四)4');
  await expectAccessible(page);
  await shot(page, 'policy-simulation');
});

test('政策管理：第二人批准后发布，政策库显示新版本和差别', async () => {
  test.slow();
  for (const owner of ['policy', 'policy2']) {
    const page = await people.as(owner, '/policy');
    const waiting = page.getByRole('region', { name: '等待发布' });
    await waiting.getByRole('button', { name: /批准发布/ }).click();
    await confirmStep(page, /^批准发布/, '批准发布');
    await expect(waiting.getByText(owner === 'policy' ? '您已批准' : '没有等待发布的版本')).toBeVisible();
  }
  const page = await people.anybody('/policies/ln-sec-2024');
  await page.getByRole('link', { name: '与第 1 版的差别' }).click();
  await expect(page.getByRole('status')).toContainText('第 1 版与第 2 版有');
  await expect(page.getByRole('region', { name: '各层级' })).toContainText('同一项业绩能否同时充当');
  await expectAccessible(page);
  await shot(page, 'policy-versions');
  await page.goto(`${server.url}/policies/ln-sec-2024?version=1`);
  await expect(page.getByRole('status')).toContainText('这是旧的版本');
});

test('政策管理：附上文件原文，政策库里与本平台的表述并列', async () => {
  const page = await people.as('policy', '/policy/ln-sec-2024/1');
  const card = page.getByRole('region', { name: '文件原文' });
  await card.getByLabel(/或粘贴全文/).fill('某标准\n五、条件\n（四）高级\n4.业绩\n（7）试用的一句原文。\n');
  await card.getByRole('button', { name: '附上原文' }).click();
  await expect(card.getByRole('status')).toContainText('拆成 5 条');
  const open = await people.anybody('/policies/ln-sec-2024/clauses/senior-4-7');
  await expect(open.getByText('试用的一句原文')).toBeVisible();
  await open.getByRole('button', { name: '不显示原文' }).click();
  await expect(open.getByText('试用的一句原文')).toHaveCount(0);
  await card.getByRole('button', { name: '撤下原文' }).click();
  await expect(card.getByRole('button', { name: '撤下原文' })).toHaveCount(0);
});
