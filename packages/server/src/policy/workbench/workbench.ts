import { Worker } from 'node:worker_threads';
import type { Task, TaskAnswer } from './tasks.ts';
import type { WorkOrder, WorkReply } from './worker.ts';

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly progress: (done: number) => void;
}

/**
 * One thread beside the one that answers requests, started at the first task and again after a failure; tasks run in the
 * order they come. It does not keep the process alive while it has nothing to do.
 */
export class Workbench {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  /** Rejects where the task itself fails: a fault of ours, never of a pack. */
  run<T extends Task>(task: T, progress: (done: number) => void = () => undefined): Promise<TaskAnswer<T['task']>> {
    const worker = this.#open();
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, progress });
      worker.ref();
      worker.postMessage({ id, task } satisfies WorkOrder);
    });
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    const fail = (error: Error): void => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    };
    worker.unref();
    worker.on('error', (error: unknown) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => fail(new Error('the policy workbench has stopped')));
    worker.on('message', (reply: WorkReply) => this.#receive(worker, reply));
    this.#worker = worker;
    return worker;
  }

  #receive(worker: Worker, reply: WorkReply): void {
    const waiting = this.#waiting.get(reply.id);
    if (!waiting) return;
    if ('done' in reply) {
      waiting.progress(reply.done);
      return;
    }
    this.#waiting.delete(reply.id);
    if (this.#waiting.size === 0) worker.unref();
    if ('answer' in reply) waiting.resolve(reply.answer);
    else waiting.reject(new Error(`policy workbench: ${reply.failure}`));
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }
}

const workbench = new Workbench();
export const runTask: Workbench['run'] = (task, progress) => workbench.run(task, progress);
export const closeWorkbench = (): Promise<void> => workbench.close();
