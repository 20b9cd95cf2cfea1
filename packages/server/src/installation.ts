import type { Shelf } from './files/shelf.ts';
import type { Transactor } from './db/transaction.ts';
import type { Keys } from './security/keys.ts';
import type { Settings } from './start/settings.ts';

/** One running platform: everything that is made once at start and handed down. No module keeps a global. */
export interface Installation {
  readonly settings: Settings;
  readonly keys: Keys;
  readonly transactor: Transactor;
  /** Where sealed files lie. */
  readonly shelf: Shelf;
  /** Sweeps due deadlines or links the record now, not in some seconds; answers when done. Never needed for correctness. */
  readonly wake: (what: 'deadlines' | 'record') => Promise<void>;
}
