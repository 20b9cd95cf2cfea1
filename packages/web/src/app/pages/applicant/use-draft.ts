import { AppError, type ApplicationContent, editApplication } from '@zhiping/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SaveState } from '../../../shared/index.ts';
import { call } from '../../call.ts';

type Lacks = readonly { readonly place: string; readonly words: string }[];
/** A field that was changed elsewhere to another value. */
export interface Conflict {
  readonly field: keyof ApplicationContent;
  readonly yours: unknown;
  readonly theirs: unknown;
}
export interface Draft {
  readonly content: ApplicationContent;
  readonly lacks: Lacks;
  readonly save: SaveState;
  readonly conflicts: readonly Conflict[];
  /** Takes touched fields; they are saved a moment after the last keystroke. */
  readonly set: (fields: Partial<ApplicationContent>) => void;
  /** Keeps one of the two values of a conflict. */
  readonly settle: (field: keyof ApplicationContent, keep: 'yours' | 'theirs') => void;
  /** Saves what is still unsaved and answers the version it stands at. Throws when it cannot be saved. */
  readonly flush: () => Promise<number>;
}

const PAUSE_MS = 800;
const RETRY_MS = 5000;

/**
 * Autosave of an application: sends only touched fields with the version they were typed on, one request at a time. A lost
 * connection keeps everything on the page and tries again.
 */
export function useDraft(id: string, version: number, initial: ApplicationContent, initialLacks: Lacks): Draft {
  const [content, setContent] = useState(initial);
  const [lacks, setLacks] = useState(initialLacks);
  const [save, setSave] = useState<SaveState>({ kind: 'idle' });
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const base = useRef(version);
  const touched = useRef<Partial<ApplicationContent>>({});
  const running = useRef<Promise<void> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const alive = useRef(true);

  const send = useCallback(async (): Promise<void> => {
    const fields = touched.current;
    if (Object.keys(fields).length === 0) return;
    touched.current = {};
    setSave({ kind: 'saving' });
    try {
      const saved = await call(editApplication, { params: { id }, body: { version: base.current, fields } });
      base.current = saved.version;
      if (!alive.current) return;
      setLacks(saved.lacks);
      setContent({ ...saved.content, ...touched.current });
      setSave({ kind: 'saved', at: saved.savedAt });
    } catch (error) {
      // What was not saved is still touched; what was typed meanwhile is newer.
      touched.current = { ...fields, ...touched.current };
      if (error instanceof AppError && error.code === 'FIELD_CONFLICT') {
        const details = error.details as { conflicts: readonly Conflict[]; version: number };
        base.current = details.version;
        for (const { field } of details.conflicts) delete touched.current[field];
        setConflicts(details.conflicts);
        setSave({ kind: 'failed', message: '请先选定改动过的内容。' });
        return;
      }
      setSave({ kind: 'failed', message: error instanceof AppError ? `${error.message}，` : '' });
      throw error;
    }
  }, [id]);

  const push = useCallback((): Promise<void> => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const before = running.current ?? Promise.resolve();
    const turn = before.catch(() => undefined).then(send);
    running.current = turn;
    return turn;
  }, [send]);

  const schedule = useCallback(
    (wait: number): void => {
      const start = (after: number): void => {
        if (timer.current !== null) clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          push().catch(() => {
            if (alive.current) start(RETRY_MS);
          });
        }, after);
      };
      start(wait);
    },
    [push],
  );

  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
      // Leaving the page saves at once what the pause still held back.
      push().catch(() => undefined);
    };
  }, [push]);

  const set = useCallback(
    (fields: Partial<ApplicationContent>): void => {
      setContent((before) => ({ ...before, ...fields }));
      touched.current = { ...touched.current, ...fields };
      schedule(PAUSE_MS);
    },
    [schedule],
  );

  const settle = useCallback(
    (field: keyof ApplicationContent, keep: 'yours' | 'theirs'): void => {
      const conflict = conflicts.find((one) => one.field === field);
      if (!conflict) return;
      setConflicts((before) => before.filter((one) => one.field !== field));
      const value = { [field]: conflict[keep] } as Partial<ApplicationContent>;
      if (keep === 'yours') set(value);
      else setContent((before) => ({ ...before, ...value }));
    },
    [conflicts, set],
  );

  const flush = useCallback(async (): Promise<number> => {
    await push();
    return base.current;
  }, [push]);

  return { content, lacks, save, conflicts, set, settle, flush };
}
