import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What a simulated register does with the next questions. */
export type SimulatedAnswer =
  /** Never answers; whoever asked has to give up. */
  | 'silence'
  | { readonly status: number; readonly body?: string }
  | { readonly rows: readonly { readonly key: string; readonly kind: string; readonly fields: object }[] };

/** A register that speaks docs/连接器.md over HTTP, for tests and trials. */
export interface RegisterSimulator {
  readonly url: string;
  /** What it was asked, address and body. */
  readonly asked: readonly { readonly path: string; readonly body: unknown }[];
  readonly answerWith: (answer: SimulatedAnswer) => void;
  readonly close: () => Promise<void>;
}

export async function startRegisterSimulator(key: string): Promise<RegisterSimulator> {
  const asked: { path: string; body: unknown }[] = [];
  let next: SimulatedAnswer = { rows: [] };
  const server = createServer((request, response) => {
    const finish = (status: number, body = ''): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    if (request.method !== 'POST') return finish(405);
    if (request.headers.authorization !== `Bearer ${key}`) return finish(401);
    json(request).then(
      (body) => {
        asked.push({ path: request.url ?? '', body });
        if (next === 'silence') return;
        if ('status' in next) finish(next.status, next.body);
        else finish(200, JSON.stringify({ found: next.rows.length > 0, rows: next.rows }));
      },
      () => finish(400),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/query`,
    asked,
    answerWith: (answer) => {
      next = answer;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
