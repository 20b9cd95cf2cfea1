import type { Plan } from './schema.ts';

/** What each printed label of the notice became in the plan: the names or wordings that stand beside it. */
export function planWordsByLabel(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  collect(plan, words, '计划');
  return words;
}

/** Several labels are joined by 、; text after the last number of the first one is told apart by its own printed form. */
function collect(value: unknown, words: Map<string, string[]>, where: string): void {
  if (Array.isArray(value)) for (const part of value) collect(part, words, where);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const record = value as Readonly<Record<string, unknown>>;
  if (typeof record['label'] === 'string' && typeof record['because'] !== 'string') {
    for (const label of record['label'].split('、')) {
      // An article of a law stands in another document.
      if (label.includes('第') || label.endsWith('条')) continue;
      const known = words.get(label) ?? [];
      const text = wordingOf(record, where);
      if (!known.includes(text)) known.push(text);
      words.set(label, known);
    }
  }
  for (const [key, part] of Object.entries(record)) collect(part, words, NAMES[key] ?? where);
}

/** The parts of a plan as people call them, for records that have no name of their own. */
const NAMES: Readonly<Record<string, string>> = {
  scope: '申报范围',
  cutOff: '业绩截止',
  awards: '有效奖项',
  evidence: '证据链',
  tenure: '资历计算',
  submissions: '提交次数',
  feedback: '审核意见',
  unit: '单位公示',
  result: '评后公示',
  committees: '评审权限',
  entrusted: '委托评审',
  evaluation: '评审方式',
  defence: '面试答辩',
  selfScore: '量化自评',
  fee: '评审费',
  voting: '表决',
  photo: '照片',
  delivery: '报送地址',
  selfReport: '述职字数',
};

function wordingOf(record: Readonly<Record<string, unknown>>, where: string): string {
  for (const key of ['name', 'question', 'text', 'authority', 'title'] as const) {
    const text = record[key];
    if (typeof text === 'string' && text !== '') return text;
  }
  return where;
}
