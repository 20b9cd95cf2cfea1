import { AppError } from '@zhiping/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { problemFrom, type SaveState } from '../shared/index.ts';
import { keepInTab } from '../shared/device.ts';

const PAUSE_MS = 800;
const RETRY_MS = 5000;

/** A field that was changed elsewhere to another value. */
export interface Conflict<T> {
  readonly field: keyof T & string;
  readonly yours: T[keyof T];
  readonly theirs: T[keyof T];
}

export interface Autosave<T extends object> {
  readonly values: T;
  readonly state: SaveState;
  readonly conflicts: readonly Conflict<T>[];
  /** Takes touched fields; they are saved a moment after the last keystroke. */
  readonly change: (fields: Partial<T>) => void;
  /** Keeps one of the two values of a conflict. */
  readonly settle: (field: keyof T & string, keep: 'yours' | 'theirs') => void;
  /** Saves what is still unsaved and answers the version it stands at; null where something could not be saved. */
  readonly flush: () => Promise<number | null>;
  /** Another command made this version. */
  readonly seen: (version: number) => void;
}

export interface AutosaveOf<T extends object> {
  /** Names the thing among all that this tab edits, e.g. `application-<id>`. */
  readonly name: string;
  readonly version: number;
  readonly initial: T;
  /** Sends touched fields with the version they were typed on; what comes back stands, save what was typed meanwhile. */
  readonly save: (fields: Partial<T>, version: number) => Promise<{ version: number; savedAt: string; values: T }>;
}

interface Unsaved<T> {
  /** The version the fields were typed on: a later change of somebody else must still be seen as a conflict. */
  readonly version: number;
  readonly fields: Partial<T>;
}

/**
 * Saves touched fields by themselves, one request at a time. What could not be saved stays on the page, is tried again, and
 * is kept in this tab until it is saved: neither a lost connection, nor a session that ended, nor a reload loses a word.
 */
export function useAutosave<T extends object>({ name, version, initial, save }: AutosaveOf<T>): Autosave<T> {
  const place = `unsaved-${name}`;
  const [found] = useState(() => readUnsaved<T>(place));
  const [values, setValues] = useState<T>(found === null ? initial : { ...initial, ...found.fields });
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const [conflicts, setConflicts] = useState<readonly Conflict<T>[]>([]);
  const unsaved = useRef<Partial<T>>(found?.fields ?? {});
  const base = useRef(found?.version ?? version);
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const alive = useRef(true);
  const saving = useRef(save);
  useEffect(() => {
    saving.current = save;
  });

  const remember = useCallback(() => {
    if (Object.keys(unsaved.current).length === 0) keepInTab.erase(place);
    else keepInTab.write(place, JSON.stringify({ version: base.current, fields: unsaved.current }));
  }, [place]);

  /** Everything unsaved, also what is typed meanwhile; false where something could not be saved. */
  const send = useCallback(async (): Promise<boolean> => {
    while (Object.keys(unsaved.current).length > 0) {
      const fields = unsaved.current;
      unsaved.current = {};
      setState({ kind: 'saving' });
      try {
        const saved = await saving.current(fields, base.current);
        base.current = saved.version;
        remember();
        if (!alive.current) continue;
        setValues({ ...saved.values, ...unsaved.current });
        setState({ kind: 'saved', at: saved.savedAt });
      } catch (error) {
        // What was not saved is still touched; what was typed meanwhile is newer.
        unsaved.current = { ...fields, ...unsaved.current };
        const clash = conflictsOf<T>(error);
        if (clash !== null) {
          base.current = clash.version;
          for (const { field } of clash.conflicts) delete unsaved.current[field];
          setConflicts(clash.conflicts);
        }
        remember();
        setState({
          kind: 'failed',
          message: clash === null ? problemFrom(error).message : '请先选定在别处也改过的内容。',
        });
        return false;
      }
    }
    return true;
  }, [remember]);

  const push = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current ??= send().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [send]);

  const schedule = useCallback(
    (after: number): void => {
      const start = (wait: number): void => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          void push().then((done) => {
            if (!done && alive.current && Object.keys(unsaved.current).length > 0) start(RETRY_MS);
          });
        }, wait);
      };
      start(after);
    },
    [push],
  );

  useEffect(() => {
    alive.current = true;
    if (Object.keys(unsaved.current).length > 0) schedule(0);
    return () => {
      alive.current = false;
      // Leaving the page saves at once what the pause still held back; if that fails, this tab still keeps it.
      if (Object.keys(unsaved.current).length > 0) void push();
    };
  }, [push, schedule]);

  const change = useCallback(
    (fields: Partial<T>): void => {
      setValues((before) => ({ ...before, ...fields }));
      unsaved.current = { ...unsaved.current, ...fields };
      remember();
      schedule(PAUSE_MS);
    },
    [remember, schedule],
  );

  const settle = useCallback(
    (field: keyof T & string, keep: 'yours' | 'theirs'): void => {
      const conflict = conflicts.find((one) => one.field === field);
      if (!conflict) return;
      setConflicts((before) => before.filter((one) => one.field !== field));
      change({ [field]: conflict[keep] } as unknown as Partial<T>);
    },
    [change, conflicts],
  );

  const flush = useCallback(async (): Promise<number | null> => {
    const done = await push();
    return done && Object.keys(unsaved.current).length === 0 ? base.current : null;
  }, [push]);

  const seen = useCallback((next: number): void => {
    base.current = Math.max(base.current, next);
  }, []);

  return { values, state, conflicts, change, settle, flush, seen };
}

function readUnsaved<T>(place: string): Unsaved<T> | null {
  const text = keepInTab.read(place);
  return text === null ? null : (JSON.parse(text) as Unsaved<T>);
}

const CONFLICTS = new Set(['ARCHIVE_CONFLICT', 'FIELD_CONFLICT']);

function conflictsOf<T>(error: unknown): { version: number; conflicts: readonly Conflict<T>[] } | null {
  if (!(error instanceof AppError) || !CONFLICTS.has(error.code)) return null;
  return error.details as { version: number; conflicts: readonly Conflict<T>[] };
}
