import { addConsultationPaper, type Consultation, readConsultation } from '@zhiping/contract';
import { useState } from 'react';
import { ErrorNote } from '../../shared/index.ts';
import { call, keyOf } from '../call.ts';
import { useCommand } from '../use-command.ts';
import { Choice } from './Choice.tsx';
import { FileField, SCANS } from './files.tsx';

/** Hands in one paper of an entrusting chain with its number and date; each side hands in its own. */
export function ConsultationPaper({ of, by }: { of: Consultation; by: 'applicant' | 'office' }) {
  const steps = of.papers.filter((one) => one.by === by);
  const first = steps.find(({ paper }) => paper === null) ?? steps[0];
  const [step, setStep] = useState(first?.step ?? '');
  const [number, setNumber] = useState('');
  const [datedOn, setDate] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const command = useCommand(
    async (chosen: File) => {
      await call(
        addConsultationPaper,
        { params: { id: of.id }, body: { step, number, datedOn } },
        { file: chosen, fileName: chosen.name },
      );
      setNumber('');
      setDate('');
    },
    [keyOf(readConsultation)],
  );
  if (of.state !== 'asked' || steps.length === 0) return null;
  return (
    <form
      className="zp-card"
      aria-label="交来书面材料"
      onSubmit={(event) => {
        event.preventDefault();
        if (file !== null) command.mutate(file);
      }}
    >
      <h2>交来书面材料</h2>
      <Choice
        label="材料"
        value={step}
        onChange={setStep}
        options={steps.map((one) => ({ value: one.step, label: one.name }))}
      />
      <label className="zp-field">
        <span className="zp-field-label">文号</span>
        <input
          className="zp-input"
          required
          maxLength={60}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
      </label>
      <label className="zp-field">
        <span className="zp-field-label">落款日期</span>
        <input
          className="zp-input"
          type="date"
          required
          value={datedOn}
          onChange={(event) => setDate(event.target.value)}
        />
      </label>
      <FileField label="盖章的扫描件（PDF、JPEG 或 PNG，不超过 20 MB）" accept={SCANS} onFile={setFile} />
      <ErrorNote error={command.error} />
      <button
        type="submit"
        className="zp-button zp-button-main"
        disabled={command.isPending || file === null || step === ''}
      >
        交来材料
      </button>
    </form>
  );
}
