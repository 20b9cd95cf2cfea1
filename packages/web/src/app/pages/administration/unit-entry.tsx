import {
  changeUnitEntry,
  listUnits,
  readUnitEntry,
  UNIT_CHANGE_KINDS,
  type UnitChange,
  type UnitEntry,
} from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep, ErrorNote, formatDate, formatInstant, Loading } from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Facts, Field } from '../../parts/Field.tsx';
import { UnitPicker } from '../../parts/UnitPicker.tsx';
import { useToday } from '../../parts/use-today.ts';
import { useCallCommand } from '../../use-command.ts';

type Kind = UnitChange['kind'];

/** 名录中的一个单位: what it is called on a day, what became of it, and the change to be registered. */
export default function UnitEntryPage() {
  const unitId = usePathParam('id');
  const [on, setOn] = useState('');
  const { data, error, refetch } = useEndpoint(readUnitEntry, { params: { unitId }, query: on === '' ? {} : { on } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      <h1>{data.name}</h1>
      <section className="zp-card zp-stack" aria-label="登记内容">
        <Facts
          of={[
            ['信用代码', data.creditCode],
            ['所在地', data.area],
            ['主管部门', data.authorityName],
            ['现有人员', `${data.people} 人`],
            ['在办的申报', `${data.running} 件`],
            ['状态', data.endedOn === null ? '正常' : `${formatDate(data.endedOn)}起不再存在`],
          ]}
        />
        <Field
          label="查某一天的公章名称"
          type="date"
          required={false}
          value={on}
          onChange={setOn}
          help={on === '' ? '核对过去的盖章材料时用。' : `${formatDate(on)}的公章名称：${data.nameOn}`}
        />
      </section>
      <Changes changes={data.changes} />
      {data.endedOn === null ? <Register key={data.changes.length} unit={data} /> : null}
    </div>
  );
}

function Changes({ changes }: { changes: readonly UnitChange[] }) {
  return (
    <section className="zp-card zp-over" aria-label="变更历史">
      <h2>变更历史</h2>
      {changes.length === 0 ? (
        <p className="zp-muted">没有变更。更名、并入其他单位、撤销登记后列在这里，原来的公章名称保留。</p>
      ) : (
        <table className="zp-lines">
          <thead>
            <tr>
              <th scope="col">生效日期</th>
              <th scope="col">变更</th>
              <th scope="col">原公章名称</th>
              <th scope="col">依据和理由</th>
              <th scope="col">谁、什么时候登记</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((one) => (
              <tr key={one.id}>
                <td className="zp-nowrap">{formatDate(one.validFrom)}</td>
                <td>
                  {UNIT_CHANGE_KINDS[one.kind]}
                  {one.newName === null ? '' : `：${one.newName}`}
                  {one.successor === null ? '' : `：${one.successor.name}`}
                </td>
                <td>{one.oldName}</td>
                <td>
                  {one.document}；{one.reason}
                </td>
                <td>
                  {one.changedBy ?? '平台'}，{formatInstant(one.changedAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const EFFECTS: Readonly<Record<Kind, readonly string[]>> = {
  renamed: ['从生效日期起用新名称；原名称保留，仍可按原名称查到。', '已经提交的申报、发出的证书不改变。'],
  merged: [
    '现有人员转入承接单位，等待核验的材料改由承接单位核验。',
    '在办的申报由承接单位的经办人接着办理。',
    '不再接受加入，邀请全部失效。',
  ],
  closed: ['现有人员登记为离开，等待核验的材料退回本人。', '不再接受加入，邀请全部失效。'],
};

function Register({ unit }: { unit: UnitEntry }) {
  const today = useToday();
  const change = useCallCommand(changeUnitEntry, [readUnitEntry, listUnits]);
  const [kind, setKind] = useState<Kind | ''>('');
  const [newName, setNewName] = useState('');
  const [successorId, setSuccessorId] = useState('');
  const [validFrom, setValidFrom] = useState('');
  const [document, setDocument] = useState('');
  const [reason, setReason] = useKeptText(`unit-entry-${unit.id}`);
  const paper = { validFrom: validFrom === '' ? today : validFrom, document, reason };
  const told = document.trim() !== '' && reason.trim() !== '';
  const ready =
    told && (kind === 'renamed' ? newName.trim() !== '' : kind === 'merged' ? successorId !== '' : kind === 'closed');
  const send = () => {
    const params = { unitId: unit.id };
    const done = { onSuccess: () => setReason('') };
    if (kind === 'renamed') return change.mutateAsync({ params, body: { kind, ...paper, newName } }, done);
    if (kind === 'merged') return change.mutateAsync({ params, body: { kind, ...paper, successorId } }, done);
    return change.mutateAsync({ params, body: { kind: 'closed', ...paper } }, done);
  };
  return (
    <section className="zp-card zp-stack" aria-label="登记变更">
      <h2>登记变更</h2>
      <Choice
        label="变更"
        value={kind}
        onChange={(value) => setKind(value === 'renamed' || value === 'merged' || value === 'closed' ? value : '')}
        options={Object.entries(UNIT_CHANGE_KINDS).map(([value, label]) => ({ value, label }))}
      />
      {kind === '' ? null : (
        <>
          {kind === 'renamed' ? (
            <Field label="新的单位全称" value={newName} onChange={setNewName} max={100} help="与新公章完全一致。" />
          ) : null}
          {kind === 'merged' ? (
            <label className="zp-field">
              <span className="zp-field-label">承接单位</span>
              <UnitPicker value={successorId} onChange={(id) => setSuccessorId(id ?? '')} />
            </label>
          ) : null}
          <Field
            label="生效日期"
            type="date"
            value={validFrom === '' ? today : validFrom}
            onChange={setValidFrom}
            help="批文或登记机关写明的日期，不晚于今天。"
          />
          <Field label="依据" value={document} onChange={setDocument} max={100} help="批文名称和文号。" />
          <Field label="理由" value={reason} onChange={setReason} max={300} />
          {ready ? (
            <ConfirmStep
              title={UNIT_CHANGE_KINDS[kind]}
              effects={EFFECTS[kind]}
              touches={`现有人员 ${unit.people} 人，在办的申报 ${unit.running} 件。`}
              agree="已核对批文原件"
              button="登记"
              onConfirm={send}
            />
          ) : (
            <p className="zp-muted">填完后在这里核对并登记。</p>
          )}
        </>
      )}
    </section>
  );
}
