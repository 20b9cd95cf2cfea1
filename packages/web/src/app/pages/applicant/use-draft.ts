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
  /** Asks the server what is lacking now: something beside the draft changed, e.g. a signature. */
  readonly look: () => void;
}

/** Autosave of an application, product F4. */
export function useDraft(data: ApplicationCase): Draft {
  const [lacks, setLacks] = useState<Lacks>(data.lacks ?? []);
  const autosave = useAutosave<ApplicationContent>({
    name: `application-${data.id}`,
    version: data.version,
    initial: data.content ?? EMPTY_CONTENT,
    save: async (fields, version) => {
      const saved = await call(editApplication, { params: { id: data.id }, body: { version, fields } });
      setLacks(saved.lacks);
      return { version: saved.version, savedAt: saved.savedAt, values: saved.content };
    },
  });
  const look = useCallback(() => {
    void call(readApplication, { params: { id: data.id } }).then((seen) => setLacks(seen.lacks ?? []));
  }, [data.id]);
  return { ...autosave, lacks, look };
}
