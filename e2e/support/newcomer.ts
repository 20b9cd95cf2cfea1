import { randomUUID } from 'node:crypto';
import type { People } from './people.ts';
import { expect, type Page } from './test.ts';

interface Newcomer {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

/** Whose story is told: the login and the name the pages show. */
export interface Applicant {
  readonly login: string;
  readonly name: string;
}

const STORIES = {
  liaoning: {
    known: { login: 'applicant', name: '王安防' },
    newcomer: { name: '陆新来', idNumber: '210102198803072133', phone: '13900000021' },
    unit: '沈阳安盾科技有限公司',
    staff: 'unit',
  },
  zhejiang: {
    known: { login: 'zj-applicant', name: '程护安' },
    newcomer: { name: '陆初到', idNumber: '330102198803072114', phone: '13900000022' },
    unit: '杭州智盾安防工程有限公司',
    staff: 'zj-unit',
  },
  tianjin: {
    known: { login: 'tj-applicant', name: '袁智能' },
    newcomer: { name: '陆新报', idNumber: '120105198803072122', phone: '13900000023' },
    unit: '天津津智人工智能有限公司',
    staff: 'tj-unit',
  },
} as const;

/** Whether the stories begin with nothing: no account, no unit, an empty archive. So they do in `npm run verify`. */
const FROM_NOTHING = process.env['E2E_FROM_NOTHING'] === '1';

/** The person of a province's story: of the demonstration, or one who arrives first. */
export async function applicantOf(people: People, province: keyof typeof STORIES): Promise<Applicant> {
  const { known, newcomer, unit, staff } = STORIES[province];
  if (!FROM_NOTHING) return known;
  await arrive(people, newcomer, { unit, staff, like: known.login });
  return { login: newcomer.phone, name: newcomer.name };
}

/** Long and nobody's birthday, as the platform wants it. */
export const PASSWORD = '浑河北岸七三九二柳絮';

const PROOF = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Registers with name, ID number and phone; the page is signed in afterwards. */
export async function register(page: Page, { name, idNumber, phone }: Newcomer): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('身份证号码').fill(idNumber);
  await page.getByLabel('手机号码', { exact: true }).fill(phone);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输入一次密码').fill(PASSWORD);
  await page.getByLabel(/我已阅读并同意/).check();
  await page.getByLabel(/我单独同意/).check();
  await page.getByRole('button', { name: '注册并登录' }).click();
  await page.waitForURL(/\/app\//);
}

/**
 * Somebody nobody knows yet registers, joins a unit whose staff agrees, and imports the archive that the login `like`
 * exported, under new row numbers; every row gets a file for each proof it lacks, goes to the unit and is verified.
 */
async function arrive(
  people: People,
  who: Newcomer,
  { unit, staff, like }: { readonly unit: string; readonly staff: string; readonly like: string },
): Promise<void> {
  const page = await people.anybody('/register');
  await register(page, who);
  people.remember(who.phone, page);
  await join(people, page, who, unit, staff);

  const model = await people.as(like, '/archive/exchange');
  const download = model.waitForEvent('download');
  await model.getByRole('link', { name: '整个档案（JSON 文件）' }).click();
  const stream = await (await download).createReadStream();
  const text = (await stream.toArray()).map(String).join('');
  const file = JSON.parse(text) as { rows: { id: string; kind: string; fields: object }[] };
  const own = { name: who.name, idNumber: who.idNumber, phone: who.phone };
  const rows = file.rows.map(({ kind, fields }) => ({
    id: randomUUID(),
    kind,
    fields: kind === 'basic' ? { ...fields, ...own } : fields,
  }));
  const fresh = { ...file, rows };

  await page.goto('/app/archive/exchange');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '业绩档案.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(fresh)) });
  await page.getByRole('button', { name: /^确认导入/ }).click();
  await expect(page.getByText(`已导入：新增 ${fresh.rows.length} 项`)).toBeVisible();
  await prove(page);
  await showFace(page, model);
  await page.goto('/app/archive');
  await page.getByRole('button', { name: /^把填写完整的 \d+ 项提交核验$/ }).click();
  await expect(page.getByText('草稿 0 项')).toBeVisible();

  const unitPage = await people.as(staff, '/unit/people');
  await unitPage.getByRole('button', { name: new RegExp(`^${who.name}`) }).click();
  const verify = unitPage.getByRole('button', { name: /^核验属实/ });
  await expect(verify.first()).toBeVisible();
  while ((await verify.count()) > 0) {
    const before = await verify.count();
    await verify.first().click();
    await expect(verify).toHaveCount(before - 1);
  }
}

async function join(people: People, page: Page, who: Newcomer, unit: string, staff: string): Promise<void> {
  await page.goto('/app/account/unit');
  await page.getByLabel('单位名称或统一社会信用代码').fill(unit);
  await page.getByRole('button', { name: '查找单位' }).click();
  await page.getByRole('button', { name: new RegExp(`选择.*${unit}`) }).click();
  await page.getByLabel('岗位').fill('工程师');
  await page.getByRole('button', { name: '提出申请' }).click();
  await expect(page.getByText('请把身份证原件交单位经办人核对')).toBeVisible();
  const staffPage = await people.as(staff, '/unit/staff');
  const joiner = staffPage.getByRole('article', { name: who.name });
  await joiner.getByLabel(/已核对身份证件原件/).check();
  await joiner.getByRole('button', { name: '同意加入' }).click();
  await expect(staffPage.getByRole('region', { name: '本单位人员' }).getByText(`${who.name}，工程师`)).toBeVisible();
}

/** A file for every proof that is still asked for. */
async function prove(page: Page): Promise<void> {
  await page.goto('/app/archive');
  const rows = page.getByRole('main').locator('a[href*="/archive/"]');
  await expect(rows.first()).toBeVisible();
  const addresses = await rows.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  for (const address of new Set(addresses.filter((one) => /\/archive\/[0-9a-f-]{36}$/.test(one)))) {
    await page.goto(address);
    const picks = page.getByRole('listitem').locator('input[type=file]');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText(/^正在读取/)).toHaveCount(0);
    for (let index = 0; index < (await picks.count()); index += 1) {
      const file = `佐证${index + 1}.png`;
      // Metadata is removed and sameness told by content: each file differs from every other.
      const buffer = Buffer.concat([PROOF, Buffer.from(randomUUID())]);
      await picks.nth(index).setInputFiles({ name: file, mimeType: 'image/png', buffer });
      await expect(page.getByRole('article', { name: file })).toBeVisible();
    }
  }
}

/** A photo of one's own, cut in the page: here the picture of the person whose archive it is. */
async function showFace(page: Page, model: Page): Promise<void> {
  await model.goto('/app/archive/photo');
  const shown = await model.getByRole('img', { name: '现在的证件照' }).getAttribute('src');
  const picture = await model.request.get(shown ?? '');
  await page.goto('/app/archive/photo');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '证件照.jpg', mimeType: 'image/jpeg', buffer: await picture.body() });
  await page.getByLabel('拍摄日期').fill('2022-05-20');
  const seen = page.getByRole('group', { name: /请您自己核对/ }).getByRole('checkbox');
  for (let index = 0; index < (await seen.count()); index += 1) await seen.nth(index).check();
  await page.getByRole('button', { name: '用这张照片' }).click();
  await expect(page.getByRole('img', { name: '现在的证件照' })).toBeVisible();
}
