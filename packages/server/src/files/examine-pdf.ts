import { Worker } from 'node:worker_threads';

/** `locked` by a password, `active` with scripts or files inside, `broken` where it cannot be opened in time. */
export type PdfFinding = 'fine' | 'locked' | 'active' | 'broken';

export interface ExamineJob {
  readonly id: number;
  readonly content: Uint8Array;
}
export interface ExamineReply {
  readonly id: number;
  readonly finding: PdfFinding;
}

const PATIENCE_MS = 20_000;
const MEMORY_MB = 512;

let worker: Worker | null = null;
let turn: Promise<unknown> = Promise.resolve();
let jobs = 0;

/** Opens a PDF in a thread of its own, one after the other, with limits of time and memory. Never throws over a file. */
export function examinePdf(content: Uint8Array): Promise<PdfFinding> {
  const mine = turn.then(() => ask(content));
  turn = mine;
  return mine;
}

function ask(content: Uint8Array): Promise<PdfFinding> {
  const at = worker ?? start();
  jobs += 1;
  const id = jobs;
  return new Promise((resolve) => {
    const done = (finding: PdfFinding): void => {
      clearTimeout(timer);
      at.off('message', heard);
      at.off('error', failed);
      at.unref();
      resolve(finding);
    };
    // The thread is given up with the file that broke it; the next file gets a fresh one.
    const failed = (): void => {
      if (worker === at) worker = null;
      void at.terminate();
      done('broken');
    };
    const heard = (reply: ExamineReply): void => {
      if (reply.id === id) done(reply.finding);
    };
    const timer = setTimeout(failed, PATIENCE_MS);
    at.ref();
    at.on('message', heard);
    at.on('error', failed);
    const copy = Uint8Array.from(content);
    at.postMessage({ id, content: copy } satisfies ExamineJob, [copy.buffer]);
  });
}

function start(): Worker {
  worker = new Worker(new URL('./examine-pdf-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  worker.unref();
  return worker;
}
