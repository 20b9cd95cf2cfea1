import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A real SMTP server that keeps what it accepts. */
export interface MailServer {
  readonly url: string;
  readonly received: readonly { readonly to: readonly string[]; readonly source: string }[];
  /** Refuses recipients with this code from now on; null accepts. */
  readonly refuseWith: (code: number | null) => void;
  readonly close: () => Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const received: { to: string[]; source: string }[] = [];
  let refusal: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (address, _session, done) => {
      const refused = refusal === null ? null : new Error(`mailbox ${address.address} unavailable`);
      done(refused === null ? null : Object.assign(refused, { responseCode: refusal }));
    },
    onData: (stream, session, done) => {
      text(stream).then((source) => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), source });
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuseWith: (code) => {
      refusal = code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
