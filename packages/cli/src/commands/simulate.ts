import { createReadStream, existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Readable } from 'node:stream';
import { parseDossier } from '@zhiping/standard';
import { NotCompilable } from '@zhiping/standard/compile/program';
import { upTo } from '@zhiping/standard/evaluate/up-to';
import { fits, takeIn } from '@zhiping/standard/intake/intake';
import { Population } from '@zhiping/standard/intake/population';
import { BLOCK, prepareSimulation, type SimulationAsked } from '@zhiping/standard/simulate/generated';
import type { SimulationResult } from '@zhiping/standard/simulate/result';
import { simulationText } from '@zhiping/standard/simulate/text';
import { simulateInThreads } from '@zhiping/server/policy/workbench/simulate';
import { dateInShanghai, systemNow } from '@zhiping/server/time/clocks';
import { linesOf } from '../batch/lines.ts';
import { levelAndDay, wordsOf } from '../arguments.ts';
import { folderOf, planOf, standardIn, Unusable } from '../policies.ts';

const USAGE = `用法：zhiping simulate 原标准 新标准 --level 层级 --population 文件|- | --generate 份数
        [--seed 种子] [--plan 年度计划] [--as-of YYYY-MM-DD] [--reading 解读=理解]… [--json]

  标准是编号或文件夹；--reading 改变新标准的解读，可写多次，如 --reading tenure-method=year
  --population  每行一份材料：材料本身，或 {"dossier": …}
  --generate    随机生成材料；同一种子得到同样的材料（默认 1）
  有读不了的行时说明行号，其余照算，以 1 结束；用法有误时以 2 结束。`;

const MAX_BYTES = 5_000_000;
const CHUNK = 2_000;

interface Asked extends SimulationAsked {
  readonly population: string | undefined;
  readonly json: boolean;
}

interface Outcome {
  readonly result: SimulationResult;
  /** Lines that could not be read. */
  readonly faulty: number;
}

/** `zhiping simulate OLD NEW`: prints who gains and who loses, by clause. */
export async function simulateCommand(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    console.log(USAGE);
    return 0;
  }
  try {
    const asked = readArguments(args);
    const { result, faulty } =
      asked.population === undefined ? await generated(asked) : await read(asked, asked.population);
    process.stdout.write(asked.json ? `${JSON.stringify(result, null, 2)}\n` : simulationText(result));
    return faulty === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    console.error(error.lines.join('\n'));
    return 2;
  }
}

/** People of its own making, on every core; large crowds tell how far they are. */
async function generated(asked: Asked): Promise<Outcome> {
  assertCompilable(asked);
  const threads = asked.people <= BLOCK ? 0 : availableParallelism();
  let told = 0;
  const result = await simulateInThreads(asked, threads, (done) => {
    const tenths = Math.floor((10 * done) / asked.people);
    if (threads === 0 || tenths === told) return;
    told = tenths;
    console.error(`已评估 ${done} 人，共 ${asked.people} 人`);
  });
  return { result, faulty: 0 };
}

/** People from a file or standard input, one on a line. */
async function read(asked: Asked, file: string): Promise<Outcome> {
  const { layout, simulation } = assertCompilable(asked);
  const population = new Population(layout, CHUNK);
  const flush = (): void => {
    simulation.add(population);
    population.clear();
  };
  let faulty = 0;
  const input: Readable = file === '-' ? process.stdin : createReadStream(file);
  for await (const { number, text } of linesOf(input, MAX_BYTES)) {
    if (text?.trim() === '') continue;
    const problem = text === null ? `超过 ${MAX_BYTES} 字节` : takeLine(text, population, asked.asOf);
    if (problem !== null) {
      faulty += 1;
      console.error(`第 ${number} 行：${problem}`);
    }
    if (population.size === CHUNK) flush();
  }
  flush();
  return { result: simulation.result, faulty };
}

/** Takes one line in; answers what is wrong with it, or null. */
function takeLine(text: string, population: Population, asOf: string): string | null {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return '不是 JSON';
    throw error;
  }
  const wrapped = typeof data === 'object' && data !== null && 'dossier' in data ? data.dossier : data;
  const parsed = parseDossier(wrapped);
  if (!parsed.ok) return parsed.problems.map(({ path, expected }) => `${path} 应为 ${expected}`).join('；');
  if (!fits(parsed.dossier)) return '一个列表超过 31 项，或数过大，模拟不能计入';
  takeIn(population, upTo(parsed.dossier, asOf));
  return null;
}

/** Prepares the two standards; says what cannot be compared. */
function assertCompilable(asked: Asked) {
  for (const pack of [asked.older, asked.newer]) {
    if (!pack.levels.some(({ level }) => level === asked.level))
      throw new Unusable([`${pack.name}没有层级 ${asked.level}`]);
    if (asked.asOf < pack.document.inForceFrom)
      throw new Unusable([`${pack.name}自 ${pack.document.inForceFrom} 起施行`]);
  }
  try {
    return prepareSimulation(asked);
  } catch (error) {
    if (error instanceof NotCompilable) throw new Unusable([error.message]);
    throw error;
  }
}

function readArguments(args: readonly string[]): Asked {
  const { values, positionals } = wordsOf(args, OPTIONS, USAGE);
  const [older, newer] = positionals;
  const problems: string[] = [];
  if (positionals.length !== 2) problems.push(`标准：写了 ${positionals.length} 个，应为原标准与新标准 2 个`);
  const { level, asOf } = levelAndDay(values, problems);
  const { population } = values;
  if ((population === undefined) === (values.generate === undefined))
    problems.push('--population 与 --generate 写一个');
  if (population !== undefined && population !== '-' && !existsSync(population))
    problems.push(`${population}：没有这个文件`);
  const generate = wholeOf('--generate', values.generate ?? '0', problems);
  const seed = wholeOf('--seed', values.seed ?? '1', problems);
  const choices = readings(values.reading ?? [], problems);
  if (problems.length > 0 || !level || older === undefined || newer === undefined) {
    throw new Unusable([...problems, '', USAGE]);
  }
  const plan = values.plan === undefined ? undefined : planOf(values.plan);
  return {
    older: standardIn(folderOf(older)).pack,
    newer: standardIn(folderOf(newer), choices).pack,
    level,
    plan: plan ?? null,
    asOf: asOf ?? plan?.asOf ?? dateInShanghai(systemNow()),
    population,
    people: generate,
    seed,
    json: values.json === true,
  };
}

function readings(written: readonly string[], problems: string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    written.flatMap((text) => {
      const [id, meaning, ...rest] = text.split('=');
      if (id && meaning && rest.length === 0) return [[id, meaning] as const];
      problems.push(`--reading：${text}，应写作 解读=理解`);
      return [];
    }),
  );
}

function wholeOf(name: string, text: string, problems: string[]): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  problems.push(`${name}：${text}，应为整数`);
  return 0;
}

const text = { type: 'string' } as const;
const OPTIONS = {
  level: text,
  plan: text,
  population: text,
  generate: text,
  seed: text,
  'as-of': text,
  reading: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;
