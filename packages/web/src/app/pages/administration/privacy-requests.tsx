import { answerPrivacyRequest, changePersonName, listPrivacyRequests, type PrivacyRequest } from '@zhiping/contract';
import { useState } from 'react';
import { Empty, ErrorNote, formatInstant, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { Facts, Field } from '../../parts/Field.tsx';
import { useCallCommand } from '../../use-command.ts';
import { PressedChoice } from '../../parts/PressedChoice.tsx';
import { REQUEST_KIND_NAMES, REQUEST_STATE_NAMES } from '../account/privacy-words.ts';

/** 个人信息请求: the desk that answers what people may ask about their data, first due first. */
export default function PrivacyRequests() {
  const address = useAddressState();
  const state = address.get('state') === 'answered' ? 'answered' : 'received';
  const [after, setAfter] = useState<string | null>(null);
  const query = { state, limit: 50, ...(after === null ? {} : { after }) } as const;
  const { data, error, refetch } = useEndpoint(listPrivacyRequests, { query });
  const items = data?.items ?? [];
  const selected = items.find(({ id }) => id === address.get('id')) ?? items[0];
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <h1>个人信息请求</h1>
      <div className="zp-row">
        <PressedChoice
          options={[
            ['received', '待答复'],
            ['answered', '已答复'],
          ]}
          value={state}
          onChange={(one) => {
            setAfter(null);
            address.set({ state: one === 'received' ? null : one, id: null });
          }}
        />
        {data?.next ? (
          <button type="button" className="zp-button" onClick={() => setAfter(data.next)}>
            下一页
          </button>
        ) : null}
      </div>
      {data === undefined ? (
        <Loading />
      ) : (
        <SplitView
          title="个人信息请求"
          items={items}
          selected={selected?.id ?? null}
          onSelect={(id) => address.set({ id })}
          entry={(one) => (
            <span className="zp-entry">
              <strong>
                {REQUEST_KIND_NAMES[one.kind]}，{one.personName}
              </strong>
              <span className="zp-small">
                {one.state === 'received'
                  ? `${formatInstant(one.dueAt)}前答复${one.overdue ? '，已逾期' : ''}`
                  : REQUEST_STATE_NAMES[one.state]}
              </span>
            </span>
          )}
          empty={<Empty title="没有请求">有人提出请求后列在这里。</Empty>}
          detail={selected === undefined ? null : <Detail key={selected.id} request={selected} />}
        />
      )}
    </>
  );
}

function Detail({ request }: { request: PrivacyRequest }) {
  const reply = useCallCommand(answerPrivacyRequest, [listPrivacyRequests]);
  const [answer, setAnswer] = useKeptText(`privacy-answer-${request.id}`);
  const send = (outcome: 'done' | 'refused') =>
    reply.mutate({ params: { requestId: request.id }, body: { outcome, answer } }, { onSuccess: () => setAnswer('') });
  return (
    <div className="zp-stack">
      <h2>
        {REQUEST_KIND_NAMES[request.kind]}（{request.number}）
      </h2>
      <Facts
        of={[
          ['提出人', request.personName],
          ['提出时间', formatInstant(request.createdAt)],
          ['内容', request.text],
          ['答复', request.answer === '' ? null : request.answer],
        ]}
      />
      {request.state === 'received' && request.kind === 'correct' ? <NameChange requestId={request.id} /> : null}
      {request.state === 'received' ? (
        <>
          <Field
            label="答复"
            value={answer}
            onChange={setAnswer}
            max={2000}
            help="写明办理结果；不予办理的，写明理由和救济途径。"
          />
          <ErrorNote error={reply.error} />
          <div className="zp-row">
            <button
              type="button"
              className="zp-button zp-button-main"
              disabled={answer.trim() === '' || reply.isPending}
              onClick={() => send('done')}
            >
              办结并答复
            </button>
            <button
              type="button"
              className="zp-button"
              disabled={answer.trim() === '' || reply.isPending}
              onClick={() => send('refused')}
            >
              不予办理
            </button>
          </div>
        </>
      ) : (
        <p>{REQUEST_STATE_NAMES[request.state]}</p>
      )}
    </div>
  );
}

/** A legal change of name, granted with the paper it rests on. */
function NameChange({ requestId }: { requestId: string }) {
  const change = useCallCommand(changePersonName, [listPrivacyRequests]);
  const [name, setName] = useState('');
  const [document, setDocument] = useState('');
  return (
    <details className="zp-card">
      <summary>请求更改依法变更的姓名</summary>
      <form
        className="zp-stack"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ params: { requestId }, body: { name, document } });
        }}
      >
        <Field label="新姓名" value={name} onChange={setName} max={60} />
        <Field
          label="核对的证明"
          value={document}
          onChange={setDocument}
          max={200}
          help="户口簿或公安机关变更姓名的证明，写明名称和编号。"
        />
        <p className="zp-muted">
          从现在起用新姓名；原姓名加密保留。已经提交的申报、公示和发出的证书仍是当时的姓名。请求随即办结并答复。
        </p>
        <ErrorNote error={change.error} />
        <div className="zp-row">
          <button type="submit" className="zp-button zp-button-main" disabled={change.isPending}>
            更改姓名并办结
          </button>
        </div>
      </form>
    </details>
  );
}
