import { standardCommand as check } from './standard-check.ts';
import { standardCompare as compare } from './standard-compare.ts';

/** `zhiping standard check …` and `zhiping standard compare …`. */
export const standardCommand = (args: readonly string[]): Promise<number> =>
  args[0] === 'compare' ? compare(args.slice(1)) : check(args);
