import { type ConfirmationLine, listConfirmations, refuseConfirmation } from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { ErrorNote } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { useCommand } from '../../use-command.ts';

/** Refuses one result with reasons; it ends that application. */
export function RefuseConfirmation({ item }: { item: ConfirmationLine }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useKeptText(`confirmation-${item.applicationId}`);
  const command = useCommand(
    () => call(refuseConfirmation, { params: { id: item.applicationId }, body: { reason } }),
    [keyOf(listConfirmations)],
  );
  if (!open)
    return (
      <button type="button" className="zp-button" onClick={() => setOpen(true)} aria-label={`不予确认：${item.name}`}>
        不予确认
      </button>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.mutate(undefined, { onSuccess: () => setReason('') });
  };
  return (
    <form onSubmit={submit}>
      <label className="zp-field">
        <span className="zp-field-label">不予确认的理由（告知本人）</span>
        <textarea
          className="zp-input"
          rows={3}
          required
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className="zp-small">提交后{item.name}的本次申报即告结束，不能撤回。</p>
      <ErrorNote error={command.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={command.isPending}>
          不予确认
        </button>
        <button type="button" className="zp-button" onClick={() => setOpen(false)}>
          取消
        </button>
      </div>
    </form>
  );
}
