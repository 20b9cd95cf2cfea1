import { Link, useNavigate } from '@tanstack/react-router';
import {
  type AnswerOf,
  type ApplicationCase,
  type ApplicationContent,
  getPolicyVersion,
  listOwnApplications,
  readApplication,
  readArchive,
  sendToUnit,
  submitApplication,
  planIn,
} from '@zhiping/contract';
import { characters, TALENT_NAMES, TALENTS } from '@zhiping/core';
import { useMemo } from 'react';
import { ApiError, ConfirmStep, ErrorNote, Loading, type Problem, SavedMark } from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import { PhotoCard } from '../../parts/PhotoCard.tsx';
import { ReturnNotice } from '../../parts/ReturnNotice.tsx';
import { useCommand } from '../../use-command.ts';
import { ApplicationConditions } from './ApplicationConditions.tsx';
import { ApplicationEndorsements } from './ApplicationEndorsements.tsx';
import { ApplicationPledge } from './ApplicationPledge.tsx';
import { ApplicationRows } from './ApplicationRows.tsx';
import { ApplicationSelfScore } from './ApplicationSelfScore.tsx';
import { ApplicationStatements } from './ApplicationStatements.tsx';
import './application-edit.css';
import { type Draft, useDraft } from './use-draft.ts';

/** Filling in an application: what it takes from the archive, the self-report, the pledges, and the conditions live. */
export default function EditApplication() {
  const params = { id: usePathParam('id') };
  const { data, error, refetch } = useEndpoint(readApplication, { params });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Form key={data.id} data={data} />;
}

function Form({ data }: { data: ApplicationCase }) {
  const draft = useDraft(data);
  const archive = useEndpoint(readArchive, {});
  const plan = useEndpoint(
    getPolicyVersion,
    { params: { pack: data.plan.pack, number: data.plan.number } },
    { enabled: data.asks?.selfScore === true },
  );
  const { values: content, change: set } = draft;
  const editable = data.actions.some(({ id, obstacle }) => id === 'edit' && obstacle === null);
  const length = useMemo(() => characters(content.selfReport.trim()), [content.selfReport]);
  const limit = data.selfReportLimit ?? 1000;
  if (!editable) {
    const why = data.actions.find(({ id }) => id === 'edit')?.obstacle ?? data.waiting.why;
    return (
      <article className="zp-stack">
        <h1>现在不能修改</h1>
        <p>{why}</p>
        <Link to={`/applications/${data.id}`}>返回申报</Link>
      </article>
    );
  }
  return (
    <article className="zp-stack" id="form">
      <header className="zp-row zp-edit-head">
        <div>
          <h1>
            {data.specialty.name} {data.levelName}
          </h1>
          <p className="zp-muted">
            申报号 {data.number}，{data.routeName}
          </p>
        </div>
        <SavedMark state={draft.state} />
      </header>
      <ReturnNotice data={data} />
      {draft.conflicts.length === 0 ? null : <Conflicts draft={draft} />}
      <div className="zp-edit">
        <div className="zp-stack">
          {data.specialty.directions.length === 0 ? null : (
            <section className="zp-card" id="direction">
              <h2>专业方向</h2>
              <Choice
                label="专业方向"
                value={content.direction ?? ''}
                onChange={(value) => set({ direction: value === '' ? null : value })}
                options={data.specialty.directions.map((name) => ({ value: name, label: name }))}
              />
            </section>
          )}
          <section className="zp-card" id="rows">
            <h2>业绩成果</h2>
            <p className="zp-muted">
              从业绩档案中选择用于本次申报的业绩，并选定一项代表作。同一业绩不得在不同年份、不同申报人之间重复使用。
            </p>
            <ErrorNote error={archive.error} />
            {archive.data ? (
              <ApplicationRows archive={archive.data} content={content} disputed={data.disputedRows ?? []} set={set} />
            ) : (
              <p className="zp-muted">正在读取业绩档案…</p>
            )}
          </section>
          <PhotoCard planId={data.plan.id} />
          <section className="zp-card" id="selfReport">
            <h2>本人述职</h2>
            <label className="zp-field">
              <span className="zp-field-label">任现职以来的主要工作、能力和业绩</span>
              <textarea
                className="zp-input zp-self-report"
                value={content.selfReport}
                onChange={(event) => set({ selfReport: event.target.value })}
                rows={12}
              />
              <span className={length > limit ? 'zp-over-limit' : 'zp-small zp-muted'}>
                {length} 字，最多 {limit} 字
              </span>
            </label>
          </section>
          <ApplicationStatements
            asked={data.asks?.statements ?? []}
            content={content}
            archive={archive.data}
            set={set}
          />
          {data.asks?.talents === true ? <Talents content={content} set={set} /> : null}
          {plan.data && data.asks?.selfScore === true ? (
            <SelfScores plan={plan.data} data={data} draft={draft} />
          ) : null}
          <ApplicationEndorsements data={data} content={content} archive={archive.data} />
          <section className="zp-card">
            <h2>承诺</h2>
            {data.pledge?.signed === true ? <ApplicationPledge data={data} onSigned={draft.look} /> : null}
            {data.pledge && !data.pledge.signed ? (
              <Tick
                id="pledged"
                checked={content.pledged}
                onChange={(pledged) => set({ pledged })}
                text={data.pledge.text}
                label={data.pledge.label}
              />
            ) : null}
            {(data.declarations ?? []).map((declaration) => {
              const field = declaration.id === 'own-part' ? 'ownPart' : 'declassified';
              return (
                <Tick
                  key={declaration.id}
                  id={field}
                  checked={content[field]}
                  onChange={(value) => set({ [field]: value })}
                  text={declaration.text}
                  label={declaration.label}
                />
              );
            })}
          </section>
          <Finish data={data} draft={draft} />
        </div>
        <aside className="zp-edit-side">
          {archive.data ? <ApplicationConditions data={data} content={content} archive={archive.data} /> : null}
        </aside>
      </div>
    </article>
  );
}

function SelfScores({
  plan,
  data,
  draft,
}: {
  plan: AnswerOf<typeof getPolicyVersion>;
  data: ApplicationCase;
  draft: Draft;
}) {
  const { selfScore } = planIn(plan);
  if (!selfScore) return null;
  return (
    <ApplicationSelfScore
      table={selfScore}
      content={draft.values}
      deciding={data.route === 'self-score'}
      set={draft.change}
    />
  );
}

/** Kinds of talent, where the standard of the route looks at them. */
function Talents(props: { content: ApplicationContent; set: (fields: Partial<ApplicationContent>) => void }) {
  const { talents } = props.content;
  return (
    <fieldset className="zp-card" id="talents">
      <legend>人才类别</legend>
      <p className="zp-muted">属于下列人才的请选定，由评委会办公室核对；不属于的不选。</p>
      {TALENTS.map((one) => (
        <label key={one} className="zp-check">
          <input
            type="checkbox"
            checked={talents.includes(one)}
            onChange={(event) =>
              props.set({
                talents: event.target.checked ? [...talents, one] : talents.filter((other) => other !== one),
              })
            }
          />
          <span>{TALENT_NAMES[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Tick(props: {
  id: string;
  checked: boolean;
  onChange: (value: boolean) => void;
  text: string;
  label: string;
}) {
  return (
    <label className="zp-check" id={props.id}>
      <input type="checkbox" checked={props.checked} onChange={(event) => props.onChange(event.target.checked)} />
      <span>
        {props.text}
        <span className="zp-label">{props.label}</span>
      </span>
    </label>
  );
}

function Conflicts({ draft }: { draft: Draft }) {
  return (
    <section className="zp-card" role="alert">
      <h2>同一处内容在别处也改过</h2>
      {draft.conflicts.map(({ field, yours, theirs }) => (
        <div key={field} className="zp-conflict">
          <p>
            <strong>{NAMES[field] ?? field}</strong>
          </p>
          <p>您写的：{shown(yours)}</p>
          <p>已保存的：{shown(theirs)}</p>
          <div className="zp-row">
            <button type="button" className="zp-button" onClick={() => draft.settle(field, 'yours')}>
              用我写的
            </button>
            <button type="button" className="zp-button" onClick={() => draft.settle(field, 'theirs')}>
              用已保存的
            </button>
          </div>
        </div>
      ))}
    </section>
  );
}

const NAMES: Readonly<Record<string, string>> = {
  direction: '专业方向',
  rows: '业绩成果',
  representative: '代表作',
  selfReport: '本人述职',
  pledged: '真实性承诺',
  declassified: '涉密声明',
  ownPart: '本人完成部分',
  selfScore: '量化自评',
  statements: '另写的文字',
  talents: '人才类别',
} satisfies Record<keyof ApplicationContent, string>;

function shown(value: unknown): string {
  if (Array.isArray(value)) return `${value.length} 项`;
  if (typeof value === 'boolean') return value ? '已勾选' : '未勾选';
  return typeof value === 'string' && value !== '' ? value : '（空）';
}

const UNSAVED: Problem = {
  code: 'UNSAVED',
  status: 0,
  message: '还有内容没有保存。',
  what: '请先处理页面上方的保存提示，保存后再办理。',
  requestId: null,
};

function Finish({ data, draft }: { data: ApplicationCase; draft: Draft }) {
  const navigate = useNavigate();
  const next = data.timeline.find(({ state }) => state === 'ahead')?.whoName ?? '评委会办公室';
  const first = data.actions.some(({ id }) => id === 'send-to-unit');
  const obstacle = data.actions.find(({ id }) => id === (first ? 'send-to-unit' : 'submit'))?.obstacle ?? null;
  const command = useCommand(async () => {
    const version = await draft.flush();
    if (version === null) throw new ApiError(UNSAVED);
    const input = { params: { id: data.id }, body: { version } };
    await (first
      ? call(sendToUnit, input)
      : call(submitApplication, input, { idempotencyKey: `${data.id}-${version}` }));
    await navigate({ to: `/applications/${data.id}` });
  }, [keyOf(readApplication), keyOf(listOwnApplications)]);
  if (draft.lacks.length > 0) {
    return (
      <section className="zp-card" aria-label="还需补齐的内容">
        <h2>还差 {draft.lacks.length} 处</h2>
        <ul className="zp-list">
          {draft.lacks.map(({ place, words }) => (
            <li key={`${place} ${words}`}>
              <a href={`#${place}`}>{words}</a>
            </li>
          ))}
        </ul>
        <p className="zp-muted">已填写的内容都已保存，可以随时离开、以后再填。</p>
      </section>
    );
  }
  if (obstacle !== null) {
    return (
      <section className="zp-card">
        <h2>现在还不能{first ? '送单位审核' : '提交'}</h2>
        <p>{obstacle}</p>
      </section>
    );
  }
  return first ? (
    <ConfirmStep
      title="送单位审核"
      effects={['用人单位逐项审核学历、资历和业绩材料。', '单位审核期间不能修改；如需修改，由单位退回。']}
      touches={`本次送审 ${draft.values.rows.length} 项业绩。`}
      agree="我已核对，所填内容真实、完整。"
      button="送单位审核"
      onConfirm={() => command.mutateAsync(undefined)}
    />
  ) : (
    <ConfirmStep
      title={`第 ${data.submissions.used + 1} 次提交`}
      effects={[
        ...(draft.unchanged
          ? ['材料与上次提交时完全相同：退回的问题没有补正，很可能再次退回，并用掉一次提交机会。']
          : []),
        `材料按现在的内容冻结，交${next}审核。`,
        data.submissions.limit === null
          ? `这是第 ${data.submissions.used + 1} 次提交，不限次数。`
          : `这是共 ${data.submissions.limit} 次机会中的第 ${data.submissions.used + 1} 次。`,
        `${next}开始审核之前可以撤回，撤回后本次申报结束。`,
      ]}
      touches={`本次提交 1 份申报、${draft.values.rows.length} 项业绩。`}
      agree={draft.unchanged ? '我知道材料没有改动，仍然提交。' : '我已逐项核对材料，确认提交。'}
      button="提交"
      onConfirm={() => command.mutateAsync(undefined)}
    />
  );
}
