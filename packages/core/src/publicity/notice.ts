import {
  currentTitleOf,
  effectiveDateOf,
  type Fields,
  type FieldValue,
  headingOf,
  kindSpec,
  type RowFacts,
  type RowKind,
} from '../archive/index.ts';

/** Categories of the publicity template, LN-2024 附件1; the template's 等 is our 其他. */
export const ACHIEVEMENT_CATEGORIES = [
  '项目',
  '作品',
  '专利',
  '计算机软件著作权',
  '标准规范',
  '科技奖励',
  '技术报告',
  '著作',
  '论文',
  '人才认可',
  '其他',
] as const;
export type AchievementCategory = (typeof ACHIEVEMENT_CATEGORIES)[number];

/** The person as publicised, LN-2024 附件1 一. Months are `YYYY-MM`. */
export interface NoticePerson {
  readonly name: string;
  readonly sex: '男' | '女';
  readonly bornIn: string;
  readonly education: string;
  readonly currentTitle: string;
  readonly currentTitleSince: string | null;
  readonly post: string;
}

/** One achievement as publicised, LN-2024 附件1 二: months only. */
export interface NoticeAchievement {
  readonly rowId: string;
  readonly name: string;
  readonly startedIn: string;
  /** Null while it goes on. */
  readonly endedIn: string | null;
  readonly content: string;
  readonly role: '主持' | '参与' | '独立';
  readonly category: AchievementCategory;
}

export interface NoticeContent {
  /** Null while something of the person is missing. */
  readonly person: NoticePerson | null;
  readonly achievements: readonly NoticeAchievement[];
  /** What has to be filled in before it can be posted, in Chinese. */
  readonly missing: readonly string[];
}

const CATEGORIES: Partial<Record<RowKind, AchievementCategory>> = {
  project: '项目',
  'research-topic': '项目',
  patent: '专利',
  'software-copyright': '计算机软件著作权',
  standard: '标准规范',
  award: '科技奖励',
  report: '技术报告',
  'endorsed-report': '技术报告',
  book: '著作',
  paper: '论文',
  creation: '作品',
  contest: '人才认可',
  commendation: '人才认可',
};

/**
 * What a unit publicises of a person: from the archive rows the unit verified and, of the achievements, those chosen for
 * the application. Nothing else of the archive gets in; a day of birth or of completion becomes a month.
 */
export function noticeContent(rows: readonly RowFacts[], chosen: ReadonlySet<string>): NoticeContent {
  const verified = rows.filter(({ state }) => state === 'verified');
  const missing: string[] = [];
  const person = personOf(verified, missing);
  const achievements: NoticeAchievement[] = [];
  for (const row of rows) {
    if (!chosen.has(row.id) || !kindSpec(row.kind).achievement || row.kind === 'benefit') continue;
    const name = headingOf(row);
    const time = timeOf(row);
    if (row.state !== 'verified') missing.push(`“${name}”还没有经单位核验`);
    else if (time === null) missing.push(`“${name}”没有写明时间`);
    else {
      const category = CATEGORIES[row.kind] ?? '其他';
      achievements.push({ rowId: row.id, name, ...time, content: contentOf(row), role: roleOf(row), category });
    }
  }
  if (achievements.length === 0) missing.push('没有选用经单位核验的业绩');
  achievements.sort((a, b) => (a.startedIn < b.startedIn ? -1 : a.startedIn > b.startedIn ? 1 : 0));
  return { person: missing.length === 0 ? person : (person ?? null), achievements, missing };
}

function personOf(rows: readonly RowFacts[], missing: string[]): NoticePerson | null {
  const basic = rows.find(({ kind }) => kind === 'basic')?.fields;
  if (!basic) {
    missing.push('基本信息还没有经单位核验');
    return null;
  }
  const name = text(basic.name);
  const bornIn = monthOf(basic.bornOn);
  const post = text(basic.post);
  const education = educationOf(rows);
  if (name === '' || bornIn === null || post === '') missing.push('基本信息不完整');
  if (education === '') missing.push('学历还没有经单位核验');
  if (name === '' || bornIn === null || post === '' || education === '') return null;
  const title = currentTitleOf(rows);
  return {
    name,
    sex: basic.sex === 'female' ? '女' : '男',
    bornIn,
    education,
    currentTitle: title?.name ?? '无',
    currentTitleSince: title === null ? null : monthOf(title.acquiredOn),
    post,
  };
}

/** Highest education and highest degree, e.g. 大学本科、学士学位. The lists of the fields run from high to low. */
function educationOf(rows: readonly RowFacts[]): string {
  return (['education', 'degree'] as const)
    .map((kind) => {
      const choices = choicesOf(kind, 'level');
      const held = rows.filter((row) => row.kind === kind).map((row) => row.fields.level);
      return choices.find(({ value }) => held.includes(value))?.label;
    })
    .filter((label) => label !== undefined)
    .join('、');
}

/** From beginning to end where the row says so, else the month of the date by which it counts. */
function timeOf(row: RowFacts): Pick<NoticeAchievement, 'startedIn' | 'endedIn'> | null {
  const { startedOn, finishedOn, filedOn } = row.fields;
  const counted = monthOf(effectiveDateOf(row));
  if (row.kind === 'project' || row.kind === 'research-topic') {
    const startedIn = monthOf(startedOn) ?? counted;
    return startedIn === null ? null : { startedIn, endedIn: monthOf(finishedOn) };
  }
  return counted === null ? null : { startedIn: monthOf(filedOn) ?? counted, endedIn: counted };
}

/** The own part in the person's words; for what has none, where it stands. */
function contentOf({ fields, kind }: RowFacts): string {
  if (text(fields.myPart) !== '') return text(fields.myPart);
  if (kind === 'paper') return [text(fields.journal), text(fields.issue)].filter((part) => part !== '').join('，');
  const facts = [fields.number, fields.publisher, fields.issuer, fields.certificateNumber, fields.description];
  return facts.map(text).find((part) => part !== '') ?? headingOf({ fields, kind });
}

const ROLES: Readonly<Record<string, NoticeAchievement['role']>> = {
  independent: '独立',
  host: '主持',
  'main-lead': '主持',
  'main-contributor': '参与',
  participant: '参与',
};

/**
 * The template knows three roles only. Heads count as 主持; contributors as 参与; of rows without a role, the only person
 * as 独立 and the first as 主持.
 */
function roleOf({ fields }: RowFacts): NoticeAchievement['role'] {
  const role = ROLES[text(fields.role)];
  if (role !== undefined) return role;
  if (fields.place === 1 && fields.people === 1) return '独立';
  return fields.place === 1 || fields.authorPlace === 1 || fields.corresponding === true ? '主持' : '参与';
}

function choicesOf(kind: RowKind, name: string): readonly { readonly value: string; readonly label: string }[] {
  const field = kindSpec(kind).fields.find((one) => one.name === name);
  return field?.type === 'choice' ? field.choices : [];
}

const text = (value: Fields[string] | undefined): string => (typeof value === 'string' ? value.trim() : '');
const monthOf = (value: FieldValue | undefined): string | null =>
  typeof value === 'string' && /^\d{4}-\d{2}/.test(value) ? value.slice(0, 7) : null;
