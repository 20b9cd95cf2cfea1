import { useClock } from '../shared/clock.ts';
import { formatInstant } from '../shared/text/dates.ts';

/** On every public page of a demonstration installation: nothing here is real, and what day it is here. */
export function DemonstrationNote() {
  const clock = useClock();
  if (!clock?.demonstration) return null;
  return (
    <section className="zp-clock zp-noprint" aria-label="演示时间">
      <div className="zp-clock-in">
        <span>
          演示环境，人员与单位均为虚构。业务时间 <strong>{formatInstant(clock.now)}</strong>
        </span>
      </div>
    </section>
  );
}
