import {
  type ApplicationPublicity,
  concludeUnitPublicity,
  downloadUnitNotice,
  listUnitPublicities,
  proveUnitPublicity,
  readApplicationPublicity,
  removeUnitProof,
  type UnitPublicity,
  urlFor,
} from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep, ErrorNote, formatDate, Loading, StatusLine, useClock } from '../../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Facts, Field } from '../../parts/Field.tsx';
import { FilePreview } from '../../parts/FilePreview.tsx';
import { FileField, SCANS } from '../../parts/files.tsx';
import { Objections } from '../../parts/Objections.tsx';
import { PublicityProofs } from '../../parts/PublicityProofs.tsx';
import type { ShownFile } from '../../parts/SubmittedRow.tsx';
import { useCommand } from '../../use-command.ts';
import { StartPublicity } from './publicity-start.tsx';

/** One application: post its publicity, or see how the posted one stands. */
export function UnitPublicityDetail({ applicationId }: { applicationId: string }) {
  const input = { params: { id: applicationId } };
  const { data, error, refetch } = useEndpoint(readApplicationPublicity, input);
  const refresh = [keyOf(readApplicationPublicity, input), keyOf(listUnitPublicities)];
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      {data.current === null ? (
        <StartPublicity data={data} refresh={refresh} />
      ) : (
        <Posted data={data} publicity={data.current} refresh={refresh} />
      )}
      {data.former.map((one) => (
        <p key={one.id} className="zp-muted">
          {formatDate(one.startsOn)}开始的公示已被认定无效：{one.invalidReason}
        </p>
      ))}
    </div>
  );
}

interface Props {
  readonly data: ApplicationPublicity;
  readonly publicity: UnitPublicity;
  readonly refresh: readonly (readonly unknown[])[];
}

function Posted({ data, publicity, refresh }: Props) {
  const now = useClock()?.now;
  const params = { id: publicity.id };
  return (
    <>
      <StatusLine waiting={waitingFor(publicity)} {...(now === undefined ? {} : { now })} />
      <section className="zp-card">
        <h2>公示文件</h2>
        <Facts
          of={[
            ['公示期', `${formatDate(publicity.startsOn)}至${formatDate(publicity.lastDay)}`],
            ['审议会议', publicity.approvingMeeting],
            ['联系人', `${publicity.contact}，${publicity.phone}`],
            ['反映方式', publicity.ways],
          ]}
        />
        <div className="zp-row">
          <a className="zp-button" href={urlFor(downloadUnitNotice.url, params)} target="_blank" rel="noreferrer">
            打印公示文件
          </a>
          {publicity.phase === 'running' ? (
            <a className="zp-button" href={`/publicity/${publicity.token}`} target="_blank" rel="noreferrer">
              查看公开页面
            </a>
          ) : null}
        </div>
        {publicity.proofs.length === 0 ? null : <Proofs publicity={publicity} refresh={refresh} />}
      </section>
      <section>
        <h2>异议（{publicity.objections} 件）</h2>
        <Objections publicityId={publicity.id} rows={data.achievements} refresh={refresh} />
      </section>
      {publicity.phase === 'over' && publicity.openObjections === 0 ? (
        <Conclude data={data} publicity={publicity} refresh={refresh} />
      ) : null}
    </>
  );
}

function waitingFor(publicity: UnitPublicity) {
  switch (publicity.phase) {
    case 'ahead':
      return { why: `公示将于${formatDate(publicity.startsOn)}开始。`, who: null, until: null, yours: false };
    case 'running':
      return {
        why: publicity.openObjections === 0 ? '公示期内，任何人都可以提出异议。' : '收到异议，请尽快核查并答复。',
        who: publicity.openObjections === 0 ? null : '本单位',
        until: publicity.endsAt,
        yours: publicity.openObjections > 0,
      };
    case 'over':
      return publicity.openObjections === 0
        ? { why: '公示已期满，异议均已答复，可以推荐申报。', who: '本单位', until: null, yours: true }
        : { why: '公示已期满，还有异议没有答复，答复后才能推荐。', who: '本单位', until: null, yours: true };
    case 'concluded':
      return { why: '已推荐申报，等待申报人网上提交。', who: '申报人', until: null, yours: false };
    case 'invalid':
      return { why: `公示已被认定无效：${publicity.invalidReason ?? ''}`, who: '本单位', until: null, yours: true };
  }
}

/** What was uploaded, and a form for each kind the plan knows until the unit has recommended. */
function Proofs({ publicity, refresh }: Omit<Props, 'data'>) {
  const [shown, setShown] = useState<ShownFile | null>(null);
  const open = publicity.phase !== 'concluded' && publicity.phase !== 'invalid';
  const remove = useCommand(
    (proofId: string) => call(removeUnitProof, { params: { id: publicity.id, proofId } }),
    refresh,
  );
  return (
    <div className="zp-stack">
      <h3>公示证明</h3>
      <PublicityProofs
        publicity={publicity}
        onFile={setShown}
        act={(file) =>
          open ? (
            <button
              type="button"
              className="zp-button zp-small"
              disabled={remove.isPending}
              onClick={() => remove.mutate(file.id)}
            >
              撤下
            </button>
          ) : null
        }
      />
      <ErrorNote error={remove.error} />
      {shown === null ? null : <FilePreview {...shown} onClose={() => setShown(null)} />}
      {open ? <ProofForm publicity={publicity} refresh={refresh} /> : null}
    </div>
  );
}

function ProofForm({ publicity, refresh }: Omit<Props, 'data'>) {
  const { proofs } = publicity;
  const [kind, setKind] = useState(proofs[0]?.kind ?? '');
  const [takenOn, setTakenOn] = useState(publicity.startsOn);
  const [file, setFile] = useState<File | null>(null);
  const dated = proofs.find((one) => one.kind === kind)?.dated === true;
  const command = useCommand(
    (chosen: File) =>
      call(
        proveUnitPublicity,
        { params: { id: publicity.id }, body: dated ? { kind, takenOn } : { kind } },
        { file: chosen, fileName: chosen.name },
      ),
    refresh,
  );
  return (
    <form
      className="zp-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) command.mutate(file);
      }}
    >
      <Choice
        label="上传哪一种证明"
        value={kind}
        onChange={setKind}
        options={proofs.map(({ kind: value, name }) => ({ value, label: name }))}
      />
      {dated ? <Field label="拍摄日期" type="date" value={takenOn} onChange={setTakenOn} help="应在公示期内" /> : null}
      <FileField label="文件" accept={SCANS} onFile={setFile} help="PDF、JPEG 或 PNG。" />
      <ErrorNote error={command.error} />
      <button type="submit" className="zp-button" disabled={command.isPending}>
        {command.isPending ? '正在上传…' : '上传公示证明'}
      </button>
    </form>
  );
}

function Conclude({ data, publicity, refresh }: Props) {
  return (
    <ConfirmStep
      title="推荐申报"
      effects={[
        `确认${data.person?.name ?? '该申报人'}的公示已满 ${publicity.workingDays} 个工作日，异议均已核查答复。`,
        data.next,
        ...publicity.proofs
          .filter(({ files }) => files.length === 0)
          .map(({ name, needed }) =>
            needed ? `还没有上传${name}，上传后才能推荐。` : `尚未上传${name}；评委会办公室可能据此认定公示无效。`,
          ),
      ]}
      touches="本次操作涉及 1 份申报。"
      agree="我确认公示规范、材料真实，同意推荐。"
      button="推荐申报"
      onConfirm={useConclude(publicity, refresh)}
    />
  );
}

function useConclude(publicity: UnitPublicity, refresh: Props['refresh']): () => Promise<unknown> {
  const command = useCommand(
    () => call(concludeUnitPublicity, { params: { id: publicity.id }, body: { version: publicity.version } }),
    refresh,
  );
  return () => command.mutateAsync(undefined);
}
