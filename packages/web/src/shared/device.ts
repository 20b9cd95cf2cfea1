/**
 * The web's one door to the clock and the storage of this device. Business time always comes from the server
 * (`clock.ts`); the device clock only measures how long ago an answer came.
 */
export const deviceNow = (): number => Date.now();

/** Today's calendar date in Asia/Shanghai by the device, `YYYY-MM-DD`; for pages that work without the server. */
export const deviceToday = (): string => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);

/** localStorage may be forbidden or full; then a preference or a draft is simply not kept, and the answer says so. */
export const keep = {
  read(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  write(key: string, value: string): boolean {
    try {
      localStorage.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  },
  erase(key: string): void {
    try {
      localStorage.removeItem(key);
    } catch {
      return;
    }
  },
};
