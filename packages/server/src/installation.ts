import type { Transactor } from './db/transaction.ts';
import type { Keys } from './security/keys.ts';
import type { Settings } from './start/settings.ts';

/** One running platform: everything that is made once at start and handed down. No module keeps a global. */
export interface Installation {
  readonly settings: Settings;
  readonly keys: Keys;
  readonly transactor: Transactor;
  /** Asks for a sweep of due deadlines soon; never needed for correctness. */
  readonly wake: (what: 'deadlines' | 'record') => void;
}
