import { type FormEvent, useState } from 'react';
import { ErrorNote } from '../../shared/index.ts';
import { useKept } from '../kept.ts';

/** A decision that needs grounds, with what it will do said before. */
export function ReasonForm(props: {
  /** What the form is about and which one it is: its text is kept in this tab under this name until it was sent. */
  name: string;
  title: string;
  effect: string;
  button: string;
  required?: boolean;
  onSend: (reason: string) => Promise<unknown>;
  onCancel: () => void;
}) {
  const [reason, setReason, forget] = useKept(props.name, '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    props.onSend(reason.trim()).then(
      () => {
        setBusy(false);
        forget();
      },
      (thrown: unknown) => {
        setBusy(false);
        setError(thrown);
      },
    );
  };
  return (
    <form className="zp-card" onSubmit={submit}>
      <h2>{props.title}</h2>
      <p>{props.effect}</p>
      <label className="zp-field">
        <span className="zp-field-label">理由</span>
        <textarea
          className="zp-input"
          rows={3}
          maxLength={1000}
          required={props.required ?? true}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <ErrorNote error={error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={busy}>
          {busy ? '正在办理…' : props.button}
        </button>
        <button type="button" className="zp-button" onClick={props.onCancel}>
          返回
        </button>
      </div>
    </form>
  );
}
