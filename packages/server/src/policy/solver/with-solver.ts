import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Solve } from '@zhiping/standard/compare/compare';

/** A query that takes longer than this is given up together with the process. */
const MOST_MS = 60_000;

type Message =
  | { readonly ready: true }
  | { readonly id: number; readonly output: string }
  | { readonly id: number; readonly problem: string };

/** A solver at work; whoever started it ends it. */
export interface Solver {
  /** Runs an SMT-LIB script; rejects when it cannot be read, the solver stops, or it takes longer than a minute. */
  readonly solve: Solve;
  end(): void;
}

/** Starts the solver in a process of its own. */
export function startSolver(): Solver {
  const child = fork(join(import.meta.dirname, 'worker.ts'), { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  const waiting = new Map<number, { resolve: (output: string) => void; reject: (error: Error) => void }>();
  let last = 0;
  let said = '';
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  child.stderr?.on('data', (text: Buffer) => {
    said = `${said}${text.toString('utf8')}`.slice(-2_000);
  });
  child.on('message', (message: Message) => {
    if ('ready' in message) return;
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if ('output' in message) one?.resolve(message.output);
    else one?.reject(new Error(`求解器不能处理：${message.problem}`));
  });
  child.on('error', fail);
  child.on('exit', (code) => fail(new Error(`求解器已停止（${code ?? '信号'}）${said}`)));
  const solve: Solve = (script) =>
    new Promise<string>((resolve, reject) => {
      last += 1;
      const id = last;
      const timer = setTimeout(() => child.kill('SIGKILL'), MOST_MS);
      const done =
        <V>(settle: (value: V) => void) =>
        (value: V): void => {
          clearTimeout(timer);
          settle(value);
        };
      waiting.set(id, { resolve: done(resolve), reject: done(reject) });
      child.send({ id, script });
    });
  return { solve, end: () => child.kill() };
}

/** Hands `use` a solver and ends it afterwards, whatever happens. */
export async function withSolver<T>(use: (solve: Solve) => Promise<T>): Promise<T> {
  const solver = startSolver();
  try {
    return await use(solver.solve);
  } finally {
    solver.end();
  }
}
