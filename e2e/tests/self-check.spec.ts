import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '@zhiping/standard';
import { DESKTOP, expect, expectAccessible, expectFits, type Page, PHONE, shot, test } from '../support/test.ts';

const EXAMPLE = join(import.meta.dirname, '../../policies/liaoning/ln-sec-2024/examples/done-senior.dossier.json');
const CHECK = '/self-check?standard=ln-sec-2024';
const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '自测步骤' }).getByRole('link', { name });
const choose = (page: Page, question: string | RegExp, answer: string) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: answer, exact: true }).check();

test('an engineer fills in the form on a phone and reads the result', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await page.goto(CHECK);
  await expect(page.getByRole('heading', { name: '工作单位与岗位' })).toBeVisible();
  await choose(page, '用工形式', '与单位建立人事劳动关系');
  await choose(page, '工作所在地区', '辽宁省');
  await expectAccessible(page);
  await expectFits(page);
  await shot(page, 'self-check-1-phone');
  await page.getByRole('button', { name: '下一步' }).click();
  await choose(page, /您申报哪一级/, '高级工程师');
  await shot(page, 'self-check-2-phone');
  await page.getByRole('button', { name: '下一步' }).click();

  await page.getByRole('button', { name: '添加学历' }).click();
  await choose(page, '学历', '大学本科');
  await shot(page, 'self-check-3-phone');
  await step(page, '业绩成果').click();
  await page.getByRole('button', { name: /^论文/ }).click();
  await page.getByLabel('名称').fill('视频安防系统的一种布点方法');
  await page.getByLabel('生效日期：年').fill('2020');
  await page.getByLabel('生效日期：月').fill('13');
  await page.getByLabel('名称').focus();
  await expect(page.getByText('月份应为 1 至 12')).toBeVisible();
  await page.getByLabel('生效日期：月').fill('6');
  await expectAccessible(page);
  await expectFits(page);
  await shot(page, 'self-check-6-phone');
  await step(page, '结果').click();
  await expect(page.getByRole('heading', { name: '高级工程师自测结果' })).toBeVisible();
  await expect(page.getByRole('link', { name: '正常申报' })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);
  await shot(page, 'self-check-result-phone');
});

test('a dossier file is loaded, judged in the browser, kept and erased by choice; nothing is sent', async ({
  page,
}) => {
  await page.setViewportSize(DESKTOP);
  await page.goto(`${CHECK}&step=level`);
  await choose(page, /您申报哪一级/, '高级工程师');
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`);
  });
  await page.getByLabel('申报材料数据文件').setInputFiles(EXAMPLE);
  await expect(page.getByText('已载入')).toBeVisible();
  await page.getByLabel('在这台设备的浏览器里保存草稿').check();
  for (const name of ['工作单位与岗位', '学历与学位', '现职称与工作年限', '基本条件', '业绩成果', '推荐与同意']) {
    await step(page, name).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await shot(page, `self-check-${name}`);
  }
  await step(page, '结果').click();
  await expect(page.getByRole('region', { name: '正常申报' })).toContainText('五(四)4');
  const gaps = page.getByRole('region', { name: '还差什么' });
  await expect(gaps.getByRole('listitem').filter({ hasText: '只待判断' }).first()).toContainText('五(四)2(1)');
  await expect(page.getByRole('table', { name: '各项条件已有与所缺' }).first()).toContainText('五(四)4');
  await expectAccessible(page);
  await shot(page, 'self-check-result');

  // On paper the navigation stays away and the result is whole.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await expect(page.getByRole('heading', { name: '高级工程师自测结果' })).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  await page.reload();
  await expect(page.getByRole('region', { name: '正常申报' })).toContainText('五(四)4');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '存为文件' }).click();
  const saved: unknown = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  const given: unknown = JSON.parse(readFileSync(EXAMPLE, 'utf8'));
  expect(saved).toEqual({ format: 'zhiping-dossier-1', ...(given as object) });

  await page.getByRole('button', { name: '清除全部' }).click();
  await expect(page.getByRole('group', { name: '您在哪里工作？' })).toBeVisible();
  await page.goto(`${CHECK}&step=result`);
  await expect(page.getByText('还没有选申报层级')).toBeVisible();
  expect(await page.evaluate<number>('localStorage.length')).toBe(0);
  expect(sent).toEqual([]);
});

test('a file that is no dossier changes nothing and says why', async ({ page }) => {
  await page.goto(CHECK);
  const load = (text: string) =>
    page
      .getByLabel('申报材料数据文件')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await load('不是数据');
  await expect(page.getByRole('alert')).toContainText('不是 JSON 格式');
  await load('{"educations":[{"level":"小学"}]}');
  await expect(page.getByRole('alert')).toContainText('educations[0].level');
  await expect(page.getByRole('alert')).toContainText('已填的内容没有变动');
});

test('the form is filled in with the keyboard alone', async ({ page }) => {
  await page.goto(CHECK);
  await expect(page.getByRole('heading', { name: '工作单位与岗位' })).toBeVisible();
  /** Presses Tab until the wanted thing has the focus, as a person without a mouse does. */
  const tabTo = async (wanted: string) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if (await page.locator(`${wanted}:focus`).count()) return;
    }
    throw new Error(`${wanted} cannot be reached with the keyboard`);
  };
  await tabTo('input[type=radio]');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { checked: true }).first()).toBeFocused();
  await tabTo('button.zp-button-main');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '申报哪一级' })).toBeFocused();
});

interface Expected {
  readonly routes: Readonly<Record<string, { readonly clauses: Readonly<Record<string, { readonly is: State }>> }>>;
}
type State = 'met' | 'unmet' | 'judge' | 'missing';
const WORDS: Readonly<Record<State, string>> = {
  met: '符合',
  unmet: '不符合',
  judge: '需人工判断',
  missing: '待补充',
};

test('the first dossier gets for every clause what was written down before the engine ran', async ({ page }) => {
  const expected = parseYaml(
    readFileSync(EXAMPLE.replace('.dossier.json', '.expected.yaml'), 'utf8'),
  ) as unknown as Expected;
  await page.goto(`${CHECK}&step=level`);
  await choose(page, /您申报哪一级/, '高级工程师');
  await choose(page, /按什么计算/, '只按标准，算到今天');
  await page.getByLabel('申报材料数据文件').setInputFiles(EXAMPLE);
  await expect(page.getByText('已载入')).toBeVisible();
  await step(page, '结果').click();
  for (const [route, name] of [
    ['normal', '正常申报'],
    ['exception', '破格申报'],
  ] as const) {
    const region = page.getByRole('region', { name, exact: true });
    await expect(region).toBeVisible();
    const shown = await region.locator('.zp-condition-head').evaluateAll((heads) =>
      heads.map((head) => ({
        label: head.querySelector('.zp-label')?.textContent ?? '',
        state: head.querySelector('.zp-state')?.textContent ?? '',
      })),
    );
    const clauses = expected.routes[route]?.clauses ?? {};
    expect(Object.keys(clauses).length).toBeGreaterThan(20);
    for (const [label, { is }] of Object.entries(clauses)) {
      // A label may stand on a condition and again on its parts; the first is the condition itself.
      const found = shown.find((one) => one.label === label);
      expect(found?.state, `${name} ${label}`).toBe(WORDS[is]);
    }
  }
});

interface Library {
  readonly items: readonly {
    readonly pack: string;
    readonly kind: string;
    readonly card: { readonly levels: readonly { readonly name: string }[] };
  }[];
}

test('every published standard can be checked against, at its highest level and on a phone', async ({ page }) => {
  test.slow();
  await page.setViewportSize(PHONE);
  const library = (await (await page.request.get('/api/policy-library')).json()) as Library;
  const standards = library.items.filter(({ kind }) => kind === 'standard');
  expect(standards.length).toBeGreaterThan(1);
  for (const { pack, card } of standards) {
    const level = card.levels.at(-1)?.name ?? '';
    await page.goto(`/self-check?standard=${pack}&step=level`);
    await choose(page, /您申报哪一级/, level);
    const names = await page.getByRole('navigation', { name: '自测步骤' }).getByRole('link').allTextContents();
    expect(names.length, pack).toBeGreaterThan(3);
    for (const name of names.slice(0, -1)) {
      await step(page, name.replace(/^\d+/, '')).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name.replace(/^\d+/, ''));
      await expectFits(page);
    }
    await expectAccessible(page);
    await step(page, '结果').click();
    await expect(page.getByRole('heading', { level: 1, name: `${level}自测结果` })).toBeVisible();
    await expectFits(page);
    await shot(page, `self-check-${pack}-phone`);
  }
});
