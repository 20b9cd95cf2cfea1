import { removeOrphans } from '../files/orphans.ts';
import type { Installation } from '../installation.ts';
import { sweepDeadlines } from '../jobs/sweep.ts';
import { linkRecord } from '../record/sequencer.ts';
import { type InstallationOptions, openInstallation } from './installation.ts';

/** An installation with its own work going on: deadlines swept, record linked. */
export interface Platform {
  readonly installation: Installation;
  /** Does what is due now and answers when it is done. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
}
const EVERY_MS = 3000;

export async function openPlatform(options: InstallationOptions): Promise<Platform> {
  const loops: { [K in 'deadlines' | 'record']?: Loop } = {};
  const installation = await openInstallation({ ...options, wake: (what) => loops[what]?.wake() });
  loops.deadlines = startLoop(() => sweepDeadlines(installation));
  loops.record = startLoop(() => linkRecord(installation));
  const { deadlines, record } = loops;
  await removeOrphans(installation);
  return {
    installation,
    settle: async () => {
      await deadlines.settle();
      await record.settle();
    },
    close: async () => {
      await deadlines.stop();
      await record.stop();
      await installation.close();
    },
  };
}

interface Loop {
  readonly wake: () => void;
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Runs `work` every few seconds and when woken, never twice at once. A failure is tried again at the next turn. */
function startLoop(work: () => Promise<unknown>): Loop {
  let running: Promise<void> = Promise.resolve();
  let queued = false;
  let stopped = false;
  const turn = (): Promise<void> => {
    if (stopped || queued) return running;
    queued = true;
    running = running
      .then(() => {
        queued = false;
        return work();
      })
      .then(
        () => undefined,
        (error: unknown) => process.emitWarning(error instanceof Error ? error : String(error)),
      );
    return running;
  };
  const timer = setInterval(turn, EVERY_MS);
  timer.unref();
  return {
    wake: () => void turn(),
    settle: turn,
    stop: async () => {
      clearInterval(timer);
      stopped = true;
      await running;
    },
  };
}
