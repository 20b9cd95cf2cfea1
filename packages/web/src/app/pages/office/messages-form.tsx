import { type BulkPreview, holdBulk, listBulk, listNoticePlans, previewBulk } from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { ErrorNote, Loading } from '../../../shared/index.ts';
import { call, useEndpoint } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { Choice } from '../../parts/Choice.tsx';
import { useCallCommand, useCommand } from '../../use-command.ts';
import '../../parts/form.css';

/** A notice as it is written: to whom and what. What is kept is exactly what was seen in the preview. */
export function NoticeForm() {
  const { data, error } = useEndpoint(listNoticePlans, {});
  const [chosen, setChosen] = useState('');
  const [stages, setStages] = useState<readonly string[]>([]);
  const [title, setTitle] = useKeptText('notice-title');
  const [body, setBody] = useKeptText('notice-body');
  const [seen, setSeen] = useState<BulkPreview | null>(null);
  const wanted = { stages: [...stages], title, body };
  const hold = useCallCommand(holdBulk, [listBulk]);
  const preview = useCommand((planId: string) => call(previewBulk, { params: { id: planId }, body: wanted }), []);
  if (error) return <ErrorNote error={error} />;
  if (!data) return <Loading />;
  const plan = data.plans.find(({ id }) => id === chosen) ?? data.plans[0];
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setSeen(null);
      set(value);
    };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (plan) preview.mutate(plan.id, { onSuccess: setSeen });
  };
  const keep = () => {
    if (!plan) return;
    const done = () => {
      setSeen(null);
      setTitle('');
      setBody('');
    };
    hold.mutate({ params: { id: plan.id }, body: wanted }, { onSuccess: done });
  };
  return (
    <form className="zp-card zp-stack" onSubmit={submit} aria-label="写通知">
      <h2>写通知</h2>
      <Choice
        label="计划"
        value={plan?.id ?? ''}
        onChange={changed((value: string) => {
          setChosen(value);
          setStages([]);
        })}
        options={data.plans.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <details>
        <summary>
          发给：{stages.length === 0 ? '全部环节的申报人（已撤回的除外）' : `所选 ${stages.length} 个环节的申报人`}
        </summary>
        <fieldset className="zp-fieldset">
          <legend>只发给现在处于这些环节的申报人</legend>
          {plan?.stages.map(({ id, name }) => (
            <label key={id} className="zp-check">
              <input
                type="checkbox"
                checked={stages.includes(id)}
                onChange={(event) =>
                  changed(setStages)(event.target.checked ? [...stages, id] : stages.filter((one) => one !== id))
                }
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      </details>
      <label className="zp-field">
        <span className="zp-field-label">标题</span>
        <input
          className="zp-input"
          value={title}
          required
          maxLength={60}
          onChange={(event) => changed(setTitle)(event.target.value)}
        />
      </label>
      <label className="zp-field">
        <span className="zp-field-label">正文（写“〔申报编号〕”的地方换成收件人自己的编号）</span>
        <textarea
          className="zp-input"
          rows={5}
          value={body}
          required
          maxLength={1000}
          onChange={(event) => changed(setBody)(event.target.value)}
        />
      </label>
      <ErrorNote error={preview.error ?? hold.error} />
      {seen ? (
        <section className="zp-stack" aria-label="预览">
          <p role="status">
            <strong>{seen.recipients}</strong> 人会收到。
          </p>
          {seen.sample ? (
            <blockquote className="zp-message-body">
              <strong>{seen.sample.title}</strong>
              {'\n'}
              {seen.sample.body}
            </blockquote>
          ) : null}
        </section>
      ) : null}
      <div className="zp-row">
        <button type="submit" className={seen ? 'zp-button' : 'zp-button zp-button-main'} disabled={preview.isPending}>
          预览
        </button>
        {seen && seen.recipients > 0 ? (
          <button type="button" className="zp-button zp-button-main" disabled={hold.isPending} onClick={keep}>
            保存，暂不发出
          </button>
        ) : null}
        {hold.isSuccess && !seen ? <span role="status">已保存，确认后发出</span> : null}
      </div>
    </form>
  );
}
