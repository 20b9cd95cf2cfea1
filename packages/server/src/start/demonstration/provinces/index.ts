import type { Province } from '../province.ts';
import { LIAONING } from './liaoning.ts';
import { TIANJIN } from './tianjin.ts';
import { ZHEJIANG } from './zhejiang.ts';

/** The provinces of the demonstration, in the order in which they are shown. */
export const PROVINCES: readonly Province[] = [LIAONING, ZHEJIANG, TIANJIN];
