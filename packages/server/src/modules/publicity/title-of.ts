import { PLAN_LEVEL_NAMES } from '@zhiping/core';

/** Name of the title of a level, e.g. 高级工程师. */
export function titleOf(level: string): string {
  return (PLAN_LEVEL_NAMES as Readonly<Record<string, string>>)[level] ?? level;
}
