import type { Settings } from '../../../start/settings.ts';

/** What leaves the site, with the address it goes to. The id is the same on every attempt. */
export interface Outgoing {
  readonly id: string;
  readonly to: string;
  readonly template: string;
  readonly title: string;
  readonly body: string;
}

/** What became of one attempt. `code` is ours or a number, never what the other side said: that may hold the address. */
export type Attempt =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'try-later' | 'refused'; readonly code: string };

/** One way out of the site. */
export type Channel = (message: Outgoing) => Promise<Attempt>;

export const CHANNELS = ['mail', 'sms'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** The ways the operator set up. */
export function channelsOf(settings: Settings): readonly ChannelName[] {
  return CHANNELS.filter((name) => (name === 'mail' ? settings.smtpUrl : settings.smsUrl) !== null);
}

/** Whether a message can leave the site at all. */
export const leadsOutside = (settings: Settings): boolean => channelsOf(settings).length > 0;
