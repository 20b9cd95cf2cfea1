import { type AnswerOf, type ConfirmationLine, confirmResults, listConfirmations } from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep, Empty, ErrorNote, formatDate, Loading } from '../../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Field } from '../../parts/Field.tsx';
import { useCommand } from '../../use-command.ts';
import { RefuseConfirmation } from './confirmation-refuse.tsx';

/** 结果确认: who passed and was publicised; confirm many at once or refuse one with reasons. */
export default function Confirmations() {
  const { data, error, refetch } = useEndpoint(listConfirmations, {});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState<AnswerOf<typeof confirmResults> | null>(null);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const items = data.items;
  const marked = items.filter((item) => chosen.has(item.applicationId));
  const mark = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setChosen(next);
  };
  return (
    <div className="zp-stack">
      <h1>结果确认</h1>
      {outcome === null ? null : <Outcome outcome={outcome} />}
      {items.length === 0 ? (
        <Empty title="没有等待确认的结果">评审结果公示期满后，通过人员列在这里，由本部门确认并颁发证书。</Empty>
      ) : (
        <section className="zp-card zp-over">
          <table className="zp-lines">
            <thead>
              <tr>
                <th scope="col">
                  <input
                    type="checkbox"
                    aria-label="全选"
                    checked={marked.length === items.length}
                    onChange={(event) =>
                      mark(
                        items.map((item) => item.applicationId),
                        event.target.checked,
                      )
                    }
                  />
                </th>
                <th scope="col">姓名</th>
                <th scope="col">工作单位</th>
                <th scope="col">资格</th>
                <th scope="col">评审</th>
                <th scope="col">公示</th>
                <th scope="col">不予确认</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <Row key={item.applicationId} item={item} chosen={chosen.has(item.applicationId)} onMark={mark} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {marked.length === 0 ? null : (
        <Confirm
          key={marked.length}
          marked={marked}
          onDone={(answer) => {
            setOutcome(answer);
            setChosen(new Set());
          }}
        />
      )}
    </div>
  );
}

function Row(props: {
  item: ConfirmationLine;
  chosen: boolean;
  onMark: (ids: readonly string[], on: boolean) => void;
}) {
  const { item } = props;
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={`选择${item.name}`}
          checked={props.chosen}
          onChange={(event) => props.onMark([item.applicationId], event.target.checked)}
        />
      </td>
      <td className="zp-nowrap">
        {item.name}
        <br />
        <span className="zp-muted zp-small">{item.number}</span>
      </td>
      <td>{item.unit}</td>
      <td>
        {item.specialty} {item.titleName}
      </td>
      <td>
        {item.meetingName}
        <br />
        <span className="zp-muted">{formatDate(item.passedOn, true)}表决通过</span>
      </td>
      <td>
        {formatDate(item.publicisedFrom, true)}至{formatDate(item.publicisedTo, true)}
        <br />
        <span className="zp-muted">{item.objections === 0 ? '无异议' : `异议 ${item.objections} 件，均已答复`}</span>
      </td>
      <td>
        <RefuseConfirmation item={item} />
      </td>
    </tr>
  );
}

function Confirm(props: {
  marked: readonly ConfirmationLine[];
  onDone: (answer: AnswerOf<typeof confirmResults>) => void;
}) {
  const [approvalNumber, setApprovalNumber] = useState('');
  const command = useCommand(async () => {
    const applicationIds = props.marked.map((item) => item.applicationId);
    props.onDone(await call(confirmResults, { body: { applicationIds, approvalNumber } }));
  }, [keyOf(listConfirmations)]);
  return (
    <section className="zp-stack">
      <div className="zp-card">
        <Field label="批准文号" value={approvalNumber} onChange={setApprovalNumber} max={100} help="印在证书上。" />
      </div>
      {approvalNumber.trim() === '' ? (
        <p className="zp-muted">填好批准文号后，在这里确认。</p>
      ) : (
        <ConfirmStep
          title="确认并颁发证书"
          effects={[
            ...props.marked.map(
              (item) =>
                `${item.name}取得${item.specialty}专业${item.titleName}资格，自${formatDate(item.passedOn, true)}起。`,
            ),
            '每人生成一个证书编号和电子证书，编号不重复使用。',
          ]}
          touches={`本次操作涉及 ${props.marked.length} 人。`}
          agree="我确认上列评审结果。"
          button={`确认 ${props.marked.length} 人`}
          onConfirm={() => command.mutateAsync(undefined)}
        />
      )}
    </section>
  );
}

function Outcome({ outcome }: { outcome: AnswerOf<typeof confirmResults> }) {
  return (
    <section className="zp-card" role="status">
      <h2>已确认 {outcome.confirmed.length} 人</h2>
      <ul>
        {outcome.confirmed.map((one) => (
          <li key={one.applicationId} className="zp-mono">
            {one.certificateNumber}
          </li>
        ))}
      </ul>
      {outcome.failed.length === 0 ? null : (
        <>
          <h3>未能确认 {outcome.failed.length} 人</h3>
          <ul>
            {outcome.failed.map((one) => (
              <li key={one.applicationId}>{one.reason}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
