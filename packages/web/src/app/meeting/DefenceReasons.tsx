import { type CaseRow, getMeeting, type MeetingView, nameForDefence } from '@zhiping/contract';
import { Button, Input } from 'antd';
import { ErrorNote } from '../../shared/index.ts';
import { useKeptText } from '../kept.ts';
import { useCallCommand } from '../use-command.ts';

const SAID = { applies: '', open: '待定', named: '指定' } as const;

/** Whether who defends may still change: until the vote. */
export const isNamingOpen = ({ stage }: MeetingView): boolean =>
  stage === 'preparing' || stage === 'drawn' || stage === 'reviewing';

/** Why a case defends: every reason with its clause, and the naming of the case where the plan leaves that to the committee. */
export function DefenceReasons({ meeting, row }: { meeting: MeetingView; row: CaseRow }) {
  const triggers = (meeting.nameable ?? []).filter(
    ({ id, level }) => level === row.level && !row.defenceReasons.some(({ trigger }) => trigger === id),
  );
  return (
    <>
      {row.defenceReasons.length === 0 ? null : (
        <ul className="zp-list" aria-label={`案卷 ${row.number} 的答辩理由`}>
          {row.defenceReasons.map(({ trigger, label, text, state, detail }) => (
            <li key={trigger}>
              {label} {text}
              {SAID[state] === '' ? '' : `（${SAID[state]}${detail === '' ? '' : `：${detail}`}）`}
            </li>
          ))}
        </ul>
      )}
      {isNamingOpen(meeting)
        ? triggers.map((trigger) => <Naming key={trigger.id} meeting={meeting} row={row} trigger={trigger} />)
        : null}
    </>
  );
}

type Trigger = NonNullable<MeetingView['nameable']>[number];

function Naming({ meeting, row, trigger }: { meeting: MeetingView; row: CaseRow; trigger: Trigger }) {
  const name = useCallCommand(nameForDefence, [getMeeting]);
  const [reason, setReason] = useKeptText(`defence-${row.applicationId}-${trigger.id}`);
  return (
    <details>
      <summary>
        指定答辩<span className="zp-hidden">：案卷 {row.number}</span>
      </summary>
      <div className="zp-stack">
        <p className="zp-muted">
          {trigger.label} {trigger.text}。由{trigger.by}决定，办公室登记。
        </p>
        <label>
          理由
          <Input.TextArea
            value={reason}
            maxLength={200}
            autoSize={{ minRows: 2 }}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <Button
          size="small"
          loading={name.isPending}
          disabled={reason.trim() === ''}
          onClick={() =>
            name.mutate(
              {
                params: { id: meeting.id, applicationId: row.applicationId },
                body: { trigger: trigger.id, reason: reason.trim() },
              },
              { onSuccess: () => setReason('') },
            )
          }
        >
          登记指定
        </Button>
        <ErrorNote error={name.error} />
      </div>
    </details>
  );
}
