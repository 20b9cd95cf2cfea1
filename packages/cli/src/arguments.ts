import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { type TitleLevel, VALUES } from '@zhiping/standard';
import { isDay } from './day.ts';
import { Unusable } from './policies.ts';

/** The words of a command by its options. Throws {@link Unusable} with the usage where one is not known. */
export function wordsOf<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T, usage: string) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new Unusable([error instanceof Error ? error.message : String(error), '', usage]);
  }
}

/** `--level` (needed) and `--as-of`; what is wrong with them is added to `problems`. */
export function levelAndDay(
  { level: wanted, 'as-of': asOf }: { readonly level?: string | undefined; readonly 'as-of'?: string | undefined },
  problems: string[],
): { readonly level: TitleLevel | undefined; readonly asOf: string | undefined } {
  const level = VALUES['title-level'].find((one) => one === wanted);
  if (!level) problems.push(`--level：${wanted ?? '没有写'}，应为 ${VALUES['title-level'].join('、')} 之一`);
  if (asOf !== undefined && !isDay(asOf)) problems.push(`--as-of：${asOf}，应为真实日期 YYYY-MM-DD`);
  return { level, asOf };
}
