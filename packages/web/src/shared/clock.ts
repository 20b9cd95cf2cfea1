import { useEffect, useState } from 'react';
import { api } from './api.ts';
import { deviceNow } from './device.ts';

/** `GET /api/clock`: business time of the organiser, and whether this is the demonstration installation. */
export interface Clock {
  readonly businessNow: string;
  readonly demonstration: boolean;
}

/** What the server said and when it said so by this device; business time now is the difference added. */
interface Heard {
  readonly clock: Clock;
  readonly at: number;
}

/** Business time now as an ISO instant, running on from the last answer. */
const runningOn = ({ clock, at }: Heard): string =>
  new Date(Date.parse(clock.businessNow) + deviceNow() - at).toISOString();

/** Business time, asked once and again every minute; null until the first answer. */
export function useClock(): { now: string; demonstration: boolean; refresh: () => void } | null {
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
  return { now: runningOn(heard), demonstration: heard.clock.demonstration, refresh: () => setAsked((n) => n + 1) };
}
