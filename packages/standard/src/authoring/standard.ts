import type { Level, Route } from '../language/node.ts';
import { ROUTES } from '../language/node.ts';
import type { DocumentFacts, DocumentMark, EarlierPeriod, StandardPack } from '../language/pack.ts';
import { VALUES } from '../vocabulary/values.ts';
import { checkVocabulary } from '../vocabulary/vocabulary.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { ConditionReader } from './conditions.ts';
import { parseCounting } from './counting.ts';
import { Cursor, parseText } from './cursor.ts';
import type { ParsedText } from './cursor.ts';
import { parseParameters, turningDays, valuesUntil } from './parameters.ts';
import type { Excused } from './lint/finding.ts';
import { LINTS } from './lint/finding.ts';
import type { Problem } from './problem.ts';
import { parseReadings } from './readings.ts';
import type { Choices, ReadingEffects } from './readings.ts';
import { checkReferences } from './references.ts';

/** The texts of a pack, with the names to show in problems. */
export interface StandardFiles {
  readonly standard: { readonly file: string; readonly text: string };
  readonly readings?: { readonly file: string; readonly text: string };
  /** The shared vocabulary, parsed by {@link loadVocabulary}. */
  readonly vocabulary: Vocabulary;
}

export type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A label of the document that has no condition, and why (for `source check`). */
export interface Unconditioned {
  readonly label: string;
  readonly because: string;
}

export interface LoadedStandard {
  readonly pack: StandardPack;
  readonly unconditioned: readonly Unconditioned[];
  /** Findings of `standard check` that are right in the document, and why. */
  readonly excused: readonly Excused[];
  /** Parameters that no condition uses. */
  readonly unusedParameters: readonly string[];
}

/** Reads `policies/vocabulary.yaml`. */
export function loadVocabulary(file: string, text: string): Loaded<Vocabulary> {
  const problems: Problem[] = [];
  const cursor = Cursor.open(file, text, problems);
  if (problems.length > 0) return { ok: false, problems };
  const checked = checkVocabulary(cursor.data());
  if (checked.ok) return { ok: true, value: checked.vocabulary };
  return {
    ok: false,
    problems: checked.problems.map((message) => ({ file, line: 1, column: 1, path: '', message })),
  };
}

/**
 * Reads a standard into its checked, self-contained form. Every mistake is reported at once with file, line and column;
 * `choices` takes other meanings of readings than the chosen ones.
 */
export function loadStandard(files: StandardFiles, choices: Choices = {}): Loaded<LoadedStandard> {
  return prepareStandard(files)(choices);
}

/** The same in two steps: the files are parsed once, and the answer loads them as often as other readings are tried. */
export function prepareStandard(files: StandardFiles): (choices?: Choices) => Loaded<LoadedStandard> {
  const standard = parseText(files.standard.file, files.standard.text);
  const readings = parseText(files.readings?.file ?? 'readings.yaml', files.readings?.text ?? '');
  return (choices = {}) => load(standard, readings, files.vocabulary, choices);
}

type Period = Loaded<LoadedStandard & { readonly turning: readonly string[] }>;

/** The newest period first, then those before each day on which a dated parameter took another value. */
function load(
  standard: ParsedText,
  readings: ParsedText,
  vocabulary: Vocabulary,
  choices: Choices,
): Loaded<LoadedStandard> {
  const newest = loadPeriod(standard, readings, vocabulary, choices, null);
  if (!newest.ok) return newest;
  const { turning, ...loaded } = newest.value;
  if (turning.length === 0) return { ok: true, value: loaded };
  const earlier: EarlierPeriod[] = [];
  for (const until of turning) {
    const period = loadPeriod(standard, readings, vocabulary, choices, until);
    if (!period.ok) return period;
    const { counting, shared, levels } = period.value.pack;
    earlier.push({ until, counting, shared, levels });
  }
  return { ok: true, value: { ...loaded, pack: { ...loaded.pack, earlier } } };
}

/** The standard with the parameters of the period before `until`; of the last period where it is null. */
function loadPeriod(
  standard: ParsedText,
  readingsText: ParsedText,
  vocabulary: Vocabulary,
  choices: Choices,
  until: string | null,
): Period {
  const problems: Problem[] = [];
  const root = Cursor.at(standard, problems);
  const readingsFile = Cursor.at(readingsText, problems);
  if (problems.length > 0) return { ok: false, problems };
  const { readings, effects } = parseReadings(readingsFile, choices);
  root.onlyKeys([
    'id',
    'name',
    'jurisdiction',
    'series',
    'document',
    'specialties',
    'tenure',
    'parameters',
    'definitions',
    'outside',
    'counting',
    'shared',
    'levels',
    'unconditioned',
    'excused',
  ]);
  const parameters = parseParameters(root.get('parameters'), effects);
  const reader = new ConditionReader(vocabulary, valuesUntil(parameters, until), effects);
  const outside = (root.get('outside')?.items() ?? []).map((item) => {
    item.onlyKeys(['id', 'document', 'note']);
    return {
      id: item.requiredText('id'),
      document: item.requiredText('document'),
      note: item.optionalText('note') ?? '',
    };
  });
  const tenure = root.requiredText('tenure');
  if (tenure !== 'ANNIVERSARY_AT' && tenure !== 'YEAR_DIFF') {
    root.get('tenure')?.fail('tenure 只能是 ANNIVERSARY_AT（按周年）或 YEAR_DIFF（年份相减）');
  }
  const pack: StandardPack = {
    id: root.requiredText('id'),
    name: root.requiredText('name'),
    jurisdiction: root.requiredText('jurisdiction'),
    series: root.requiredText('series'),
    document: parseDocument(root),
    specialties: (root.get('specialties')?.items() ?? []).map((item) => ({
      id: item.requiredText('id'),
      name: item.requiredText('name'),
      label: item.optionalText('label') ?? '',
      text: item.optionalText('text') ?? '',
    })),
    definitions: (root.get('definitions')?.items() ?? []).map((item) => ({
      id: item.requiredText('id'),
      word: item.requiredText('word'),
      label: item.optionalText('label') ?? '',
      text: item.requiredText('text'),
    })),
    outside,
    readings,
    ...parseTenure(tenure, effects),
    counting: parseCounting(root.get('counting'), reader, effects),
    shared: (root.get('shared')?.items() ?? []).flatMap(
      (item, index) => reader.node(item, `shared.${index + 1}`) ?? [],
    ),
    levels: parseLevels(root, reader),
    vocabulary,
  };
  checkReferences(reader, pack, effects);
  if (problems.length > 0) return { ok: false, problems };
  const unusedParameters = [...parameters.keys()].filter((name) => !reader.usedParameters.has(name));
  const unconditioned = parseUnconditioned(root);
  const excused = parseExcused(root);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { pack, unconditioned, excused, unusedParameters, turning: turningDays(parameters) } };
}

/** The standard's own rule; with a reading that says so, it stands against any plan. */
function parseTenure(written: string, effects: ReadingEffects): Pick<StandardPack, 'tenure' | 'tenureStands'> {
  const [fixed, second] = effects.tenure;
  second?.fail('两条解读都规定资历的算法');
  const rule = fixed?.text() ?? written;
  if (fixed && rule !== 'ANNIVERSARY_AT' && rule !== 'YEAR_DIFF')
    fixed.fail('tenure 只能是 ANNIVERSARY_AT 或 YEAR_DIFF');
  return { tenure: rule === 'YEAR_DIFF' ? rule : 'ANNIVERSARY_AT', ...(fixed ? { tenureStands: true as const } : {}) };
}

function parseDocument(root: Cursor): DocumentFacts {
  const map = root.get('document') ?? root;
  const day = (key: string, required: boolean): string => {
    const text = required ? map.requiredText(key) : (map.optionalText(key) ?? '');
    if (text !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) map.get(key)?.fail('应为日期 YYYY-MM-DD');
    return text;
  };
  const repealedOn = day('repealed-on', false);
  return {
    title: map.requiredText('title'),
    number: map.requiredText('number'),
    issuers: map.texts('issuers'),
    issuedOn: day('issued-on', true),
    inForceFrom: day('in-force-from', true),
    repealedOn: repealedOn === '' ? null : repealedOn,
    replaces: map.texts('replaces'),
    interpreters: map.texts('interpreters'),
    ...parseMark(map),
  };
}

/** 未经核实 or 示例: always with a note that says why. */
function parseMark(map: Cursor): { readonly mark?: DocumentMark } {
  const kind = map.optionalText('mark');
  if (kind === undefined) return {};
  if (kind !== 'unverified' && kind !== 'sample') {
    map.get('mark')?.fail('mark 只能是 unverified（未经核实）或 sample（示例）');
    return {};
  }
  return { mark: { kind, note: map.requiredText('mark-note') } };
}

function parseLevels(root: Cursor, reader: ConditionReader): readonly Level[] {
  const list = root.get('levels');
  if (!list) {
    root.fail('缺少 levels');
    return [];
  }
  return list.items().flatMap((item) => {
    item.onlyKeys(['level', 'name', 'label', 'routes']);
    const written = item.requiredText('level');
    const level = VALUES['title-level'].find((one) => one === written);
    if (!level) {
      item.get('level')?.fail(`没有层级 ${written}；可用：${VALUES['title-level'].join('、')}`);
      return [];
    }
    const label = item.optionalText('label') ?? '';
    const routes = (item.get('routes')?.items() ?? []).flatMap(
      (route) => parseRoute(route, level, label, reader) ?? [],
    );
    if (routes.length === 0) item.fail('至少要有一种申报方式');
    return [{ level, name: item.requiredText('name'), label, routes }];
  });
}

/** A route is written like a condition: `route`, `name` and the key of its kind. */
function parseRoute(item: Cursor, level: string, label: string, reader: ConditionReader): Route | null {
  const written = item.requiredText('route');
  const route = ROUTES.find((one) => one === written);
  if (!route) {
    item.get('route')?.fail(`没有申报方式 ${written}；可用：${ROUTES.join('、')}`);
    return null;
  }
  const name = item.requiredText('name');
  const node = reader.node(item.without(['route', 'name']), `${level}-${route}`);
  return node && { route, name, node: { ...node, label: node.label || label, text: node.text || name } };
}

function parseUnconditioned(root: Cursor): readonly Unconditioned[] {
  return (root.get('unconditioned')?.items() ?? []).map((item) => ({
    label: item.requiredText('label'),
    because: item.requiredText('because'),
  }));
}

function parseExcused(root: Cursor): readonly Excused[] {
  return (root.get('excused')?.items() ?? []).flatMap((item) => {
    item.onlyKeys(['lint', 'where', 'because']);
    const written = item.requiredText('lint');
    const lint = LINTS.find((one) => one === written);
    if (!lint) item.get('lint')?.fail(`没有提示 ${written}；可用：${LINTS.join('、')}`);
    const [where, because] = [item.requiredText('where'), item.requiredText('because')];
    return lint ? [{ lint, where, because }] : [];
  });
}
