import {
  CANDIDATES_A_PAGE,
  listUnitApplications,
  listUnitCandidates,
  MOST_CANDIDATES,
  rankCandidates,
  type RankingInput,
  type UnitCandidateGroup,
} from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { ConfirmStep, dateOf, ErrorNote, useClock } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { useKept } from '../../kept.ts';
import { AppraisalMeeting, EMPTY_MEETING, type Meeting } from '../../parts/AppraisalMeeting.tsx';
import { Field } from '../../parts/Field.tsx';
import { useCommand } from '../../use-command.ts';
import { CandidateCard, PlaceEntry, useCandidateFacts } from './candidate-card.tsx';

/** Names a group, also where what is typed of it is kept. */
export const keyOfGroup = (unitId: string, { planId, specialty, level }: UnitCandidateGroup): string =>
  `ranking-${unitId}-${planId}-${specialty}-${level}`;

interface Draft extends Meeting {
  /** Application ids, the best first. */
  readonly order: readonly string[];
  readonly chosen: Readonly<Record<string, boolean>>;
  readonly conduct: Readonly<Record<string, string>>;
  readonly reason: Readonly<Record<string, string>>;
}

/**
 * One group: the order over pages of twenty, with what is known of those shown. What was typed is kept when somebody comes or
 * goes meanwhile; who has come stands last.
 */
export function CandidateGroup({ unitId, group }: { unitId: string; group: UnitCandidateGroup }) {
  const { candidates, organiserId } = group;
  const clock = useClock(organiserId);
  const today = clock ? dateOf(clock.now) : null;
  const [draft, setDraft, forget] = useKept<Draft>(keyOfGroup(unitId, group), {
    ...EMPTY_MEETING,
    order: [],
    chosen: {},
    conduct: {},
    reason: {},
  });
  const [asking, setAsking] = useState(false);
  const [page, setPage] = useState(0);
  const [find, setFind] = useState('');
  const rank = useCommand(
    (body: RankingInput) => call(rankCandidates, { params: { unitId }, body }),
    [keyOf(listUnitCandidates), keyOf(listUnitApplications)],
  );
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const byId = new Map(candidates.map((one) => [one.applicationId, one]));
  const placed = new Set(draft.order);
  const ordered = [
    ...draft.order.flatMap((id) => byId.get(id) ?? []),
    ...candidates.filter(({ applicationId }) => !placed.has(applicationId)),
  ];
  const move = (from: number, to: number) => {
    const order = ordered.map(({ applicationId }) => applicationId);
    const [moved] = order.splice(from, 1);
    if (moved !== undefined) order.splice(Math.max(0, Math.min(order.length, to)), 0, moved);
    change({ order });
  };
  const many = ordered.length > CANDIDATES_A_PAGE;
  const entries = ordered.map((one, at) => ({ one, at }));
  const matching = entries.filter(({ one }) => find.trim() === '' || `${one.name} ${one.number}`.includes(find.trim()));
  const pages = Math.max(1, Math.ceil(matching.length / CANDIDATES_A_PAGE));
  const at = Math.min(page, pages - 1);
  const shown = matching.slice(at * CANDIDATES_A_PAGE, (at + 1) * CANDIDATES_A_PAGE);
  const facts = useCandidateFacts(
    unitId,
    shown.map(({ one }) => one.applicationId),
  );
  const own = candidates.some((one) => one.own);
  const taken = ordered.filter(({ applicationId }) => draft.chosen[applicationId] === true);
  const unfilled = entries.filter(
    ({ one: { applicationId: id } }) =>
      draft.chosen[id] === undefined || !draft.reason[id]?.trim() || !draft.conduct[id]?.trim(),
  );
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
          {candidates.length === MOST_CANDIDATES ? `一次至多排序 ${MOST_CANDIDATES} 人，先办理先报来的。` : ''}
        </p>
      </div>
      {many ? (
        <label className="zp-field">
          <span className="zp-field-label">按姓名或申报号查找</span>
          <input
            className="zp-input"
            value={find}
            maxLength={60}
            // Looking somebody up sends nothing.
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.preventDefault();
            }}
            onChange={(event) => {
              setFind(event.target.value);
              setPage(0);
            }}
          />
        </label>
      ) : null}
      <ol className="zp-candidates">
        {shown.map(({ one, at: place }) => (
          <li key={one.applicationId} className="zp-candidate">
            <CandidateCard one={one} place={place + 1} facts={facts.get(one.applicationId)} />
            <div className="zp-row">
              <button
                type="button"
                className="zp-button zp-small"
                disabled={place === 0}
                aria-label={`${one.name}前移一名`}
                onClick={() => move(place, place - 1)}
              >
                前移
              </button>
              <button
                type="button"
                className="zp-button zp-small"
                disabled={place === ordered.length - 1}
                aria-label={`${one.name}后移一名`}
                onClick={() => move(place, place + 1)}
              >
                后移
              </button>
              {many ? (
                <PlaceEntry key={place} name={one.name} place={place + 1} onPlace={(to) => move(place, to - 1)} />
              ) : null}
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
      {many ? (
        <nav className="zp-row" aria-label={`${group.specialtyName}${group.levelName}翻页`}>
          <button type="button" className="zp-button" disabled={at === 0} onClick={() => setPage(at - 1)}>
            上一页
          </button>
          <span>
            第 {at + 1} 页，共 {pages} 页；{matching.length} 人
          </span>
          <button type="button" className="zp-button" disabled={at === pages - 1} onClick={() => setPage(at + 1)}>
            下一页
          </button>
        </nav>
      ) : null}
      <AppraisalMeeting meeting={draft} today={today} onChange={change} />
      <ErrorNote error={rank.error} />
      {own ? <p role="status">其中有您本人的申报，请由本单位其他经办人登记。</p> : null}
      {asking && unfilled.length > 0 ? (
        <p role="status">
          还有 {unfilled.length} 人没有填完结果、理由或职业操守：
          {unfilled
            .slice(0, 5)
            .map(({ one, at: place }) => `第 ${place + 1} 名${one.name}`)
            .join('、')}
          {unfilled.length > 5 ? '等' : ''}。
          <button
            type="button"
            className="zp-link"
            onClick={() => {
              setFind('');
              setPage(Math.floor((unfilled[0]?.at ?? 0) / CANDIDATES_A_PAGE));
            }}
          >
            翻到第一个没有填完的
          </button>
        </p>
      ) : null}
      {asking && unfilled.length === 0 ? (
        <ConfirmStep
          title="登记排序和选择"
          effects={[
            ...ordered.map(
              ({ applicationId, name }, index) =>
                `第 ${index + 1} 名　${name}：${draft.chosen[applicationId] === true ? '推荐，进入单位公示' : '不推荐，申报到此结束'}`,
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
