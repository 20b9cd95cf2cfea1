import { describeError } from '../http/errors.ts';

export interface Loop {
  /** Works now, or once more after the turn that is going on; answers when that is done. */
  readonly turn: () => Promise<void>;
  /** Lets the turn that is going on end and starts no more. */
  readonly stop: () => Promise<void>;
}

/** Runs `work` every so many milliseconds and when told, never twice at once. What fails is tried at the next turn. */
export function startLoop(work: () => Promise<unknown>, everyMs: number): Loop {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  let stopped = false;
  const turn = (): Promise<void> => {
    if (stopped) return running;
    next ??= running.then(async () => {
      next = null;
      try {
        await work();
      } catch (error) {
        process.emitWarning(JSON.stringify(describeError(error)));
      }
    });
    running = next;
    return next;
  };
  const timer = setInterval(() => void turn(), everyMs);
  timer.unref();
  return {
    turn,
    stop: async () => {
      clearInterval(timer);
      stopped = true;
      await running;
    },
  };
}
