import { type Hold, listHolds, placeHold, releaseHold } from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { Empty, ErrorNote, formatInstant, Loading, problemFrom } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { Field } from '../../parts/Field.tsx';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { ReasonForm } from '../../parts/ReasonForm.tsx';
import { useCallCommand } from '../../use-command.ts';

/** 保全: applications whose material is not destroyed although its period is over. */
export default function Holds() {
  const pages = usePages();
  const { data, error, refetch } = useEndpoint(listHolds, { query: { limit: 20, ...pages.after } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      <h1>保全</h1>
      <p className="zp-prose">
        投诉、复核、行政复议或诉讼期间，可以保全一份申报：它的材料期满也不销毁，直到写明理由解除。正在办理、有异议未答复的申报本来就不销毁，不需要保全。
      </p>
      <Place />
      {data.items.length === 0 ? <Empty title="没有保全的申报">保全和解除的记录列在这里。</Empty> : null}
      {data.items.map((one) => (
        <One key={one.id} one={one} />
      ))}
      <PageButtons pages={pages} next={data.next} />
    </div>
  );
}

const isUnknown = (error: Error | null): boolean => error !== null && problemFrom(error).code === 'NOT_FOUND';

function Place() {
  const place = useCallCommand(placeHold, [listHolds]);
  const [number, setNumber] = useState('');
  const [reason, setReason] = useKeptText('hold');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { params: { number: number.trim() }, body: { reason: reason.trim() } };
    place.mutate(input, { onSuccess: () => [setNumber(''), setReason('')] });
  };
  return (
    <form className="zp-card zp-stack" onSubmit={submit}>
      <h2>保全一份申报</h2>
      <Field label="申报号" max={40} value={number} onChange={setNumber} />
      <Field label="理由" max={1000} value={reason} onChange={setReason} help="写明来文或案号，不写举报人的姓名。" />
      {isUnknown(place.error) ? (
        <p className="zp-error" role="alert">
          没有这个申报号，或它不属于本组建单位。请核对后再试。
        </p>
      ) : (
        <ErrorNote error={place.error} />
      )}
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={place.isPending}>
          保全
        </button>
        {place.isSuccess ? <span role="status">已保全。</span> : null}
      </div>
    </form>
  );
}

function One({ one }: { one: Hold }) {
  const [asked, setAsked] = useState(false);
  const release = useCallCommand(releaseHold, [listHolds]);
  return (
    <section className="zp-card zp-stack" aria-label={`申报 ${one.number} 的保全`}>
      <h2>
        {one.applicantName} <span className="zp-muted">{one.number}</span>
      </h2>
      <p>
        {formatInstant(one.placedAt)} {one.placedBy}保全。理由：{one.reason}
      </p>
      {one.releasedAt === null ? null : (
        <p className="zp-muted">
          {formatInstant(one.releasedAt)} {one.releasedBy ?? ''}解除。理由：{one.releaseReason}
        </p>
      )}
      {one.releasedAt !== null ? null : asked ? (
        <ReasonForm
          name={`hold ${one.id}`}
          title="解除保全"
          effect="解除后，期满的材料可以列入下一次销毁清册。"
          button="解除保全"
          onSend={(reason) => release.mutateAsync({ params: { id: one.id }, body: { reason } })}
          onCancel={() => setAsked(false)}
        />
      ) : (
        <div className="zp-row">
          <button type="button" className="zp-button" onClick={() => setAsked(true)}>
            解除保全…
          </button>
        </div>
      )}
    </section>
  );
}
