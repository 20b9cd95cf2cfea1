import { askRevocation, type Certificate, decideRevocation, listCertificates } from '@zhiping/contract';
import type { FormEvent } from 'react';
import { ConfirmStep, ErrorNote, formatInstant } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { useCommand } from '../../use-command.ts';

/** Two people: one asks with the reason, another one of the issuing authority decides. */
export function Revocation({ certificate }: { certificate: Certificate }) {
  const { revocation } = certificate;
  const params = { id: certificate.id };
  const { version } = certificate;
  const refresh = [keyOf(listCertificates)];
  const [reason, setReason] = useKeptText(`revocation-${certificate.id}`);
  const ask = useCommand(() => call(askRevocation, { params, body: { version, reason } }), refresh);
  const decide = useCommand((agree: boolean) => call(decideRevocation, { params, body: { version, agree } }), refresh);
  if (revocation === null) {
    const submit = (event: FormEvent) => {
      event.preventDefault();
      ask.mutate(undefined, { onSuccess: () => setReason('') });
    };
    return (
      <form className="zp-card" onSubmit={submit}>
        <h2>提出撤销</h2>
        <p className="zp-muted">经查实弄虚作假的，按程序撤销。提出后由颁发部门另一人复核，复核前证书仍然有效。</p>
        <label className="zp-field">
          <span className="zp-field-label">撤销的理由和依据</span>
          <textarea
            className="zp-input"
            rows={3}
            required
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <ErrorNote error={ask.error} />
        <button type="submit" className="zp-button" disabled={ask.isPending}>
          提出撤销
        </button>
      </form>
    );
  }
  return (
    <section className="zp-stack">
      <div className="zp-card">
        <h2>撤销待复核</h2>
        <p>{revocation.reason}</p>
        <p className="zp-muted">{formatInstant(revocation.askedAt)}提出</p>
        {revocation.mine ? <p>由您提出，须由另一位工作人员复核。</p> : null}
      </div>
      {revocation.mine ? null : (
        <>
          <ConfirmStep
            title="同意撤销"
            effects={[`${certificate.holderName}的证书即刻撤销，验证页面显示已撤销。`, '证书编号不再使用，不能恢复。']}
            touches="本次操作涉及 1 份证书。"
            agree="我已复核理由和依据，同意撤销。"
            button="撤销证书"
            onConfirm={() => decide.mutateAsync(true)}
          />
          <ErrorNote error={decide.error} />
          <button type="button" className="zp-button" disabled={decide.isPending} onClick={() => decide.mutate(false)}>
            不同意撤销
          </button>
        </>
      )}
    </section>
  );
}
