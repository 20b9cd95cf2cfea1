import { evaluate, parseDossier, type PlanForEvaluation, type StandardPack, type Verdict } from '@zhiping/standard';
import { checkExample, type Expectation, expectationSchema, statesById } from '@zhiping/standard/authoring/examples';
import { lintStandard } from '@zhiping/standard/authoring/lint/lint';
import { nodesOf } from '@zhiping/standard/authoring/pack-labels';
import { formatProblem } from '@zhiping/standard/authoring/problem';
import { type Loaded, type LoadedStandard, prepareStandard } from '@zhiping/standard/authoring/standard';
import { type PackChange, packChanges } from '@zhiping/standard/outline/index';
import { type SimulationAsked, simulatePart } from '@zhiping/standard/simulate/generated';
import type { SimulationTally } from '@zhiping/standard/simulate/simulation';
import type { Vocabulary } from '@zhiping/standard';

/** A version as its texts, with what it is checked with; everything a task needs travels with it. */
export interface VersionFiles {
  readonly standard: { readonly file: string; readonly text: string };
  readonly readings: { readonly file: string; readonly text: string } | null;
  readonly vocabulary: Vocabulary;
  /** `examples/NAME.dossier.json` and `examples/NAME.expected.json`, by file name. */
  readonly material: Readonly<Record<string, string>>;
  readonly plans: Readonly<Record<string, PlanForEvaluation>>;
}

export interface CheckReport {
  readonly problems: readonly string[];
  readonly lints: readonly { readonly where: string; readonly message: string }[];
  readonly readings: { readonly tried: number; readonly problems: readonly string[] };
  readonly examples: {
    readonly run: number;
    readonly failed: readonly {
      readonly name: string;
      readonly title: string;
      readonly differences: readonly string[];
    }[];
  };
  /** Conditions that no example ever saw in one of the states. */
  readonly unseen: readonly {
    readonly id: string;
    readonly label: string;
    readonly text: string;
    readonly lacking: readonly ('met' | 'unmet' | 'open')[];
  }[];
}

export interface ExampleEffect {
  readonly name: string;
  readonly title: string;
  readonly level: string;
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  /** Conditions whose state differs, outermost first. */
  readonly clauses: readonly {
    readonly id: string;
    readonly label: string;
    readonly text: string;
    readonly before: string;
    readonly after: string;
  }[];
}

export interface EffectReport {
  /** Why the newer one cannot be loaded; then nothing else is said. */
  readonly problems: readonly string[];
  readonly changes: readonly PackChange[];
  readonly run: number;
  readonly examples: readonly ExampleEffect[];
}

export type Task =
  | { readonly task: 'check'; readonly files: VersionFiles }
  | { readonly task: 'try'; readonly files: VersionFiles; readonly choices: Readonly<Record<string, string>> }
  | {
      readonly task: 'effect';
      readonly older: StandardPack;
      readonly newer: StandardPack;
      readonly files: VersionFiles;
    }
  | { readonly task: 'simulate'; readonly asked: SimulationAsked; readonly part: number; readonly of: number };
export type TaskAnswer<T extends Task['task']> = T extends 'check'
  ? CheckReport
  : T extends 'simulate'
    ? SimulationTally
    : EffectReport;

/** Does one task; `progress` is told how many people of a simulation are done. */
export function doTask(task: Task, progress: (done: number) => void): CheckReport | EffectReport | SimulationTally {
  switch (task.task) {
    case 'check':
      return checkVersion(task.files);
    case 'try':
      return tryReadings(task.files, task.choices);
    case 'effect':
      return effectOf(task.older, task.newer, task.files);
    case 'simulate':
      return simulatePart(task.asked, task.part, task.of, progress);
    default:
      return task satisfies never;
  }
}

const prepared = ({ standard, readings, vocabulary }: VersionFiles) =>
  prepareStandard({ standard, ...(readings ? { readings } : {}), vocabulary });
const said = (loaded: Extract<Loaded<unknown>, { ok: false }>) => loaded.problems.map(formatProblem);

function checkVersion(files: VersionFiles): CheckReport {
  const load = prepared(files);
  const loaded = load();
  if (!loaded.ok) {
    return {
      problems: said(loaded),
      lints: [],
      readings: { tried: 0, problems: [] },
      examples: { run: 0, failed: [] },
      unseen: [],
    };
  }
  const examples = examplesOf(files.material);
  const seen = new Map<string, Set<'met' | 'unmet' | 'open'>>();
  const failed = examples.flatMap(({ name, dossier, expected }) => {
    const plan = expected.plan === undefined ? undefined : files.plans[expected.plan];
    const { differences, evaluation } = checkExample(loaded.value.pack, dossier, expected, plan);
    for (const [id, state] of evaluation ? statesById(evaluation) : []) {
      const states = seen.get(id) ?? new Set();
      seen.set(id, states.add(state === 'met' || state === 'unmet' ? state : 'open'));
    }
    return differences.length > 0 ? [{ name, title: expected.title, differences }] : [];
  });
  return {
    problems: [],
    lints: lintStandard(loaded.value).map(({ where, message }) => ({ where, message })),
    readings: otherMeanings(loaded.value, load),
    examples: { run: examples.length, failed },
    unseen: unseenIn(loaded.value.pack, seen),
  };
}

/** Loads the pack once for each meaning not chosen. */
function otherMeanings({ pack }: LoadedStandard, load: ReturnType<typeof prepareStandard>): CheckReport['readings'] {
  const others = pack.readings.flatMap(({ id, chosen, meanings }) =>
    Object.keys(meanings).flatMap((meaning) => (meaning === chosen ? [] : [{ id, meaning }])),
  );
  const problems = others.flatMap(({ id, meaning }) => {
    const other = load({ [id]: meaning });
    return other.ok ? [] : said(other).map((problem) => `换用解读 ${id} 的 ${meaning}：${problem}`);
  });
  return { tried: others.length, problems };
}

const STATES = ['met', 'unmet', 'open'] as const;

function unseenIn(
  pack: StandardPack,
  seen: ReadonlyMap<string, ReadonlySet<(typeof STATES)[number]>>,
): CheckReport['unseen'] {
  return [...nodesOf(pack).values()].flatMap(({ id, kind, label, text }) => {
    const lacking = STATES.filter((state) => seen.get(id)?.has(state) !== true);
    return kind === 'ref' || lacking.length === 0 ? [] : [{ id, label, text, lacking }];
  });
}

interface Example {
  readonly name: string;
  readonly dossier: unknown;
  readonly expected: Expectation;
}

function examplesOf(material: VersionFiles['material']): readonly Example[] {
  return Object.entries(material).flatMap(([file, text]) => {
    const name = /^examples\/(.+)\.dossier\.json$/.exec(file)?.[1];
    const written = name === undefined ? undefined : material[`examples/${name}.expected.json`];
    if (name === undefined || written === undefined) return [];
    return [{ name, dossier: JSON.parse(text) as unknown, expected: expectationSchema.parse(JSON.parse(written)) }];
  });
}

function tryReadings(files: VersionFiles, choices: Readonly<Record<string, string>>): EffectReport {
  const load = prepared(files);
  const [before, after] = [load(), load(choices)];
  if (!before.ok) return { problems: said(before), changes: [], run: 0, examples: [] };
  if (!after.ok) return { problems: said(after), changes: [], run: 0, examples: [] };
  return effectOf(before.value.pack, after.value.pack, files);
}

/** What differs between two versions, and which examples come to something else. */
function effectOf(older: StandardPack, newer: StandardPack, files: VersionFiles): EffectReport {
  const examples = examplesOf(files.material);
  // A route itself says no more than the verdict does.
  const routes = new Set(
    [older, newer].flatMap(({ levels }) => levels.flatMap((one) => one.routes.map(({ node }) => node.id))),
  );
  const nodes = [...new Map([...nodesOf(older), ...nodesOf(newer)]).values()].filter(({ id }) => !routes.has(id));
  const effects = examples.flatMap((example): readonly ExampleEffect[] => {
    const [before, after] = [evaluated(older, example, files), evaluated(newer, example, files)];
    const clauses = nodes.flatMap(({ id, label, text }) => {
      const [was, is] = [before.states.get(id), after.states.get(id)];
      return was && is && was !== is && text !== '' ? [{ id, label, text, before: was, after: is }] : [];
    });
    if (before.verdict === after.verdict && clauses.length === 0) return [];
    const { title, level } = example.expected;
    return [{ name: example.name, title, level, before: before.verdict, after: after.verdict, clauses }];
  });
  return { problems: [], changes: packChanges(older, newer), run: examples.length, examples: effects };
}

function evaluated(
  pack: StandardPack,
  { dossier, expected }: Example,
  { plans }: VersionFiles,
): { readonly verdict: Verdict | null; readonly states: ReadonlyMap<string, string> } {
  const parsed = parseDossier(dossier);
  if (!parsed.ok) return { verdict: null, states: new Map() };
  const plan = expected.plan === undefined ? undefined : plans[expected.plan];
  const { level, asOf, route } = expected;
  const answer = evaluate({
    pack,
    dossier: parsed.dossier,
    level,
    asOf,
    ...(route ? { route } : {}),
    ...(plan ? { plan } : {}),
  });
  return answer.ok
    ? { verdict: answer.evaluation.verdict, states: statesById(answer.evaluation) }
    : { verdict: null, states: new Map() };
}
