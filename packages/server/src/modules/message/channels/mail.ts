import { createTransport } from 'nodemailer';
import type { Settings } from '../../../start/settings.ts';
import type { Attempt, Channel } from './channels.ts';

const TIMEOUT_MS = 10_000;

/** Mail by SMTP. `Message-ID` is made of the delivery's id, so that a mail that comes twice is recognised as one. */
export function mailChannel(smtpUrl: string, { mailFrom, publicUrl }: Settings): Channel {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  return async ({ id, to, title, body }) => {
    try {
      await transport.sendMail({
        from: mailFrom,
        to: { name: '', address: to },
        subject: title,
        text: `${body}\n\n${publicUrl}/app/messages\n`,
        messageId: `<${id}@${new URL(publicUrl).hostname}>`,
        headers: { 'auto-submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { outcome: 'sent' };
    } catch (error) {
      return failureOf(error);
    }
  };
}

/** A 5xx of the recipient's server is final; everything else may be better later. */
function failureOf(error: unknown): Attempt {
  const { responseCode, code } = error as { readonly responseCode?: unknown; readonly code?: unknown };
  if (typeof responseCode === 'number') {
    const final = responseCode >= 500 && code !== 'EAUTH';
    return { outcome: final ? 'refused' : 'try-later', code: `smtp-${responseCode}` };
  }
  return { outcome: 'try-later', code: typeof code === 'string' && /^[A-Z]{3,20}$/.test(code) ? code : 'unreachable' };
}
