import type { PhotoProblem } from '../photo/index.ts';
import {
  levelNameOf,
  type Plan,
  pointWords,
  type SelfScoreEntry,
  selfScoreOf,
  specialtyOf,
  type StatementSpec,
} from '../plan/index.ts';
import type { Subject } from './state.ts';

/** What the rules look at in an application's content. */
export interface ContentFacts {
  readonly direction: string | null;
  readonly rows: readonly string[];
  readonly representative: string | null;
  readonly selfReport: string;
  readonly pledged: boolean;
  readonly declassified: boolean;
  readonly ownPart: boolean;
  /** Lines of the plan's self-score table. */
  readonly selfScore: readonly SelfScoreEntry[];
  /** Further texts of the plan, by id, with the achievements they rest on. */
  readonly statements: Readonly<Record<string, { readonly text: string; readonly rows: readonly string[] }>>;
}

/** One archive row as far as an application may take it. */
export interface ChoosableRow {
  readonly id: string;
  readonly heading: string;
  readonly achievement: boolean;
  readonly state: string;
}

/** One thing still lacking: the place to jump to, and words. */
export interface ContentLack {
  readonly place: string;
  readonly words: string;
  /** There is nothing at all at this place yet. */
  readonly missing?: true;
}

/** Levels whose conditions ask for achievements in every document so far. */
const WITHOUT_ACHIEVEMENTS: ReadonlySet<string> = new Set(['technician', 'assistant']);

/**
 * What an application still lacks before it can be sent to the unit or submitted (product F2, F3). `verified` asks
 * besides that the unit has verified every chosen row: true at submission, where the unit's review is behind it. `signed`
 * says whether the pledge was signed by hand, for plans that ask for it; `photo` is what the plan finds wrong with the photo.
 */
export function contentLacks(
  plan: Plan,
  subject: Subject,
  content: ContentFacts,
  rows: readonly ChoosableRow[],
  {
    verified,
    signed,
    photo = [],
  }: { readonly verified: boolean; readonly signed: boolean; readonly photo?: readonly PhotoProblem[] },
): readonly ContentLack[] {
  const lacks: ContentLack[] = [];
  const need = (place: string, words: string) => lacks.push({ place, words });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const directions = specialtyOf(plan, subject.specialty)?.directions ?? [];
  if (directions.length > 0 && !directions.includes(content.direction ?? '')) need('direction', '请选择专业方向');

  if (content.rows.length === 0 && !WITHOUT_ACHIEVEMENTS.has(subject.level)) need('rows', '请选择业绩成果');
  for (const id of content.rows) {
    const row = byId.get(id);
    if (!row || row.state === 'recycled') need(`rows.${id}`, '所选的一项业绩已不在档案中，请取消选择');
    else if (verified && row.state !== 'verified') need(`rows.${id}`, `“${row.heading}”还没有经单位核验`);
    else if (row.state === 'draft') need(`rows.${id}`, `“${row.heading}”还没有提交单位核验`);
    else if (row.state === 'returned') need(`rows.${id}`, `“${row.heading}”已被单位退回，请修改后重新提交核验`);
  }
  if (content.rows.length > 0 && plan.representativeWorks > 0) {
    if (content.representative === null) need('representative', '请选定一项代表作');
    else if (!content.rows.includes(content.representative)) need('representative', '代表作须是所选业绩中的一项');
  }

  for (const { what, words } of photo)
    lacks.push({ place: 'photo', words, ...(what === 'none' ? { missing: true } : {}) });

  const length = characters(content.selfReport.trim());
  if (length === 0) need('selfReport', '请写述职');
  else if (length > plan.selfReport.maxCharacters) {
    need('selfReport', `述职现有 ${length} 字，最多 ${plan.selfReport.maxCharacters} 字`);
  }
  for (const spec of statementsFor(plan, subject)) statementLacks(spec, content, need);
  selfScoreLacks(plan, subject, content, need);
  if (plan.pledges.some(({ by, signed: byHand }) => by === 'applicant' && byHand === true)) {
    if (!signed) need('pledged', '请签署真实性承诺：用手机扫码签名，或上传手写签名的扫描件');
  } else if (!content.pledged) need('pledged', '请作出真实性承诺');
  for (const { id, by } of plan.declarations) {
    if (by !== 'applicant') continue;
    if (id === 'declassified' && !content.declassified) need('declassified', '请确认材料不含涉密内容');
    if (id === 'own-part' && !content.ownPart) need('ownPart', '请确认已写明本人完成的部分');
  }
  return lacks;
}

/** The texts a plan asks for besides the self-report, by the route applied for. */
export function statementsFor(plan: Plan, subject: Pick<Subject, 'route'>): readonly StatementSpec[] {
  return plan.statements.filter(({ routes }) => routes === undefined || routes.includes(subject.route));
}

type Need = (place: string, words: string) => void;

function statementLacks(spec: StatementSpec, content: ContentFacts, need: Need): void {
  const place = `statements.${spec.id}`;
  const { text = '', rows = [] } = content.statements[spec.id] ?? {};
  const length = characters(text.trim());
  if (length === 0) {
    if (spec.required) need(place, `请写${spec.name}`);
    return;
  }
  if (length > spec.maxCharacters) need(place, `${spec.name}现有 ${length} 字，最多 ${spec.maxCharacters} 字`);
  if (spec.tied && rows.length === 0) need(place, `请为${spec.name}选定能证明的业绩`);
  if (rows.some((id) => !content.rows.includes(id))) need(place, `${spec.name}所依据的业绩须是本次选用的业绩`);
}

/** 自评分, ZJ 四(二)、七(二)、附件1二12: everybody scores oneself, and by this route the line must be reached. */
function selfScoreLacks(plan: Plan, subject: Subject, content: ContentFacts, need: Need): void {
  const table = plan.selfScore;
  if (!table) return;
  const result = selfScoreOf(table, content.selfScore);
  if (result.lines.length === 0) need('selfScore', `请填写${table.title}`);
  for (const { line, problems } of result.lines) for (const problem of problems) need(`selfScore.${line}`, problem);
  if (subject.route === 'self-score' && result.lines.length > 0 && !result.reachesLine) {
    need(
      'selfScore',
      `自评分 ${pointWords(result.total)} 分，按这种方式申报${levelNameOf(plan, subject.level)}须达到 ${pointWords(table.line)} 分`,
    );
  }
}

/** Characters as people count them: a rare character outside the basic plane is one. */
export function characters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
