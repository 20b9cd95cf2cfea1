import { Link, useNavigate } from '@tanstack/react-router';
import { askConsultation, type ConsultationKind, listOwnConsultations } from '@zhiping/contract';
import { type PlanLevel, type Talent, TALENT_NAMES, TALENTS } from '@zhiping/core';
import { useState } from 'react';
import { ErrorNote } from '../../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { useKept } from '../../kept.ts';
import { CONSULTATION_STATES } from '../../parts/ConsultationFacts.tsx';
import { useCommand } from '../../use-command.ts';

const TITLES = { green: '先提出绿色通道初步审核', entrusted: '先办理委托评审' } as const;
const WHY = {
  green: '请写明主要业绩和基本情况，经评委会办公室初步审核同意后，才能用绿色通道申报；基本条件不降低。',
  entrusted: '提出后依次交来单位同意意见和委托函；评委会办公室接到书面反馈并受理后，才能申报。',
} as const;

interface About {
  readonly planId: string;
  readonly kind: ConsultationKind;
  readonly specialty: string;
  readonly level: PlanLevel;
}

/** What must be asked before this application, or how far what was asked has come. */
export function ConsultationAsk({ about }: { about: About }) {
  const own = useEndpoint(listOwnConsultations, { query: {} });
  if (own.error) return <ErrorNote error={own.error} />;
  if (!own.data) return null;
  const asked = own.data.items.findLast(
    (one) =>
      one.planId === about.planId &&
      one.kind === about.kind &&
      one.specialty === about.specialty &&
      one.level === about.level,
  );
  return (
    <section className="zp-card" aria-label={TITLES[about.kind]}>
      <h2>{TITLES[about.kind]}</h2>
      {asked === undefined ? null : (
        <p role="status">
          {CONSULTATION_STATES[asked.state]}。<Link to={`/applications/consultations/${asked.id}`}>查看</Link>
        </p>
      )}
      {asked === undefined || asked.state === 'declined' ? <AskForm key={about.kind} about={about} /> : null}
    </section>
  );
}

function AskForm({ about }: { about: About }) {
  const navigate = useNavigate();
  const [values, setValues, forget] = useKept(`consultation-${about.planId}-${about.kind}`, {
    reason: '',
    contact: '',
  });
  const [talents, setTalents] = useState<readonly Talent[]>([]);
  const command = useCommand(async () => {
    const { id } = await call(askConsultation, { body: { ...about, ...values, talents: [...talents] } });
    forget();
    await navigate({ to: `/applications/consultations/${id}` });
  }, [keyOf(listOwnConsultations)]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        command.mutate(undefined);
      }}
    >
      <p>{WHY[about.kind]}</p>
      {about.kind === 'green' ? (
        <fieldset className="zp-tied">
          <legend>人才类别（属于的选定）</legend>
          {TALENTS.map((one) => (
            <label key={one} className="zp-check">
              <input
                type="checkbox"
                checked={talents.includes(one)}
                onChange={(event) =>
                  setTalents(event.target.checked ? [...talents, one] : talents.filter((other) => other !== one))
                }
              />
              <span>{TALENT_NAMES[one]}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <label className="zp-field">
        <span className="zp-field-label">主要业绩和基本情况</span>
        <textarea
          className="zp-input"
          rows={6}
          required
          maxLength={2000}
          value={values.reason}
          onChange={(event) => setValues({ ...values, reason: event.target.value })}
        />
      </label>
      <label className="zp-field">
        <span className="zp-field-label">联系方式</span>
        <input
          className="zp-input"
          required
          maxLength={100}
          autoComplete="tel"
          value={values.contact}
          onChange={(event) => setValues({ ...values, contact: event.target.value })}
        />
      </label>
      <ErrorNote error={command.error} />
      <button type="submit" className="zp-button zp-button-main" disabled={command.isPending}>
        提出
      </button>
    </form>
  );
}
