import { moveClock } from '@zhiping/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClock } from '../../shared/clock.ts';
import { addDays, dateOf, formatDate, formatInstant } from '../../shared/text/dates.ts';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { call } from '../call.ts';
import type { Me } from '../session.ts';

/** The times of all organisers: whoever works for none may have cases with several. */
const timesOf = ({ others, now }: NonNullable<ReturnType<typeof useClock>>): string =>
  others.length <= 1
    ? formatInstant(now)
    : others.map(({ name, businessNow }) => `${name}：${formatDate(dateOf(businessNow))}`).join('；');

/** Demonstration mode: business time for everybody, moved forward by the office only. */
export function ClockBanner({ me }: { me: Me }) {
  const organiserId = me.relations.find((held) => held.relation === 'office')?.organiserId ?? null;
  const clock = useClock(organiserId);
  const client = useQueryClient();
  const [target, setTarget] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (!clock?.demonstration) return null;
  const today = dateOf(clock.now);

  /** To the same time of day, that many days on; or to 09:00 of a chosen day. */
  const moveTo = (to: string) => {
    if (organiserId === null) return;
    setBusy(true);
    setError(null);
    call(moveClock, { params: { organiserId }, body: { to } }).then(
      async () => {
        clock.refresh();
        await client.invalidateQueries();
        setBusy(false);
        setTarget('');
      },
      (thrown: unknown) => {
        setBusy(false);
        setError(thrown);
      },
    );
  };
  const forward = (days: number) => moveTo(new Date(Date.parse(clock.now) + days * 86_400_000).toISOString());
  return (
    <section className="zp-clock zp-noprint" aria-label="演示时间">
      <div className="zp-clock-in">
        <span>
          演示环境，业务时间 <strong>{organiserId === null ? timesOf(clock) : formatInstant(clock.now)}</strong>
        </span>
        {organiserId === null ? null : (
          <>
            <button type="button" disabled={busy} onClick={() => forward(1)}>
              前进 1 天
            </button>
            <button type="button" disabled={busy} onClick={() => forward(5)}>
              前进 5 天
            </button>
            <label>
              前进到{' '}
              <input
                type="date"
                min={addDays(today, 1)}
                value={target}
                onChange={(event) => setTarget(event.target.value)}
              />
            </label>
            <button type="button" disabled={busy || target <= today} onClick={() => moveTo(`${target}T01:00:00.000Z`)}>
              前进到这一天 9:00
            </button>
          </>
        )}
      </div>
      <ErrorNote error={error} />
    </section>
  );
}
