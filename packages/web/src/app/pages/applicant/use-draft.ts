import {
  type ApplicationCase,
  type ApplicationContent,
  editApplication,
  EMPTY_CONTENT,
  readApplication,
} from '@zhiping/contract';
import { useCallback, useState } from 'react';
import { type Autosave, useAutosave } from '../../autosave.ts';
import { call } from '../../call.ts';

type Lacks = readonly { readonly place: string; readonly words: string }[];

export interface Draft extends Autosave<ApplicationContent> {
  /** What still has to be filled in, as the server said at the last save. */
  readonly lacks: Lacks;
  /** Submitted now, it would be the same as last time; only ever true after a return. */
  readonly unchanged: boolean;
  /** Asks the server what is lacking now: something beside the draft changed, e.g. a signature. */
  readonly look: () => void;
}

/** Autosave of an application, product F4. */
export function useDraft(data: ApplicationCase): Draft {
  const [lacks, setLacks] = useState<Lacks>(data.lacks ?? []);
  const [unchanged, setUnchanged] = useState(data.returned?.unchanged ?? false);
  const look = useCallback(() => {
    void call(readApplication, { params: { id: data.id } }).then((seen) => {
      setLacks(seen.lacks ?? []);
      setUnchanged(seen.returned?.unchanged ?? false);
    });
  }, [data.id]);
  const autosave = useAutosave<ApplicationContent>({
    name: `application-${data.id}`,
    version: data.version,
    initial: data.content ?? EMPTY_CONTENT,
    save: async (fields, version) => {
      const saved = await call(editApplication, { params: { id: data.id }, body: { version, fields } });
      setLacks(saved.lacks);
      if (data.returned !== null) look();
      return { version: saved.version, savedAt: saved.savedAt, values: saved.content };
    },
  });
  return { ...autosave, lacks, unchanged, look };
}
