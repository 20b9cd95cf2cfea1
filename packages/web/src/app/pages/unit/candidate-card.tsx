import { type Candidate, type CandidateFacts, readCandidateFacts } from '@zhiping/contract';
import { useState } from 'react';
import { useEndpoint } from '../../call.ts';
import { Facts } from '../../parts/Field.tsx';

/** What is known of those on the page, asked for in one request and in a stable order, so that moving asks nothing again. */
export function useCandidateFacts(unitId: string, ids: readonly string[]): ReadonlyMap<string, CandidateFacts> {
  const of = ids.toSorted((a, b) => (a < b ? -1 : 1)).join(',');
  const { data } = useEndpoint(readCandidateFacts, { params: { unitId }, query: { of } }, { enabled: of !== '' });
  return new Map((data?.items ?? []).map((facts) => [facts.applicationId, facts]));
}

/** Types a place straight away: with a hundred candidates one step at a time is too slow. */
export function PlaceEntry({
  name,
  place,
  onPlace,
}: {
  name: string;
  place: number;
  onPlace: (place: number) => void;
}) {
  const [typed, setTyped] = useState(String(place));
  const settle = () => {
    const wanted = Number(typed);
    if (Number.isInteger(wanted) && wanted > 0 && wanted !== place) onPlace(wanted);
    else setTyped(String(place));
  };
  return (
    <label className="zp-place-entry">
      移到第
      <input
        className="zp-input"
        inputMode="numeric"
        aria-label={`${name}的名次`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          settle();
        }}
      />
      名
    </label>
  );
}

/** One candidate, the same facts in the same order as the others beside. */
export function CandidateCard(props: { one: Candidate; place: number; facts: CandidateFacts | undefined }) {
  const { one, place, facts } = props;
  const person = facts?.person ?? null;
  const unread = facts === undefined ? '正在读取…' : null;
  return (
    <>
      <h3>
        第 {place} 名　{one.name}
      </h3>
      <Facts
        of={[
          ['申报号', one.number],
          ['申报方式', one.route],
          ['学历', unread ?? person?.education ?? null],
          [
            '现职称',
            unread ??
              (person === null
                ? null
                : [person.currentTitle, person.currentTitleSince ?? ''].join('　').trim() || '无'),
          ],
          ['岗位', unread ?? person?.post ?? null],
          [
            '近年考核',
            unread ?? (facts?.assessments.map(({ year, result }) => `${year} ${result}`).join('，') || '没有登记'),
          ],
        ]}
      />
      {facts !== undefined && person === null ? <p className="zp-small zp-muted">基本情况还没有全部核验。</p> : null}
      {facts === undefined ? null : (
        <details open>
          <summary>所选业绩 {facts.achievements.length} 项</summary>
          <ul className="zp-small">
            {facts.achievements.map(({ rowId, name, role, category, startedIn, endedIn }) => (
              <li key={rowId}>
                {category}：{name}（{role}，{startedIn}
                {endedIn === null ? ' 起' : endedIn === startedIn ? '' : ` 至 ${endedIn}`}）
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
