import { removeOrphans } from '../files/orphans.ts';
import { forgetOldUploads } from '../files/uploads.ts';
import type { Installation } from '../installation.ts';
import { sweepDeadlines } from '../jobs/sweep.ts';
import { startWorker } from '../jobs/worker.ts';
import { TASK_HANDLERS } from '../modules/index.ts';
import { keepPaymentsGoing } from '../modules/fee/index.ts';
import { keepVolumesGoing } from '../modules/volume/index.ts';
import { clearDestroyed, pruneLogs, sweepPassing } from '../modules/retention/index.ts';
import { markUses } from '../modules/reuse/index.ts';
import { beginFrontiers } from '../record/frontier.ts';
import { linkRecord } from '../record/sequencer.ts';
import { type InstallationOptions, openInstallation } from './installation.ts';
import { type Loop, startLoop } from './loop.ts';

/** An installation with its own work going on: deadlines swept, outbox done, record linked. */
export interface Platform {
  readonly installation: Installation;
  /** Does what is due now and answers when it is done. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}
export interface PlatformOptions extends InstallationOptions {
  /** Works on its own; else only when woken or told to `settle`, as tests do. */
  readonly keepRunning: boolean;
  /** Told what a long start is at. */
  readonly say?: (line: string) => void;
}
const SOON_MS = 3000;
const HALF_MINUTE_MS = 30_000;
const HOUR_MS = 60 * 60_000;

export async function openPlatform(options: PlatformOptions): Promise<Platform> {
  const loops: { [K in 'deadlines' | 'record']?: Loop } = {};
  const installation = await openInstallation({
    ...options,
    wake: (what) => loops[what]?.turn() ?? Promise.resolve(),
  });
  loops.deadlines = startLoop(() => sweepDeadlines(installation), SOON_MS);
  loops.record = startLoop(() => linkRecord(installation), SOON_MS);
  const { deadlines, record } = loops;
  await beginFrontiers(installation);
  await markUses(installation, (done) => options.say?.(`正在重新标记用过的业绩，供查找重复使用：已完成 ${done} 项…`));
  const orphans = startLoop(async () => {
    await removeOrphans(installation);
    await forgetOldUploads(installation);
    await pruneLogs(installation);
    await clearDestroyed(installation);
    await sweepPassing(installation);
  }, HOUR_MS);
  const payments = startLoop(() => keepPaymentsGoing(installation), HALF_MINUTE_MS);
  const volumes = startLoop(() => keepVolumesGoing(installation), HALF_MINUTE_MS);
  const worker = await startWorker({
    installation,
    connection: installation.connection,
    handlers: TASK_HANDLERS,
    keepRunning: options.keepRunning,
  });
  return {
    installation,
    settle: async () => {
      await deadlines.turn();
      await worker.drain();
      await record.turn();
    },
    close: async () => {
      for (const loop of [deadlines, orphans, payments, volumes, record]) await loop.stop();
      await worker.stop();
      await installation.close();
    },
  };
}
