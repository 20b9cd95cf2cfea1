const KINDS = [
  'all',
  'any',
  'of',
  'not',
  'count',
  'sum',
  'every',
  'yearly',
  'fact',
  'elapsed',
  'tenure',
  'judge',
  'outside',
  'again',
];

type Written = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What an example needs to know of a condition: the key that says its kind, and its printed label or nothing. */
export interface Condition {
  readonly kind: string;
  readonly label: string;
}

/** The conditions of all routes of a level as written in standard.yaml, by id; references followed. */
export function conditionsOf(standard: unknown, level: string): ReadonlyMap<string, Condition> {
  const written = isMap(standard) ? standard : {};
  const everything = new Map<string, Written>();
  index(written['shared'], everything);
  index(written['levels'], everything);
  const found = new Map<string, Condition>();
  const wanted = asList(written['levels']).filter((one) => isMap(one) && one['level'] === level);
  if (wanted.length === 0) throw new Error(`没有层级 ${level}`);
  collect(wanted, everything, found);
  return found;
}

function index(value: unknown, into: Map<string, Written>): void {
  if (Array.isArray(value)) for (const part of value) index(part, into);
  if (!isMap(value)) return;
  if (typeof value['id'] === 'string') into.set(value['id'], value);
  for (const part of Object.values(value)) index(part, into);
}

function collect(value: unknown, everything: ReadonlyMap<string, Written>, found: Map<string, Condition>): void {
  if (Array.isArray(value)) for (const part of value) collect(part, everything, found);
  if (!isMap(value)) return;
  if (typeof value['ref'] === 'string') collect(everything.get(value['ref']), everything, found);
  const kind = KINDS.find((key) => key in value);
  if (typeof value['id'] === 'string' && kind) {
    found.set(value['id'], { kind, label: typeof value['label'] === 'string' ? value['label'] : '' });
  }
  for (const part of Object.values(value)) collect(part, everything, found);
}
