/** An instant in UTC as ISO 8601 text with milliseconds; such texts sort by time. */
export type Instant = string;

/** The clock of the machine, the only place that reads it. For sessions, tokens, limits and logs. */
export function systemNow(): Instant {
  return new Date().toISOString();
}

/** Milliseconds since the epoch by the machine's clock. */
export function systemMillis(): number {
  return Date.now();
}

/** Monotonic milliseconds for measuring how long something took. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}

/** Business time: the machine's time plus an organiser's offset, in milliseconds. */
export function businessTime(offsetMs: number, now: Instant = systemNow()): Instant {
  return new Date(Date.parse(now) + offsetMs).toISOString();
}

/** The calendar date in Asia/Shanghai (UTC+8 all year) of an instant. */
export function dateInShanghai(at: Instant): string {
  return new Date(Date.parse(at) + SHANGHAI_MS).toISOString().slice(0, 10);
}
const SHANGHAI_MS = 8 * 60 * 60 * 1000;

/** `at` moved by so many milliseconds. */
export function after(at: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(at) + milliseconds).toISOString();
}
