import { parentPort } from 'node:worker_threads';
import { doTask, type Task } from './tasks.ts';

/** A thread for work on policies that takes longer than a request should: checks, trials of readings, simulations. */
const port = parentPort;
if (port === null) throw new Error('policy/workbench/worker.ts runs only as a worker thread');

export interface WorkOrder {
  readonly id: number;
  readonly task: Task;
}
export type WorkReply =
  | { readonly id: number; readonly done: number }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: string };

port.on('message', ({ id, task }: WorkOrder) => {
  const reply = (message: WorkReply): void => port.postMessage(message);
  try {
    reply({ id, answer: doTask(task, (done) => reply({ id, done })) });
  } catch (error) {
    reply({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
