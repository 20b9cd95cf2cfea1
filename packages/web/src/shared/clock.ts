import { useEffect, useState } from 'react';
import { api } from './api.ts';
import { deviceNow } from './device.ts';

/** `GET /api/clock`: business time of the organisers, and whether this is the demonstration installation. */
export interface Clock {
  readonly businessNow: string;
  readonly organisers: readonly { readonly organiserId: string; readonly name: string; readonly businessNow: string }[];
  readonly demonstration: boolean;
}

/** What the server said and when it said so by this device; business time now is the difference added. */
interface Heard {
  readonly clock: Clock;
  readonly at: number;
}

/** Business time of an organiser now as an ISO instant, running on from the last answer; of all where none is named. */
function runningOn({ clock, at }: Heard, organiserId: string | null): string {
  const own = clock.organisers.find((one) => one.organiserId === organiserId);
  return new Date(Date.parse((own ?? clock).businessNow) + deviceNow() - at).toISOString();
}

/**
 * Business time, asked once and again every minute; null until the first answer. With an organiser theirs: in the
 * demonstration every province has a time of its own.
 */
export function useClock(
  organiserId: string | null | undefined = null,
): { now: string; demonstration: boolean; others: Clock['organisers']; refresh: () => void } | null {
  const [heard, setHeard] = useState<Heard | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const ask = () =>
      void api.get<Clock>('/api/clock', stop.signal).then(
        (clock) => setHeard({ clock, at: deviceNow() }),
        // Without an answer the last known time stays; pages that need the time say so themselves.
        () => undefined,
      );
    ask();
    const timer = setInterval(ask, 60_000);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [asked]);
  if (!heard) return null;
  const { organisers, demonstration } = heard.clock;
  return {
    now: runningOn(heard, organiserId),
    demonstration,
    others: organisers,
    refresh: () => setAsked((n) => n + 1),
  };
}
