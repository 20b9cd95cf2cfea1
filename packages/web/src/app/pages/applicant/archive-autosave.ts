import { AppError, type ArchiveRow, editArchiveRow } from '@zhiping/contract';
import type { FieldConflict, Fields, FieldValue } from '@zhiping/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { problemFrom, type SaveState } from '../../../shared/index.ts';
import { call } from '../../call.ts';

const PAUSE_MS = 700;

export interface Autosave {
  readonly values: Fields;
  readonly state: SaveState;
  /** Fields changed elsewhere too, each with both values. */
  readonly conflicts: readonly FieldConflict[];
  readonly change: (field: string, value: FieldValue) => void;
  /** Saves what is still unsaved now; false where something could not be saved. */
  readonly flush: () => Promise<boolean>;
  /** Keeps one of two values and saves it. */
  readonly settle: (field: string, value: FieldValue) => void;
  /** The version that a file change made. */
  readonly seen: (version: number) => void;
}

/**
 * Sends touched fields shortly after the last key, with the version they were typed on. One request at a time; what is
 * typed meanwhile goes with the next. What could not be saved stays and is tried again with the next change.
 */
export function useAutosave(row: ArchiveRow, onSaved: (row: ArchiveRow) => void): Autosave {
  const [values, setValues] = useState<Fields>(row.fields);
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const [conflicts, setConflicts] = useState<readonly FieldConflict[]>([]);
  const unsaved = useRef<Record<string, FieldValue>>({});
  const version = useRef(row.version);
  const running = useRef<Promise<boolean> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const send = useCallback(async (): Promise<boolean> => {
    while (Object.keys(unsaved.current).length > 0) {
      const patch = unsaved.current;
      unsaved.current = {};
      setState({ kind: 'saving' });
      try {
        const answer = await call(editArchiveRow, {
          params: { rowId: row.id },
          body: { version: version.current, fields: patch as Record<string, string> },
        });
        version.current = answer.row.version;
        onSaved(answer.row);
        setState({ kind: 'saved', at: answer.savedAt });
      } catch (error) {
        unsaved.current = { ...patch, ...unsaved.current };
        const found = conflictsOf(error);
        if (found !== null) {
          version.current = found.version;
          for (const { field } of found.conflicts) delete unsaved.current[field];
          setConflicts(found.conflicts);
        }
        setState({ kind: 'failed', message: problemFrom(error).message });
        return false;
      }
    }
    return true;
  }, [row.id, onSaved]);

  const flush = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    running.current ??= send().finally(() => {
      running.current = null;
    });
    const done = await running.current;
    return done && Object.keys(unsaved.current).length === 0;
  }, [send]);

  const change = useCallback(
    (field: string, value: FieldValue) => {
      setValues((before) => ({ ...before, [field]: value }));
      unsaved.current[field] = value;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE_MS);
    },
    [flush],
  );

  // Leaving the page saves what was typed in the last moment.
  useEffect(
    () => () => {
      if (Object.keys(unsaved.current).length > 0) void flush();
    },
    [flush],
  );

  return {
    values,
    state,
    conflicts,
    change,
    flush,
    settle: (field, value) => {
      setConflicts((before) => before.filter((one) => one.field !== field));
      change(field, value);
    },
    seen: (next) => {
      version.current = Math.max(version.current, next);
    },
  };
}

function conflictsOf(error: unknown): { version: number; conflicts: FieldConflict[] } | null {
  if (!(error instanceof AppError) || error.code !== 'ARCHIVE_CONFLICT') return null;
  return error.details as { version: number; conflicts: FieldConflict[] };
}
