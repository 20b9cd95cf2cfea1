import { keep } from '../../shared/device.ts';
import type { Draft } from './draft.ts';

/** What the form holds. Kept in this browser only when asked, never sent. */
export interface SelfCheckState {
  /** Id of the standard; null before one is chosen. */
  readonly standard: string | null;
  /** Id of the plan to count by; `none` for the standard alone, null for the newest plan. */
  readonly plan: string | null;
  readonly level: string | null;
  readonly draft: Draft;
}

export const EMPTY_STATE: SelfCheckState = { standard: null, plan: null, level: null, draft: {} };
const KEY = 'zhiping.self-check.1';

/** The draft kept in this browser; null where none is, or where it cannot be read any more. */
export function keptState(): SelfCheckState | null {
  const text = keep.read(KEY);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'draft' in value
      ? { ...EMPTY_STATE, ...(value as Partial<SelfCheckState>) }
      : null;
  } catch {
    return null;
  }
}

/** false where the browser refuses to keep anything. */
export const keepState = (state: SelfCheckState): boolean => keep.write(KEY, JSON.stringify(state));
export const eraseState = (): void => keep.erase(KEY);
