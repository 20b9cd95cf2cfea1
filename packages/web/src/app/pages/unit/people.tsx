import {
  type ArchiveRow,
  downloadEvidence,
  listUnitPeople,
  readPersonArchive,
  verifyArchiveRow,
} from '@zhiping/contract';
import { useState } from 'react';
import { Empty, ErrorNote, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { FilePreview, fileHref } from '../../parts/FilePreview.tsx';
import type { ShownFile } from '../../parts/SubmittedRow.tsx';
import { useCommand } from '../../use-command.ts';
import { PersonArchiveDetail } from './person-archive.tsx';
import { inOrder } from './row-order.ts';
import './people.css';

/**
 * 人员与档案核验: people of the unit, the rows of one of them, the evidence of the current row beside. J and K move through
 * the rows, Y confirms, N returns; the row stands in the address.
 */
export default function People() {
  const address = useAddressState();
  const { data, error, refetch } = useEndpoint(listUnitPeople, {});
  const people = (data?.items ?? []).map((person) => ({ ...person, id: person.personId }));
  const selected = address.get('id') ?? people[0]?.id ?? null;
  const archive = useEndpoint(
    readPersonArchive,
    { params: { personId: selected ?? '' } },
    { enabled: selected !== null },
  );
  const rows = inOrder(archive.data?.rows ?? []);
  const current = rows.find((row) => row.id === address.get('row')) ?? rows.find((row) => row.state === 'waiting');
  const [file, setFile] = useState<(ShownFile & { readonly row: string }) | null>(null);
  const [returning, setReturning] = useState<string | null>(null);
  const verify = useCommand(
    (row: ArchiveRow) => call(verifyArchiveRow, { params: { rowId: row.id }, body: { version: row.version } }),
    [keyOf(readPersonArchive), keyOf(listUnitPeople)],
  );
  const goTo = (row: ArchiveRow | undefined) => {
    if (row === undefined) return;
    setFile(null);
    address.set({ row: row.id });
    document.getElementById(`row-${row.id}`)?.scrollIntoView({ block: 'start' });
  };
  const step = (by: number) => goTo(rows[rows.findIndex((row) => row.id === current?.id) + by]);
  const confirm = (row: ArchiveRow) => {
    if (row.state !== 'waiting' || verify.isPending) return;
    const next = rows.find((one) => one.state === 'waiting' && one.id !== row.id);
    verify.mutate(row, { onSuccess: () => goTo(next) });
  };
  const shown = shownFile(current, file);
  return (
    <>
      <h1>人员与档案核验</h1>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <Loading />
      ) : (
        <SplitView
          title="本单位人员"
          hint="J、K 上下移动一项，Y 核验属实，N 退回"
          items={people}
          selected={selected}
          onSelect={(id) => {
            setFile(null);
            setReturning(null);
            address.set({ id, row: null });
          }}
          keys={{
            j: () => step(1),
            k: () => step(-1),
            y: () => {
              if (current) confirm(current);
            },
            n: () => {
              if (current?.state === 'waiting') setReturning(current.id);
            },
          }}
          entry={(person) => (
            <>
              <strong>{person.name}</strong>
              <span className="zp-muted zp-small">{person.post}</span>
              <span className="zp-small">
                {person.waiting > 0 ? `待核验 ${person.waiting} 项` : '没有待核验'}，已核验 {person.verified} 项
                {person.returned > 0 ? `，退回 ${person.returned} 项` : ''}
              </span>
            </>
          )}
          empty={<Empty title="还没有本单位人员">加入本单位的人员提交档案后列在这里。</Empty>}
          detail={
            selected === null ? null : archive.error ? (
              <ErrorNote error={archive.error} onRetry={() => void archive.refetch()} />
            ) : archive.data === undefined ? (
              <Loading />
            ) : (
              <PersonArchiveDetail
                key={selected}
                archive={archive.data}
                rows={rows}
                current={current?.id ?? null}
                returning={returning}
                busy={verify.isPending}
                error={verify.error}
                failed={verify.input?.id ?? null}
                onConfirm={confirm}
                onReturning={setReturning}
                onFile={(row, chosen) => {
                  address.set({ row: row.id });
                  setFile({ ...chosen, row: row.id });
                }}
              />
            )
          }
          beside={
            shown === null ? undefined : shown === file ? (
              <FilePreview {...shown} onClose={() => setFile(null)} />
            ) : (
              <div className="zp-unasked">
                <FilePreview {...shown} />
              </div>
            )
          }
        />
      )}
    </>
  );
}

/** The file that was chosen, else the first of the current row. */
function shownFile(
  row: ArchiveRow | undefined,
  chosen: (ShownFile & { readonly row: string }) | null,
): ShownFile | null {
  if (chosen !== null && chosen.row === row?.id) return chosen;
  const [first] = row?.evidence ?? [];
  return first === undefined ? null : { name: first.name, href: fileHref(downloadEvidence, { evidenceId: first.id }) };
}
