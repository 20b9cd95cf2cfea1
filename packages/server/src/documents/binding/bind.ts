import { Worker } from 'node:worker_threads';

/** One paper of a volume: a PDF as it is, or a picture that becomes a page. */
export interface Paper {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
export type BindAsk =
  | { readonly id: number; readonly do: 'count'; readonly papers: readonly Paper[] }
  | { readonly id: number; readonly do: 'bind'; readonly papers: readonly Paper[]; readonly unnumbered: number };
export type BindReply =
  | { readonly id: number; readonly pages: readonly (number | null)[] }
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly failure: string };
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** Binds papers in a thread of its own: large files must not hold up the requests. */
export interface Binder {
  /** Pages of each paper; null for one that can only be given along as a file. */
  readonly count: (papers: readonly Paper[]) => Promise<readonly (number | null)[]>;
  /** All papers as one PDF. The first `unnumbered` pages carry no number; the next is page 1. */
  readonly bind: (papers: readonly Paper[], unnumbered: number) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

const MEMORY_MB = 1024;

/** The thread does not keep the process alive. A paper that breaks it fails the call, not the server. */
export function startBinder(): Binder {
  const worker = new Worker(new URL('./bind-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  worker.unref();
  let last = 0;
  const ask = (question: WithoutId<BindAsk>): Promise<BindReply> =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      const done = (): void => {
        worker.off('message', heard);
        worker.off('error', failed);
        worker.off('exit', ended);
      };
      const failed = (error: unknown): void => {
        done();
        reject(error instanceof Error ? error : new Error(String(error)));
      };
      const ended = (): void => failed(new Error('the binder has stopped'));
      const heard = (reply: BindReply): void => {
        if (reply.id !== id) return;
        done();
        resolve(reply);
      };
      worker.on('message', heard);
      worker.on('error', failed);
      worker.on('exit', ended);
      worker.postMessage({ ...question, id });
    });
  return {
    count: async (papers) => {
      const reply = await ask({ do: 'count', papers });
      if ('pages' in reply) return reply.pages;
      throw new Error('failure' in reply ? reply.failure : 'the binder answered something else');
    },
    bind: async (papers, unnumbered) => {
      const reply = await ask({ do: 'bind', papers, unnumbered });
      if ('pdf' in reply) return reply.pdf;
      throw new Error('failure' in reply ? reply.failure : 'the binder answered something else');
    },
    close: async () => {
      await worker.terminate();
    },
  };
}
