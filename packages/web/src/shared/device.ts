/**
 * The web's one door to the clock and the storage of this device. Business time always comes from the server
 * (`clock.ts`); the device clock only measures how long ago an answer came.
 */
export const deviceNow = (): number => Date.now();

/** Today's calendar date in Asia/Shanghai by the device, `YYYY-MM-DD`; for pages that work without the server. */
export const deviceToday = (): string => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);

interface Kept {
  read(key: string): string | null;
  /** False where it could not be kept. */
  write(key: string, value: string): boolean;
  erase(key: string): void;
  eraseAll(): void;
}

/** Storage may be forbidden or full; then a preference or a draft is simply not kept, and the answer says so. */
function keptIn(storage: () => Storage, prefix: string): Kept {
  const attempt = <T>(act: (in_: Storage) => T, otherwise: T): T => {
    try {
      return act(storage());
    } catch (error) {
      if (error instanceof DOMException) return otherwise;
      throw error;
    }
  };
  return {
    read: (key) => attempt((in_) => in_.getItem(prefix + key), null),
    write: (key, value) =>
      attempt((in_) => {
        in_.setItem(prefix + key, value);
        return true;
      }, false),
    erase: (key) => attempt((in_) => in_.removeItem(prefix + key), undefined),
    eraseAll: () =>
      attempt((in_) => {
        for (const key of Object.keys(in_)) if (key.startsWith(prefix)) in_.removeItem(key);
      }, undefined),
  };
}

/** On this device until erased: preferences, and the self-check's draft where its owner asked for it. */
export const keep = keptIn(() => localStorage, '');
/** In this tab until it is closed or its user signs out: what was typed and not yet saved. */
export const keepInTab = keptIn(() => sessionStorage, 'zp-');
