import {
  addPaperEndorsement,
  type CallInput,
  type Endorsement,
  listEndorsements,
  readApplication,
} from '@zhiping/contract';
import { useState } from 'react';
import { EMPTY_LETTER, type LetterValues } from '../../../shared/endorser-words.ts';
import { ErrorNote } from '../../../shared/index.ts';
import { LetterFields } from '../../../shared/ui/LetterFields.tsx';
import { call, keyOf } from '../../call.ts';
import { useCommand } from '../../use-command.ts';
import { FileField, SCANS } from '../../parts/files.tsx';

type Body = CallInput<typeof addPaperEndorsement>['body'];

/** A letter on paper: its scan, and what it says typed beside it. */
export function EndorsementPaper(props: {
  id: string;
  about: { readonly kind: Endorsement['kind']; readonly rowId?: string };
  onDone: () => void;
}) {
  const [values, setValues] = useState<LetterValues>(EMPTY_LETTER);
  const [file, setFile] = useState<File | null>(null);
  const command = useCommand(
    async (chosen: File) => {
      // Empty choices are held back by the form; the server checks every word again.
      const body = { ...props.about, ...values } as unknown as Body;
      await call(addPaperEndorsement, { params: { id: props.id }, body }, { file: chosen, fileName: chosen.name });
      props.onDone();
    },
    [keyOf(listEndorsements), keyOf(readApplication)],
  );
  return (
    <form
      aria-label="纸质材料"
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) command.mutate(file);
      }}
    >
      <p className="zp-muted">请照录专家在纸上所填的内容，由评委会办公室与扫描件核对。</p>
      <LetterFields values={values} onChange={setValues} />
      <FileField label="专家签名的扫描件（PDF、JPEG 或 PNG）" accept={SCANS} onFile={setFile} />
      <ErrorNote error={command.error} />
      <button type="submit" className="zp-button" disabled={file === null || command.isPending}>
        上传
      </button>
    </form>
  );
}
