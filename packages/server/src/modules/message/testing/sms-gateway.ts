import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A gateway for text messages that speaks docs/SMS.md and keeps what it is given, for tests and trials. */
export interface SmsGateway {
  readonly url: string;
  /** One entry for each idempotency key, as a supplier would have sent it. */
  readonly sent: ReadonlyMap<string, { readonly to: string; readonly template: string; readonly text: string }>;
  /** How many calls there were, repeated ones too. */
  readonly calls: () => number;
  /** Answers this status to everything from now on; 200 again accepts. */
  readonly answerWith: (status: number) => void;
  readonly close: () => Promise<void>;
}

export async function startSmsGateway(key: string): Promise<SmsGateway> {
  const sent = new Map<string, { to: string; template: string; text: string }>();
  let status = 200;
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    const finish = (code: number): void => void response.writeHead(code).end();
    const id = request.headers['idempotency-key'];
    if (request.headers.authorization !== `Bearer ${key}`) return finish(401);
    if (status !== 200) return finish(status);
    if (typeof id !== 'string') return finish(400);
    json(request).then(
      (body) => {
        if (!sent.has(id)) sent.set(id, body as { to: string; template: string; text: string });
        finish(200);
      },
      () => finish(400),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    sent,
    calls: () => calls,
    answerWith: (next) => {
      status = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
