import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { parseCalendarYear, readPlan, readQuestions, searchWordsSchema } from '@zhiping/core';
import { parseYaml } from '@zhiping/standard';
import { formatProblem } from '@zhiping/standard/authoring/problem';
import type { Pack } from '../modules/policy/index.ts';
import { readStandard } from './read-standard.ts';

type Content = Pack['content'];
/** Turns the value of a pack's main file into the checked pack. Throws with every problem named. */
type Reader = (value: unknown, folder: string, policies: string) => Content;

const READERS: Readonly<Record<Pack['kind'], Reader>> = {
  calendar: (value) => plain(parseCalendarYear(value)),
  plan: (value) => {
    const reading = readPlan(value);
    if (!reading.ok) throw new Error(reading.problems.map(({ path, problem }) => `${path}：${problem}`).join('\n'));
    return plain(value);
  },
  questions: (value) => {
    const reading = readQuestions(value);
    if (!reading.ok) throw new Error(reading.problems.map(({ path, problem }) => `${path}：${problem}`).join('\n'));
    return plain(reading.questions);
  },
  words: (value) => plain(searchWordsSchema.parse(value)),
  standard: (_value, folder, policies) => {
    const loaded = readStandard(policies, folder);
    if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
    return plain(loaded.value.pack);
  },
};

export class PackUnreadable extends Error {}

/** Every pack under `policies/`, as drafts under review. `folder` is the folder `policies`. */
export function readPacks(folder: string): readonly Pack[] {
  const calendars = filesOf(join(folder, 'calendars'), '.yaml').map((path) =>
    readPack(folder, 'calendar', basename(path, '.yaml'), path),
  );
  const others = foldersOf(folder)
    .filter((path) => basename(path) !== 'calendars')
    .flatMap(foldersOf)
    .flatMap((path) =>
      (['standard', 'plan', 'questions'] as const)
        .map((kind) => ({ kind, file: join(path, `${kind}.yaml`) }))
        .filter(({ file }) => existsSync(file))
        .map(({ kind, file }) => readPack(folder, kind, basename(path), file)),
    );
  const words = join(folder, 'search-words.yaml');
  return [...calendars, ...others, ...(existsSync(words) ? [readPack(folder, 'words', 'search-words', words)] : [])];
}

function readPack(root: string, kind: Pack['kind'], pack: string, path: string): Pack {
  const text = readFileSync(path, 'utf8');
  try {
    const content = READERS[kind](parseYaml(text), dirname(path), root);
    // Questions stand beside the standard they are about and carry an id of their own.
    const id = kind === 'questions' && typeof content['pack'] === 'string' ? content['pack'] : pack;
    return {
      pack: id,
      kind,
      name: nameOf(content, id),
      content,
      source: sourceOf(root, path),
      material: kind === 'standard' ? materialOf(dirname(path)) : {},
    };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new PackUnreadable(`政策文件 ${relative(root, path)} 有问题：\n${why}`, { cause });
  }
}

/** The texts a version was made from: its main file and, beside a standard, its readings. */
function sourceOf(root: string, path: string): Pack['source'] {
  const files = [path, join(dirname(path), 'readings.yaml')];
  const own = basename(path) === 'standard.yaml' ? files.filter((file) => existsSync(file)) : [path];
  return Object.fromEntries(own.map((file) => [relative(root, file), readFileSync(file, 'utf8')]));
}

/** What a standard is checked with: its examples with what each must come to, and the labels of the official text. */
function materialOf(folder: string): Readonly<Record<string, string>> {
  const examples = filesOf(join(folder, 'examples'), '.json');
  const labels = join(folder, 'labels.json');
  const files = [...examples, ...(existsSync(labels) ? [labels] : [])];
  return Object.fromEntries(files.map((file) => [relative(folder, file), readFileSync(file, 'utf8')]));
}

function nameOf(content: Content, pack: string): string {
  for (const key of ['name', 'title'] as const) if (typeof content[key] === 'string') return content[key];
  return typeof content['year'] === 'number' ? `${content['year']}年工作日表` : pack;
}

/** What is left of a value as JSON: no class instances, no undefined. */
function plain(value: unknown): Content {
  return JSON.parse(JSON.stringify(value)) as Content;
}

function foldersOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.map(({ name }) => join(folder, name)).toSorted();
}

function filesOf(folder: string, ending: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .toSorted();
}
