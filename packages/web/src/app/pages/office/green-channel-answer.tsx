import { answerConsultation, type Consultation, listOfficeConsultations, readConsultation } from '@zhiping/contract';
import { type Talent, TALENT_NAMES, TALENTS } from '@zhiping/core';
import { useState } from 'react';
import { ErrorNote } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { useCommand } from '../../use-command.ts';

/** The office's answer with its reasons; what kinds of talent it agrees to go into the dossier. */
export function GreenChannelAnswer({ of }: { of: Consultation }) {
  const [reason, setReason] = useKeptText(`consultation-${of.id}`);
  const [talents, setTalents] = useState<readonly Talent[]>(of.talents);
  const command = useCommand(
    (agreed: boolean) =>
      call(answerConsultation, {
        params: { id: of.id },
        body: { version: of.version, agreed, reason, talents: [...talents] },
      }),
    [keyOf(readConsultation), keyOf(listOfficeConsultations)],
  );
  const answer = (agreed: boolean) => command.mutate(agreed, { onSuccess: () => setReason('') });
  const blocked = of.lacks.length > 0;
  return (
    <section className="zp-card" aria-label="答复">
      <h2>答复</h2>
      {of.kind === 'green' ? (
        <fieldset className="zp-tied">
          <legend>认定的人才类别</legend>
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
        <span className="zp-field-label">理由（申报人会看到）</span>
        <textarea
          className="zp-input"
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {blocked ? <p className="zp-muted">书面材料不齐全，现在只能写明理由不予受理。</p> : null}
      <ErrorNote error={command.error} />
      <div className="zp-row">
        <button
          type="button"
          className="zp-button zp-button-main"
          disabled={reason.trim() === '' || blocked || command.isPending}
          onClick={() => answer(true)}
        >
          {of.kind === 'green' ? '同意' : '受理'}
        </button>
        <button
          type="button"
          className="zp-button"
          disabled={reason.trim() === '' || command.isPending}
          onClick={() => answer(false)}
        >
          {of.kind === 'green' ? '不同意' : '不予受理'}
        </button>
      </div>
    </section>
  );
}
