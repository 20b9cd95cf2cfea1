import { dayOfNumber, yearOf } from '../evaluate/dates.ts';
import { DOSSIER_LISTS, dossierSchema } from '../dossier/dossier.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { fieldsOf } from '../dossier/fields.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { Unknown, World } from './world.ts';

/** Values of a model by symbol: numbers, or 1 and 0 for true and false. */
export type Model = ReadonlyMap<string, number>;

/** Reads the answer to `(get-value (…))`: pairs of symbol and value. */
export function parseModel(text: string): Model {
  const model = new Map<string, number>();
  for (const [, symbol = '', value = '', negative] of text.matchAll(
    /\((\|[^|]*\|)\s+(true|false|\d+|\(- (\d+)\))\s*\)/gu,
  )) {
    model.set(symbol, value === 'true' ? 1 : value === 'false' ? 0 : negative ? -Number(negative) : Number(value));
  }
  return model;
}

type Json = Record<string, unknown>;
type Path = Unknown['path'];

/**
 * The dossier that a model describes; `judgements` by condition id. Everything that either standard looks at is stated. Null
 * when the model says what no dossier can say.
 */
export function dossierOf(world: World, model: Model, judgements: ReadonlyMap<string, boolean>): Dossier | null {
  const unknowns = world.unknowns();
  const absent = new Set(
    unknowns.flatMap(({ role, path, symbol }) =>
      role === 'presence' && model.get(symbol) !== 1 ? [path.join('.')] : [],
    ),
  );
  const isAbsent = (path: Path): boolean => path.some((_, at) => absent.has(path.slice(0, at + 1).join('.')));
  const root: Json = {};
  const years = new Map<string, Json>();
  for (const unknown of unknowns) {
    const { role, path, symbol } = unknown;
    if ((role !== 'value' && role !== 'presence') || !belongs(unknown, model)) continue;
    const list = String(path[0]);
    if (list.startsWith('assessments:')) {
      const record = years.get(list) ?? {};
      record[String(path[1])] = valueOf(unknown, model.get(symbol) ?? 0, world);
      years.set(list, record);
      continue;
    }
    if (role === 'presence') {
      place(root, path, isAbsent(path) ? null : {});
      continue;
    }
    if (!isAbsent(path)) place(root, path, valueOf(unknown, model.get(symbol) ?? 0, world));
  }
  const dossier = tidy(root) as Json;
  name(dossier, years, world.asOf);
  if (judgements.size > 0) {
    dossier['judgements'] = Object.fromEntries(
      [...judgements].map(([id, isMet]) => [id, { result: isMet ? 'met' : 'unmet' }]),
    );
  }
  const parsed = dossierSchema.safeParse(JSON.parse(JSON.stringify(dossier)));
  return parsed.success ? parsed.data : null;
}

function valueOf({ meaning, path }: Unknown, value: number, world: World): unknown {
  switch (meaning.form) {
    case 'word':
      return VALUES[meaning.scale][value];
    case 'claim': {
      const word = VALUES[meaning.scale][value];
      return { claimed: word, confirmed: word };
    }
    case 'number':
      return value;
    case 'date':
      return dayOfNumber(value);
    case 'text':
      return world.textOf(value);
    case 'yes':
      return value === 1;
    case 'index':
      return path.at(-1) === 'project' && value > 0 ? `项目 ${value}` : undefined;
    default:
      return meaning satisfies never;
  }
}

/** Whether the kind of achievement has the field, on this scale: kinds share names of fields with different words. */
function belongs({ path, meaning }: Unknown, model: Model): boolean {
  const [list, slot, key] = path;
  if (list !== 'achievements' || path.length < 3) return true;
  const kind = VALUES['achievement-kind'][model.get(`|achievements.${slot}.kind:achievement-kind|`) ?? 0];
  const known = fieldsOf('achievements').filter(({ id }) => id === key);
  const isWhole = path.length === 3 && 'scale' in meaning;
  return (
    known.length === 0 ||
    known.some((field) => field.kinds?.some((one) => one === kind) && (!isWhole || field.scale === meaning.scale))
  );
}

/** Writes into the tree of a dossier; a number in the path is a place in a list, held under its number until tidied. */
function place(root: Json, path: Path, value: unknown): void {
  let target = root;
  for (const [at, key] of path.slice(0, -1).entries()) {
    const next = path[at + 1];
    const inner = (target[String(key)] ?? (typeof next === 'number' ? { '#list': true } : {})) as Json;
    target[String(key)] = inner;
    target = inner;
  }
  const last = String(path.at(-1));
  if (value === null) return;
  target[last] = typeof value === 'object' && !('claimed' in value) ? { ...(target[last] as object) } : value;
}

/** Lists from what was held by number. */
function tidy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'claimed' in value) return value;
  const entries = Object.entries(value as Json);
  if ('#list' in value) {
    return entries
      .filter(([key]) => key !== '#list')
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([, one]) => tidy(one));
  }
  return Object.fromEntries(entries.map(([key, one]) => [key, tidy(one)]));
}

/** Ids and names, the current title, the assessments of each year. */
function name(dossier: Json, years: ReadonlyMap<string, Json>, asOf: string): void {
  // A list without room for a record is an empty list, which is not the same as an unknown one.
  for (const list of DOSSIER_LISTS) dossier[list] ??= [];
  const titles = (dossier['titles'] ?? []) as Json[];
  if (titles[0]) titles[0]['current'] = true;
  const achievements = (dossier['achievements'] ?? []) as Json[];
  for (const [index, record] of achievements.entries()) {
    record['id'] = `业绩 ${index + 1}`;
  }
  for (const record of achievements) nameEach(record['appraisals']);
  nameEach(dossier['recommendations']);
  if (years.size === 0) return;
  const obtained = titles[0]?.['obtainedOn'];
  const first = typeof obtained === 'string' ? yearOf(obtained) : yearOf(asOf);
  const later = years.get('assessments:later') ?? {};
  dossier['assessments'] = Array.from({ length: Math.max(0, yearOf(asOf) - first) }, (_, index) => ({
    year: first + index,
    ...(index === 0 ? (years.get('assessments:first') ?? later) : later),
  }));
}

function nameEach(experts: unknown): void {
  for (const [index, expert] of ((experts ?? []) as Json[]).entries()) expert['name'] = `专家 ${index + 1}`;
}
