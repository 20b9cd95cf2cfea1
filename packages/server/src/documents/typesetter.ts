import { Worker } from 'node:worker_threads';

export interface CompileJob {
  readonly id: number;
  readonly template: string;
  readonly inputs: Record<string, string>;
  /** JPEG that templates find as `photo.jpg`. */
  readonly photo: Uint8Array | null;
}
export type CompileReply =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly failure: string };

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** One worker thread with the typesetter; jobs run in the order they come. */
export interface Typesetter {
  /** The finished PDF/A-2b. Rejects when the template fails: a fault of ours, never of the data. */
  readonly compile: (
    template: string,
    inputs: Record<string, string>,
    photo?: Uint8Array | null,
  ) => Promise<Uint8Array>;
  /** False once the thread has ended; a new one must be started then. */
  readonly alive: () => boolean;
  readonly close: () => Promise<void>;
}

/** `fontFolders` are the only folders whose fonts the templates name. The thread does not keep the process alive. */
export function startTypesetter(fontFolders: readonly string[]): Typesetter {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { folders: fontFolders } });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let dead: Error | null = null;

  const failAll = (error: Error): void => {
    dead = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.unref();
  worker.on('error', (error: unknown) => failAll(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => failAll(new Error('the typesetter has stopped')));
  worker.on('message', (reply: CompileReply) => {
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
    if ('pdf' in reply) caller?.resolve(reply.pdf);
    else caller?.reject(new Error(`document template failed: ${reply.failure}`));
  });

  return {
    compile: (template, inputs, photo = null) =>
      new Promise((resolve, reject) => {
        if (dead !== null) {
          reject(dead);
          return;
        }
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.ref();
        worker.postMessage({ id: last, template, inputs, photo } satisfies CompileJob);
      }),
    alive: () => dead === null,
    close: async () => {
      await worker.terminate();
    },
  };
}
