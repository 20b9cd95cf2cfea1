import { type FormEvent, useState } from 'react';
import { api } from '../../shared/api.ts';
import { formatInstant } from '../../shared/text/dates.ts';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';

interface Answer {
  readonly receiptNumber: string;
  readonly state: 'open' | 'dismissed' | 'upheld';
  readonly receivedAt: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
}
const STATES = { open: '正在核查', dismissed: '经核查不成立', upheld: '经核查成立' } as const;

/** Asks for the answer to an objection by its receipt number. */
export function ObjectionAnswer() {
  const [number, setNumber] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setAnswer(null);
    setError(null);
    api.get<Answer>(`/api/objection-answers/${encodeURIComponent(number.trim())}`).then(setAnswer, setError);
  };
  return (
    <section className="zp-card zp-objection-answer" aria-label="查询异议的答复">
      <h2>查询异议的答复</h2>
      <form onSubmit={ask} className="zp-inline-form">
        <div className="zp-field">
          <label htmlFor="receipt-number">回执号</label>
          <input
            id="receipt-number"
            required
            autoComplete="off"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </div>
        <button type="submit" className="zp-button">
          查询
        </button>
      </form>
      <ErrorNote error={error} />
      {answer === null ? null : (
        <dl className="zp-facts" aria-live="polite">
          <div>
            <dt>办理情况</dt>
            <dd>{STATES[answer.state]}</dd>
          </div>
          <div>
            <dt>收到时间</dt>
            <dd>{formatInstant(answer.receivedAt)}</dd>
          </div>
          {answer.answeredAt === null ? null : (
            <div>
              <dt>答复时间</dt>
              <dd>{formatInstant(answer.answeredAt)}</dd>
            </div>
          )}
          <div>
            <dt>答复</dt>
            <dd>{answer.answer ?? '核查完毕后在这里答复。'}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}
