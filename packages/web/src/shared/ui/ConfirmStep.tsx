import { type ReactNode, useState } from 'react';
import { ErrorNote } from './ErrorNote.tsx';

/**
 * The step before anything irrevocable (提交、推荐、公布、开票): what will happen, how many things it touches, a box to tick,
 * one button. `onConfirm` may reject; the page then stays as it was and says why.
 */
export function ConfirmStep(props: {
  title: string;
  /** What will happen, one sentence each. */
  effects: readonly string[];
  /** e.g. 本次操作涉及 1 份申报. */
  touches: string;
  /** The sentence to agree to. */
  agree: string;
  button: string;
  onConfirm: () => Promise<unknown>;
  onCancel?: () => void;
  children?: ReactNode;
}) {
  const [agreed, setAgreed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirm = () => {
    setBusy(true);
    setError(null);
    props.onConfirm().then(
      () => setBusy(false),
      (thrown: unknown) => {
        setBusy(false);
        setError(thrown);
      },
    );
  };
  return (
    <section className="zp-confirm" aria-label={props.title}>
      <h2>{props.title}</h2>
      <p>确认后：</p>
      <ul>
        {props.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <p className="zp-confirm-touches">{props.touches}</p>
      {props.children}
      <label className="zp-check">
        <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
        <span>{props.agree}</span>
      </label>
      <ErrorNote error={error} />
      <div className="zp-row">
        <button type="button" className="zp-button zp-button-main" disabled={!agreed || busy} onClick={confirm}>
          {busy ? '正在办理…' : props.button}
        </button>
        {props.onCancel ? (
          <button type="button" className="zp-button" onClick={props.onCancel} disabled={busy}>
            返回修改
          </button>
        ) : null}
      </div>
    </section>
  );
}
