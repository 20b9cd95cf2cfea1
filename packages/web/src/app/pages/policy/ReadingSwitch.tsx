import { draftReadings, listPackVersions, tryReadings } from '@zhiping/contract';
import type { StandardPack } from '@zhiping/standard';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmStep, ErrorNote } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { useCallCommand, useCommand } from '../../use-command.ts';
import { EffectReport } from './EffectReport.tsx';

/** 解读: each with its meanings; what another choice would change is shown on the examples before a draft is saved. */
export function ReadingSwitch({ pack, number }: { pack: StandardPack; number: number }) {
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});
  const [word, setWord] = useState('');
  const [saving, setSaving] = useState(false);
  const params = { pack: pack.id, number };
  const trial = useCallCommand(tryReadings, []);
  const navigate = useNavigate();
  const draft = useCommand(
    (chosen: Readonly<Record<string, string>>) => call(draftReadings, { params, body: { choices: { ...chosen } } }),
    [keyOf(listPackVersions)],
  );
  const count = Object.keys(choices).length;
  const choose = (id: string, meaning: string, chosen: string) => {
    const { [id]: _left, ...others } = choices;
    setChoices(meaning === chosen ? others : { ...others, [id]: meaning });
    trial.reset();
    setSaving(false);
  };
  const asked = word.trim();
  const shown = pack.readings.filter(
    ({ id, question, label, meanings }) =>
      asked === '' || id in choices || [question, label, ...Object.values(meanings)].join(' ').includes(asked),
  );
  return (
    <section className="zp-card" aria-label="解读">
      <h2>解读（{pack.readings.length} 条）</h2>
      <p className="zp-muted">改选后先看影响；存为草案后由两人批准才生效，已发布的版本不变。</p>
      <label className="zp-field">
        <span className="zp-field-label">按词或条款编号找</span>
        <input className="zp-input" value={word} maxLength={40} onChange={(event) => setWord(event.target.value)} />
      </label>
      <div className="zp-readings-scroll" tabIndex={0} role="region" aria-label="解读列表">
        {shown.map((reading) => (
          <fieldset key={reading.id} className="zp-reading-choice">
            <legend>
              {reading.label ? <span className="zp-label">{reading.label}</span> : null}
              {reading.question}
            </legend>
            {Object.entries(reading.meanings).map(([meaning, text]) => (
              <label key={meaning} className="zp-check">
                <input
                  type="radio"
                  name={`reading-${reading.id}`}
                  checked={(choices[reading.id] ?? reading.chosen) === meaning}
                  onChange={() => choose(reading.id, meaning, reading.chosen)}
                />
                <span>
                  {text}
                  {meaning === reading.chosen ? <span className="zp-muted">（现取）</span> : null}
                </span>
              </label>
            ))}
            <p className="zp-small zp-muted">理由：{reading.because}</p>
          </fieldset>
        ))}
        {shown.length === 0 ? <p>没有含“{asked}”的解读。</p> : null}
      </div>
      <div className="zp-row zp-reading-actions">
        <button
          type="button"
          className="zp-button zp-button-main"
          disabled={count === 0 || trial.isPending}
          onClick={() => trial.mutate({ params, body: { choices: { ...choices } } })}
        >
          {trial.isPending ? '正在计算…' : '看影响'}
        </button>
        <button
          type="button"
          className="zp-button"
          disabled={trial.data === undefined || trial.data.problems.length > 0}
          onClick={() => setSaving(true)}
        >
          存为草案
        </button>
        <span className="zp-muted">{count === 0 ? '还没有改选' : `改选了 ${count} 条`}</span>
      </div>
      <ErrorNote error={trial.error} />
      {trial.data ? <EffectReport effect={trial.data} before="现取" after="改选后" /> : null}
      {saving ? (
        <ConfirmStep
          title="存为草案"
          effects={[
            '成为这个标准的下一版，状态为草案。',
            '两位政策管理人员都批准后才发布，在那之前照旧按在用的版本办理。',
          ]}
          touches={`改选 ${count} 条解读`}
          agree="我已看过对例子的影响"
          button="存为草案"
          onConfirm={() =>
            draft.mutateAsync(choices).then(({ number: next }) => navigate({ to: `/policy/${pack.id}/${next}` }))
          }
          onCancel={() => setSaving(false)}
        />
      ) : null}
    </section>
  );
}
