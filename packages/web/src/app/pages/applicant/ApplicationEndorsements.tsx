import {
  type ApplicationCase,
  type ApplicationContent,
  type Archive,
  cancelEndorsement,
  type Endorsement,
  inviteEndorser,
  listEndorsements,
  printEndorsement,
  readApplication,
  readEndorsementFile,
  urlFor,
} from '@zhiping/contract';
import { headingOf } from '@zhiping/core';
import { useState } from 'react';
import { ErrorNote, formatInstant } from '../../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import { useCommand } from '../../use-command.ts';
import { EndorsementPaper } from './EndorsementPaper.tsx';

const STATES = {
  invited: '已发出链接，等待填写',
  expired: '链接已过期',
  filled: '已填写',
  returned: '评委会办公室不予认可',
  cancelled: '已取消',
} as const satisfies Record<Endorsement['state'], string>;

/** Letters of experts: what the standard asks, who was invited, what came; by link or on paper. */
export function ApplicationEndorsements(props: {
  data: ApplicationCase;
  content: ApplicationContent;
  archive: Archive | undefined;
}) {
  const params = { id: props.data.id };
  const { data, error } = useEndpoint(listEndorsements, { params });
  if (error) return <ErrorNote error={error} />;
  if (!data) return null;
  const asked = (['recommendation', 'appraisal'] as const).filter(
    (kind) => data.forms[kind] !== null && (data.needs === null || data.needs.some((need) => need.kind === kind)),
  );
  if (asked.length === 0 && data.items.length === 0) return null;
  const reports = (props.archive?.rows ?? []).filter(
    ({ id, kind }) => props.content.rows.includes(id) && (kind === 'report' || kind === 'paper'),
  );
  const nameOf = (rowId: string | null) => {
    const row = props.archive?.rows.find(({ id }) => id === rowId);
    return row ? headingOf(row) : '';
  };
  return (
    <section className="zp-card" id="endorsements">
      <h2>专家推荐与评议</h2>
      {(data.needs ?? []).map(({ kind, label, text, min }) => (
        <p key={`${kind} ${label} ${text}`} className="zp-small zp-muted">
          {text}（须 {min} 位不同的专家）<span className="zp-label">{label}</span>
        </p>
      ))}
      <ul className="zp-list">
        {data.items.map((one) => (
          <Item
            key={one.id}
            one={one}
            form={data.forms[one.kind] ?? ''}
            subject={nameOf(one.rowId)}
            applicationId={params.id}
          />
        ))}
      </ul>
      <Invite
        id={params.id}
        kinds={asked}
        forms={data.forms}
        reports={reports.map((row) => ({ value: row.id, label: headingOf(row) }))}
      />
    </section>
  );
}

function Item({
  one,
  form,
  subject,
  applicationId,
}: {
  one: Endorsement;
  form: string;
  subject: string;
  applicationId: string;
}) {
  const params = { id: applicationId, endorsementId: one.id };
  const cancel = useCommand(
    () => call(cancelEndorsement, { params, body: {} }),
    [keyOf(listEndorsements), keyOf(readApplication)],
  );
  return (
    <li>
      <p>
        <strong>{one.letter?.name ?? one.invitedName}</strong>《{form}》{subject === '' ? '' : `（${subject}）`}：
        {STATES[one.state]}
        {one.letter === null ? '' : `，${one.letter.unit}，${one.letter.titleName}，任职 ${one.letter.titleYears} 年`}
        {one.letter === null ? null : (
          <>
            {' '}
            <a href={urlFor(readEndorsementFile.url, params)} target="_blank" rel="noreferrer">
              {one.way === 'link' ? '查看签名' : '查看扫描件'}
            </a>{' '}
            <a href={urlFor(printEndorsement.url, params)} target="_blank" rel="noreferrer">
              打印《{form}》
            </a>
          </>
        )}
      </p>
      {one.check === null ? null : (
        <p className="zp-small">
          评委会办公室 {formatInstant(one.check.at)} {one.check.accepted ? '认可' : '不予认可'}：{one.check.reason}
        </p>
      )}
      <ErrorNote error={cancel.error} />
      <button type="button" className="zp-button" disabled={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
        取消
      </button>
    </li>
  );
}

function Invite(props: {
  id: string;
  kinds: readonly Endorsement['kind'][];
  forms: { readonly recommendation: string | null; readonly appraisal: string | null };
  reports: readonly { readonly value: string; readonly label: string }[];
}) {
  const [kind, setKind] = useState<Endorsement['kind']>(props.kinds[0] ?? 'recommendation');
  const [rowId, setRow] = useState('');
  const [name, setName] = useState('');
  const [paper, setPaper] = useState(false);
  const [link, setLink] = useState<{ address: string; until: string } | null>(null);
  const about = { kind, ...(kind === 'appraisal' ? { rowId } : {}) };
  const command = useCommand(async () => {
    const made = await call(inviteEndorser, { params: { id: props.id }, body: { ...about, name } });
    setLink({ address: `${location.origin}/endorse#${made.token}`, until: made.expiresAt });
    setName('');
  }, [keyOf(listEndorsements)]);
  if (props.kinds.length === 0) return null;
  const ready = kind === 'recommendation' || rowId !== '';
  return (
    <>
      <Choice
        label="材料"
        value={kind}
        onChange={(value) => setKind(value === 'appraisal' ? 'appraisal' : 'recommendation')}
        options={props.kinds.map((one) => ({ value: one, label: props.forms[one] ?? one }))}
      />
      {kind === 'appraisal' ? (
        <Choice label="评议的业绩" value={rowId} onChange={setRow} options={props.reports} />
      ) : null}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          command.mutate(undefined);
        }}
      >
        <label className="zp-field">
          <span className="zp-field-label">邀请的专家姓名</span>
          <input
            className="zp-input"
            maxLength={50}
            required
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <ErrorNote error={command.error} />
        <div className="zp-row">
          <button type="submit" className="zp-button" disabled={!ready || command.isPending}>
            生成邀请链接
          </button>
          <button type="button" className="zp-button" disabled={!ready} onClick={() => setPaper(!paper)}>
            上传纸质材料
          </button>
        </div>
      </form>
      {link === null ? null : (
        <p role="status">
          请把这个链接发给专家，只显示这一次，{formatInstant(link.until)}前有效，只能用一次：
          <span className="zp-mono zp-break">{link.address}</span>
        </p>
      )}
      {paper && ready ? <EndorsementPaper id={props.id} about={about} onDone={() => setPaper(false)} /> : null}
    </>
  );
}
