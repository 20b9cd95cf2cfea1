import { AppError } from '@zhiping/contract';
import type { Plan } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import type { Scope } from '../../../db/scope.ts';
import { codeFor, printDocument } from '../../../documents/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import { type Cell, workbook, WORKBOOK_TYPE } from '../../../spreadsheet/index.ts';
import { dateInShanghai } from '../../../time/clocks.ts';
import { type RosterPerson, textIn, type WholeRoster, wholeRoster } from './roster.ts';

export interface PapersAsked {
  readonly planId: string;
  readonly contact: string;
  readonly phone: string;
}

const COLUMNS = [
  ['序号', 6],
  ['姓名', 12],
  ['性别', 6],
  ['出生年月', 10],
  ['身份证号', 22],
  ['工作单位', 30],
  ['部门及岗位', 20],
  ['最高学历', 36],
  ['报评专业', 24],
  ['从事本专业起始', 14],
  ['现资格', 16],
  ['取得时间', 10],
  ['申报方式', 18],
  ['申报资格', 16],
  ['自评分', 8],
  ['备注', 24],
  ['联系电话', 16],
] as const;

/** 花名册 as an Excel file, with ID numbers: one recorded act. */
export async function excelRoster(ctx: Ctx, scope: Scope, planId: string): Promise<FileAnswer> {
  const whole = await wholeRoster(ctx, scope, planId, { personal: true });
  await recordPrint(ctx, whole.organiserId, planId, 'excel', whole.people.length);
  return {
    fileName: `推荐人员花名册-${whole.plan.year}.xlsx`,
    mediaType: WORKBOOK_TYPE,
    content: rosterSheet(whole),
    disposition: 'attachment',
  };
}

/** The roster as a spreadsheet with ID numbers as text. */
export function rosterSheet({ plan, people }: WholeRoster) {
  const rows = people.map(({ line, basics, levelName }, index): readonly Cell[] => [
    index + 1,
    line.name,
    line.sex,
    line.bornIn,
    textIn(basics.basic, 'idNumber').toUpperCase(),
    line.unit,
    line.post,
    line.education,
    line.specialty,
    textIn(basics.basic, 'inSpecialtySince').slice(0, 7),
    line.currentTitle,
    line.currentTitleSince,
    line.routeName,
    levelName,
    line.selfScore === null ? null : line.selfScore / 100,
    line.lacks.join('；'),
    textIn(basics.basic, 'phone'),
  ]);
  const columns = COLUMNS.map(([title, width]) => ({ title, width }));
  return workbook([{ name: '花名册', heading: `${plan.title}推荐人员花名册`, columns, rows }]);
}

/** 花名册 as it goes with the papers. Throws `ROSTER_INCOMPLETE` with what is lacking about whom. */
export async function pdfRoster(ctx: Ctx, scope: Scope, asked: PapersAsked): Promise<FileAnswer> {
  const whole = await complete(ctx, scope, asked.planId);
  await recordPrint(ctx, whole.organiserId, asked.planId, 'pdf', whole.people.length);
  const pdf = await rosterPaper(ctx, whole, asked, await organisationOf(ctx, scope));
  return answer(`推荐人员花名册-${whole.plan.year}.pdf`, pdf);
}

/** The roster as a PDF in the name of an organisation; what is not known of somebody is left open. */
export function rosterPaper(
  ctx: Ctx,
  { plan, organiserId, people }: WholeRoster,
  asked: PapersAsked,
  organisation: string,
): Promise<Uint8Array> {
  return printDocument('roster', {
    ...frameOf(ctx, organiserId, asked, people),
    title: `${plan.year}年度推荐人员花名册`,
    organisation,
    year: plan.year,
    committeeName: committeeOf(plan),
    people: people.map(({ line, basics, levelName }) => ({
      name: line.name,
      sex: sexOf(line.sex),
      bornIn: line.bornIn,
      idNumber: orDash(textIn(basics.basic, 'idNumber').toUpperCase()),
      unit: line.unit,
      post: orDash(line.post),
      education: orDash(line.education),
      specialty: line.specialty,
      specialtyYears: specialtyYears(textIn(basics.basic, 'inSpecialtySince')),
      currentTitle: line.currentTitle === '' ? '无' : line.currentTitle,
      currentTitleSince: line.currentTitleSince,
      routeName: line.routeName,
      titleName: levelName,
      selfScore: line.selfScore === null ? null : String(line.selfScore / 100),
      remark: null,
      phone: orDash(textIn(basics.basic, 'phone')),
    })),
    compiledBy: asked.contact,
    phone: asked.phone,
  });
}

const orDash = (text: string): string => (text === '' ? '—' : text);
const specialtyYears = (since: string): string => (since === '' ? '—' : `${since.slice(0, 4)}年起`);

/** 评审委托书, one for all people an authority reports. Throws `ROSTER_INCOMPLETE`. */
export async function entrustLetter(ctx: Ctx, scope: Scope, asked: PapersAsked): Promise<FileAnswer> {
  const whole = await complete(ctx, scope, asked.planId);
  await recordPrint(ctx, whole.organiserId, asked.planId, 'entrust-letter', whole.people.length);
  const pdf = await letterPaper(ctx, whole, asked, await organisationOf(ctx, scope));
  return answer(`评审委托书-${whole.plan.year}.pdf`, pdf);
}

/** The letter that entrusts the committee, as a PDF in the name of an authority. */
export function letterPaper(
  ctx: Ctx,
  { plan, organiserId, people }: WholeRoster,
  asked: PapersAsked,
  authority: string,
): Promise<Uint8Array> {
  return printDocument('entrust-letter', {
    ...frameOf(ctx, organiserId, asked, people),
    formTitle: '评审委托书',
    to: plan.committee?.office ?? plan.organiser,
    from: authority,
    year: plan.year,
    committeeName: committeeOf(plan),
    reason: `现将经审核推荐的 ${people.length} 名同志的申报材料报送你处，委托评审。`,
    people: people.map(({ line, levelName }) => ({
      name: line.name,
      sex: sexOf(line.sex),
      unit: line.unit,
      currentTitle: line.currentTitle === '' ? '无' : line.currentTitle,
      specialty: line.specialty,
      titleName: levelName,
    })),
    contact: asked.contact,
    phone: asked.phone,
  });
}

async function complete(ctx: Ctx, scope: Scope, planId: string): Promise<WholeRoster> {
  const whole = await wholeRoster(ctx, scope, planId, { personal: true });
  const incomplete = whole.people.filter(({ line }) => line.lacks.length > 0);
  if (incomplete.length > 0) {
    throw new AppError('ROSTER_INCOMPLETE', {
      details: { words: incomplete.map(({ line }) => `${line.number}：${line.lacks.join('、')}`).join('；') },
    });
  }
  return whole;
}

/** Head of a paper about all of them; the number is the day, the code seals who stands on it. */
export function frameOf(ctx: Ctx, organiserId: string, { planId }: PapersAsked, people: readonly RosterPerson[]) {
  const issuedOn = dateInShanghai(ctx.businessNowOf(organiserId));
  const content = [planId, issuedOn, ...people.map(({ line }) => `${line.id} ${line.version}`)].join('\n');
  return { number: `名册-${issuedOn}`, verificationCode: codeFor(content), issuedOn, watermark: null };
}

const sexOf = (word: string): '男' | '女' | '—' => (word === '女' || word === '男' ? word : '—');
export const committeeOf = (plan: Plan): string => plan.committee?.name ?? plan.organiser;

/** The unit or authority in whose name the list goes out: the first the caller holds of those the action allows. */
async function organisationOf(ctx: Ctx, scope: Scope): Promise<string> {
  for (const { relation, ids } of scope) {
    const table = relation === 'unit' ? 'unit' : relation === 'authority' ? 'authority' : null;
    if (table === null || ids.length === 0) continue;
    const row = await ctx.tx
      .selectFrom(table)
      .select('name')
      .where('id', 'in', [...ids])
      .executeTakeFirst();
    if (row) return row.name;
  }
  throw new AppError('NOT_FOUND');
}

function answer(fileName: string, pdf: Uint8Array): FileAnswer {
  return { fileName, mediaType: 'application/pdf', content: Buffer.from(pdf), disposition: 'inline' };
}

async function recordPrint(ctx: Ctx, organiserId: string, planId: string, kind: string, people: number): Promise<void> {
  await ctx.record({ organiserId, subject: { noun: 'plan', id: planId }, data: { kind, people } });
}
