import { attest, readAttestations } from '@zhiping/contract';
import { ATTESTATION_IDS, ATTESTATIONS, type AttestationId } from '@zhiping/core';
import { useState } from 'react';
import { ErrorNote, formatInstant, Loading, useClock } from '../../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { useCommand } from '../../use-command.ts';

const RESULTS = {
  excellent: '优秀',
  qualified: '合格',
  basic: '基本合格',
  unqualified: '不合格',
  undetermined: '未定等次',
} as const;
type Result = keyof typeof RESULTS;
const PLAIN = ATTESTATION_IDS.filter((id) => id !== 'assessment' && id !== 'probation');

/** What the unit states about a person, one by one, each signed and dated. An unstated one stays unknown. */
export function Attestations({ personId }: { personId: string }) {
  const params = { personId };
  const { data, error } = useEndpoint(readAttestations, { params });
  const say = useCommand(
    (body: { id: AttestationId; holds: boolean; year?: number; result?: Result; note: string }) =>
      call(attest, { params, body }),
    [keyOf(readAttestations)],
  );
  if (error) return <ErrorNote error={error} />;
  if (!data) return <Loading />;
  const found = (id: AttestationId) => data.items.find((item) => item.id === id);
  const years = data.items.filter(({ id }) => id === 'assessment').toSorted((a, b) => a.year - b.year);
  return (
    <section className="zp-card" aria-label="单位证明">
      <h2>单位证明</h2>
      <p className="zp-muted">逐项署名，记下时间；没有表态的一项按“不清楚”计算，不按“不符合”计算。</p>
      <ErrorNote error={say.error} />
      {PLAIN.map((id) => {
        const one = found(id);
        return (
          <div key={id} className="zp-checkitem">
            <header>
              <span>{ATTESTATIONS[id].label}</span>
              <span className="zp-decision" role="radiogroup" aria-label={ATTESTATIONS[id].label}>
                {[true, false].map((holds) => (
                  <label key={String(holds)}>
                    <input
                      type="radio"
                      name={id}
                      checked={one?.holds === holds}
                      disabled={say.isPending}
                      onChange={() => say.mutate({ id, holds, note: '' })}
                    />
                    {holds ? '属实' : '不属实'}
                  </label>
                ))}
              </span>
            </header>
            {one === undefined ? null : (
              <p className="zp-small zp-muted">
                {one.signedBy}，{formatInstant(one.signedAt)}
              </p>
            )}
          </div>
        );
      })}
      <h3>年度考核</h3>
      <ul className="zp-list">
        {years.map((one) => (
          <li key={one.year}>
            {one.year} 年：{one.result === null ? '—' : RESULTS[one.result]}
            <span className="zp-small zp-muted">
              　{one.signedBy}，{formatInstant(one.signedAt)}
            </span>
          </li>
        ))}
      </ul>
      <YearForm
        busy={say.isPending}
        onSay={(year, result) => say.mutate({ id: 'assessment', holds: true, year, result, note: '' })}
      />
    </section>
  );
}

function YearForm({ busy, onSay }: { busy: boolean; onSay: (year: number, result: Result) => void }) {
  const clock = useClock();
  const last = Number(clock?.now.slice(0, 4) ?? 2024) - 1;
  const [year, setYear] = useState<number | null>(null);
  const [result, setResult] = useState<Result>('qualified');
  return (
    <div className="zp-row">
      <label className="zp-field">
        <span className="zp-field-label">年度</span>
        <select className="zp-input" value={year ?? last} onChange={(event) => setYear(Number(event.target.value))}>
          {Array.from({ length: 12 }, (_, back) => last - back).map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <label className="zp-field">
        <span className="zp-field-label">结果</span>
        <select className="zp-input" value={result} onChange={(event) => setResult(event.target.value as Result)}>
          {Object.entries(RESULTS).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="zp-button" disabled={busy} onClick={() => onSay(year ?? last, result)}>
        登记考核结果
      </button>
    </div>
  );
}
