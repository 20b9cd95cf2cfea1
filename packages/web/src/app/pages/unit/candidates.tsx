import {
  type Candidate,
  listUnitApplications,
  listUnitCandidates,
  rankCandidates,
  type RankingInput,
  type UnitCandidateGroup,
} from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import {
  ConfirmStep,
  dateOf,
  Empty,
  ErrorNote,
  formatDate,
  formatInstant,
  Loading,
  useClock,
} from '../../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { useKept } from '../../kept.ts';
import { AppraisalMeeting, EMPTY_MEETING, type Meeting } from '../../parts/AppraisalMeeting.tsx';
import { Facts, Field } from '../../parts/Field.tsx';
import { useUnit } from '../../parts/use-unit.tsx';
import { useCommand } from '../../use-command.ts';
import './candidates.css';

/** 候选人比较与排序: all candidates of one plan, specialty and level side by side; the group ranks and chooses (U3). */
export default function Candidates() {
  const { unitId, choice } = useUnit();
  const { data, error, refetch } = useEndpoint(listUnitCandidates, { params: { unitId } }, { enabled: unitId !== '' });
  return (
    <div className="zp-stack">
      <h1>候选人比较与排序</h1>
      {choice}
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? <Loading /> : null}
      {data?.groups.length === 0 ? (
        <Empty title="没有等待考评的候选人">单位审核通过、等待民主评议的申报按专业和层级列在这里。</Empty>
      ) : null}
      {data?.groups.map((group) => (
        // Who waits has changed: the order begins anew.
        <Group
          key={group.candidates.map(({ applicationId }) => applicationId).join(' ')}
          unitId={unitId}
          group={group}
        />
      ))}
      {data && data.rankings.length > 0 ? <Rankings rankings={data.rankings} /> : null}
    </div>
  );
}

interface Draft extends Meeting {
  /** Application ids, the best first. */
  readonly order: readonly string[];
  readonly chosen: Readonly<Record<string, boolean>>;
  readonly conduct: Readonly<Record<string, string>>;
  readonly reason: Readonly<Record<string, string>>;
}

function Group({ unitId, group }: { unitId: string; group: UnitCandidateGroup }) {
  const { candidates, organiserId } = group;
  const clock = useClock(organiserId);
  const today = clock ? dateOf(clock.now) : null;
  const ids = candidates.map(({ applicationId }) => applicationId);
  const [draft, setDraft, forget] = useKept<Draft>(`ranking-${ids.join('-')}`, {
    ...EMPTY_MEETING,
    order: ids,
    chosen: {},
    conduct: {},
    reason: {},
  });
  const [asking, setAsking] = useState(false);
  const rank = useCommand(
    (body: RankingInput) => call(rankCandidates, { params: { unitId }, body }),
    [keyOf(listUnitCandidates), keyOf(listUnitApplications)],
  );
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const ordered = draft.order.flatMap((id) => candidates.find(({ applicationId }) => applicationId === id) ?? []);
  const swap = (at: number, by: number) => {
    const order = [...draft.order];
    const [moved] = order.splice(at, 1);
    if (moved !== undefined) order.splice(at + by, 0, moved);
    change({ order });
  };
  const own = candidates.some((one) => one.own);
  const taken = ordered.filter(({ applicationId }) => draft.chosen[applicationId] === true);
  const undecided = ordered.filter(({ applicationId }) => draft.chosen[applicationId] === undefined);
  const send = () =>
    rank.mutateAsync(
      {
        planId: group.planId,
        specialty: group.specialty,
        level: group.level,
        heldOn: draft.heldOn ?? today ?? '',
        meeting: draft.meeting,
        members: [...draft.members],
        bases: [...draft.bases],
        instruments: [...draft.instruments],
        order: ordered.map(({ applicationId, version }) => ({
          applicationId,
          version,
          chosen: draft.chosen[applicationId] === true,
          conduct: draft.conduct[applicationId] ?? '',
          reason: draft.reason[applicationId] ?? '',
        })),
      },
      { onSuccess: forget },
    );
  const ask = (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
  };
  return (
    <form className="zp-card zp-stack" onSubmit={ask} aria-label={`${group.specialtyName}${group.levelName}`}>
      <div>
        <h2>
          {group.specialtyName}　{group.levelName}
        </h2>
        <p className="zp-muted">
          {group.planName}，{candidates.length} 名候选人。从前到后就是名次，没有并列；推荐的排在不推荐的前面。
        </p>
      </div>
      <ol className="zp-candidates">
        {ordered.map((one, at) => (
          <li key={one.applicationId} className="zp-candidate">
            <CandidateFacts one={one} place={at + 1} />
            <div className="zp-row">
              <button
                type="button"
                className="zp-button zp-small"
                disabled={at === 0}
                aria-label={`${one.name}前移一名`}
                onClick={() => swap(at, -1)}
              >
                前移
              </button>
              <button
                type="button"
                className="zp-button zp-small"
                disabled={at === ordered.length - 1}
                aria-label={`${one.name}后移一名`}
                onClick={() => swap(at, 1)}
              >
                后移
              </button>
            </div>
            <fieldset>
              <legend>{one.name}的结果</legend>
              {[true, false].map((chosen) => (
                <label key={String(chosen)} className="zp-check">
                  <input
                    type="radio"
                    name={`chosen-${one.applicationId}`}
                    required
                    checked={draft.chosen[one.applicationId] === chosen}
                    onChange={() => change({ chosen: { ...draft.chosen, [one.applicationId]: chosen } })}
                  />
                  <span>{chosen ? '推荐' : '不推荐'}</span>
                </label>
              ))}
            </fieldset>
            <Field
              label={`${one.name}的理由`}
              max={1000}
              value={draft.reason[one.applicationId] ?? ''}
              onChange={(text) => change({ reason: { ...draft.reason, [one.applicationId]: text } })}
            />
            <Field
              label={`${one.name}的职业操守和从业行为`}
              max={500}
              value={draft.conduct[one.applicationId] ?? ''}
              onChange={(text) => change({ conduct: { ...draft.conduct, [one.applicationId]: text } })}
            />
          </li>
        ))}
      </ol>
      <AppraisalMeeting meeting={draft} today={today} onChange={change} />
      <ErrorNote error={rank.error} />
      {own ? <p role="status">其中有您本人的申报，请由本单位其他经办人登记。</p> : null}
      {asking && undecided.length === 0 ? (
        <ConfirmStep
          title="登记排序和选择"
          effects={[
            ...ordered.map(
              ({ applicationId, name }, at) =>
                `第 ${at + 1} 名　${name}：${draft.chosen[applicationId] === true ? '推荐，进入单位公示' : '不推荐，申报到此结束'}`,
            ),
            '登记后不能更改。',
          ]}
          touches={`本次操作涉及 ${ordered.length} 份申报，其中推荐 ${taken.length} 人。`}
          agree="这是考评领导小组的决定。"
          button="登记排序和选择"
          onConfirm={send}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <div className="zp-row">
          <button type="submit" className="zp-button zp-button-main" disabled={own || rank.isPending}>
            登记排序和选择…
          </button>
        </div>
      )}
    </form>
  );
}

/** One candidate, the same facts in the same order as the others beside. */
function CandidateFacts({ one, place }: { one: Candidate; place: number }) {
  const { person, achievements, assessments } = one;
  return (
    <>
      <h3>
        第 {place} 名　{one.name}
      </h3>
      <Facts
        of={[
          ['申报号', one.number],
          ['申报方式', one.route],
          ['学历', person?.education ?? null],
          [
            '现职称',
            person === null ? null : [person.currentTitle, person.currentTitleSince ?? ''].join('　').trim() || '无',
          ],
          ['岗位', person?.post ?? null],
          [
            '近年考核',
            assessments.length === 0
              ? '没有登记'
              : assessments.map(({ year, result }) => `${year} ${result}`).join('，'),
          ],
        ]}
      />
      {person === null ? <p className="zp-small zp-muted">基本情况还没有全部核验。</p> : null}
      <details open>
        <summary>所选业绩 {achievements.length} 项</summary>
        <ul className="zp-small">
          {achievements.map(({ rowId, name, role, category, startedIn, endedIn }) => (
            <li key={rowId}>
              {category}：{name}（{role}，{startedIn}
              {endedIn === null ? ' 起' : endedIn === startedIn ? '' : ` 至 ${endedIn}`}）
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

type Rankings = NonNullable<ReturnType<typeof useEndpoint<typeof listUnitCandidates>>['data']>['rankings'];

function Rankings({ rankings }: { rankings: Rankings }) {
  return (
    <section className="zp-card">
      <h2>已登记的排序</h2>
      {rankings.map((one) => (
        <article key={one.id} className="zp-material">
          <h3>
            {one.specialtyName}　{one.levelName}
          </h3>
          <p className="zp-small zp-muted">
            {one.planName}；{one.meeting}，{formatDate(one.heldOn)}；{one.recordedBy}于 {formatInstant(one.recordedAt)}{' '}
            登记
          </p>
          <ol>
            {one.places.map(({ place, number, name, chosen, reason }) => (
              <li key={place}>
                {name}（{number}）<strong>{chosen ? '推荐' : '不推荐'}</strong>：{reason}
              </li>
            ))}
          </ol>
        </article>
      ))}
    </section>
  );
}
