import type { Level, PlanForEvaluation, StandardPack } from '@zhiping/standard';
import { AchievementsEditor } from './AchievementsEditor.tsx';
import { type Draft, read, write } from './draft.ts';
import { Choices, FieldInput } from './FieldInput.tsx';
import type { DossierFields } from './fields.ts';
import { RecordsEditor } from './RecordsEditor.tsx';
import type { Relevance } from './relevance.ts';
import { factsToAsk, recordFields, type Step } from './steps.ts';

/** The questions of one step: facts first, then records. */
export function StepForm(props: {
  step: Step;
  pack: StandardPack;
  plans: readonly PlanForEvaluation[];
  plan: PlanForEvaluation | null;
  level: Level | null;
  fields: DossierFields;
  relevance: Relevance;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onPlan: (plan: string) => void;
  onLevel: (level: string) => void;
}) {
  const { step, pack, plans, plan, level, fields, relevance, draft, onDraft } = props;
  const { vocabulary } = pack;
  if (step.id === 'level') {
    return (
      <div className="zp-card">
        <Choices
          legend={`${pack.name}设 ${pack.levels.length} 个层级，您申报哪一级？`}
          options={pack.levels.map((one) => ({ value: one.level, label: one.name }))}
          value={level?.level}
          unknown={null}
          onChange={(chosen) => chosen && props.onLevel(chosen)}
        />
        {plans.length > 0 ? (
          <Choices
            legend="按什么计算年限和业绩截止？"
            options={[
              ...plans.map((one) => ({ value: one.id, label: one.name })),
              { value: 'none', label: '只按标准，算到今天' },
            ]}
            value={plan?.id ?? 'none'}
            unknown={null}
            onChange={(chosen) => chosen && props.onPlan(chosen)}
          />
        ) : null}
        {level ? (
          <p className="zp-muted">
            可走的途径：{level.routes.map((route) => route.name).join('、')}。各途径的结果会分别列出。
          </p>
        ) : null}
      </div>
    );
  }
  const groups = step.groups
    .map((group) => ({ group, asked: factsToAsk(group, fields, relevance, draft) }))
    .filter(({ asked }) => asked.length > 0);
  return (
    <div className="zp-stack">
      {groups.map(({ group, asked }) => (
        <section key={group} className="zp-card" aria-label={fields.groups[group]?.title}>
          {step.groups.length > 1 ? <h2>{fields.groups[group]?.title}</h2> : null}
          <div className="zp-fields">
            {asked.map((field) => (
              <FieldInput
                key={field.name}
                field={field}
                value={read(draft, [group, field.name])}
                onChange={(value) => onDraft(write(draft, [group, field.name], value))}
                vocabulary={vocabulary}
              />
            ))}
          </div>
        </section>
      ))}
      {step.lists.map((list) =>
        list === 'achievements' ? (
          <AchievementsEditor
            key={list}
            draft={draft}
            onChange={onDraft}
            fields={fields}
            relevance={relevance}
            vocabulary={vocabulary}
            experts={fields.experts.filter((field) => relevance.experts.has(field.name))}
          />
        ) : relevance.lists.has(list) ? (
          <RecordsEditor
            key={list}
            list={list}
            fields={recordFields(list, fields, relevance)}
            draft={draft}
            onChange={onDraft}
            vocabulary={vocabulary}
          />
        ) : null,
      )}
    </div>
  );
}
