import { Logger, run, runOnce, type TaskList } from 'graphile-worker';
import { asPlatform } from '../context.ts';
import { type Connection, openPool } from '../db/pool.ts';
import type { Installation } from '../installation.ts';
import type { TaskHandlers } from './handlers.ts';

/** Does the work of the outbox. */
export interface Worker {
  /** Does everything that is due now, and answers when it is done. */
  readonly drain: () => Promise<void>;
  readonly stop: () => Promise<void>;
}
export interface WorkerOptions {
  readonly installation: Installation;
  readonly connection: Connection;
  readonly handlers: TaskHandlers;
  /** False in tests, which drain when they want to. */
  readonly keepRunning: boolean;
}
const CONCURRENCY = 2;

/** Each job runs as the platform in one transaction; a failure is tried again later, twelve times over days. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const pool = openPool(options.connection, CONCURRENCY + 2);
  const taskList: TaskList = Object.fromEntries(
    Object.entries(options.handlers).map(([task, handle]) => [
      task,
      (payload: unknown) =>
        asPlatform(options.installation, `system.${task.replaceAll('.', '-')}`, (ctx) =>
          handle(ctx, payload as Readonly<Record<string, unknown>>),
        ),
    ]),
  );
  const logger = new Logger(() => (level, message) => {
    if (level === 'error') process.emitWarning(message);
  });
  const shared = { pgPool: pool, taskList, logger, noHandleSignals: true };
  // Without a single task the worker would refuse to look for work.
  const idle = Object.keys(taskList).length === 0;
  const runner =
    options.keepRunning && !idle ? await run({ ...shared, concurrency: CONCURRENCY, pollInterval: 2000 }) : null;
  return {
    drain: async () => {
      // Looking for work costs far more than seeing that there is none.
      const { rows } = idle ? { rows: [] } : await pool.query('select 1 from graphile_worker.jobs limit 1');
      if (rows.length > 0) await runOnce(shared);
    },
    stop: async () => {
      await runner?.stop();
      await pool.end();
    },
  };
}
