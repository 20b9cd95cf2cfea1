import { dateOf, useClock } from '../../shared/index.ts';

/** Today's date by business time, `YYYY-MM-DD`; empty until the clock has been read. */
export function useToday(): string {
  const clock = useClock();
  return clock === null || clock === undefined ? '' : dateOf(clock.now);
}
