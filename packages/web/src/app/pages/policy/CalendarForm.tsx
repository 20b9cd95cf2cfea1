import { draftCalendar, listCalendars, listCalendarVersions } from '@zhiping/contract';
import { type CalendarYear, calendarProblems, calendarYearSchema } from '@zhiping/core';
import { type FormEvent, useState } from 'react';
import { ErrorNote } from '../../../shared/index.ts';
import { Field } from '../../parts/Field.tsx';
import { useKept } from '../../kept.ts';
import { useCallCommand } from '../../use-command.ts';
import { YearGrid } from './YearGrid.tsx';

const HOLIDAYS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;

interface Draft {
  readonly calendar: CalendarYear;
  readonly reason: string;
}

/** A year's table as the notice puts it: periods off, and the weekends that are worked to make up. */
export function CalendarForm(props: { year: number; from: CalendarYear | null; onClose: () => void }) {
  const { year, from } = props;
  const empty: CalendarYear = {
    year,
    notice: { title: `国务院办公厅关于${year}年部分节假日安排的通知`, number: '', issued: '' },
    off: HOLIDAYS.map((name) => ({ name, from: '', to: '' })),
    work: [],
  };
  const [{ calendar, reason }, setDraft, forget] = useKept<Draft>(`calendar-${year}`, {
    calendar: from ?? empty,
    reason: '',
  });
  const [newWork, setNewWork] = useState('');
  const save = useCallCommand(draftCalendar, [listCalendars, listCalendarVersions]);
  const change = (part: Partial<CalendarYear>) => setDraft({ calendar: { ...calendar, ...part }, reason });
  const notice = (part: Partial<CalendarYear['notice']>) => change({ notice: { ...calendar.notice, ...part } });
  const period = (index: number, part: Partial<CalendarYear['off'][number]>) =>
    change({ off: calendar.off.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  const checked = calendarYearSchema.safeParse(calendar);
  const problems = checked.success ? calendarProblems(checked.data) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { params: { year }, body: { calendar, reason } },
      {
        onSuccess: () => {
          forget();
          props.onClose();
        },
      },
    );
  };
  return (
    <form className="zp-stack" onSubmit={submit} aria-label={`${year}年的放假安排`}>
      <Field label="通知名称" value={calendar.notice.title} onChange={(title) => notice({ title })} />
      <Field
        label="文号"
        value={calendar.notice.number}
        onChange={(number) => notice({ number })}
        help="例如 国办发明电〔2025〕7号"
      />
      <Field label="发文日期" type="date" value={calendar.notice.issued} onChange={(issued) => notice({ issued })} />
      <fieldset className="zp-fieldset zp-stack">
        <legend>放假</legend>
        {calendar.off.map((one, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- periods have no identity but their place
          <div className="zp-period-row" key={index}>
            <Field label="节日" value={one.name} onChange={(name) => period(index, { name })} max={20} />
            <Field label="首日" type="date" value={one.from} onChange={(day) => period(index, { from: day })} />
            <Field label="末日" type="date" value={one.to} onChange={(day) => period(index, { to: day })} />
            <button
              type="button"
              className="zp-button"
              onClick={() => change({ off: calendar.off.filter((_, at) => at !== index) })}
            >
              去掉<span className="zp-hidden">：{one.name}</span>
            </button>
          </div>
        ))}
        <div className="zp-row">
          <button
            type="button"
            className="zp-button"
            onClick={() => change({ off: [...calendar.off, { name: '', from: '', to: '' }] })}
          >
            增加一段放假
          </button>
        </div>
      </fieldset>
      <fieldset className="zp-fieldset zp-stack">
        <legend>调休上班的周末</legend>
        <ul className="zp-list zp-row">
          {calendar.work.map((day) => (
            <li key={day}>
              <button
                type="button"
                className="zp-button"
                onClick={() => change({ work: calendar.work.filter((one) => one !== day) })}
              >
                {day}，去掉
              </button>
            </li>
          ))}
        </ul>
        <div className="zp-row">
          <Field label="上班日" type="date" required={false} value={newWork} onChange={setNewWork} />
          <button
            type="button"
            className="zp-button"
            disabled={newWork === '' || calendar.work.includes(newWork)}
            onClick={() => {
              change({ work: [...calendar.work, newWork].toSorted() });
              setNewWork('');
            }}
          >
            增加上班日
          </button>
        </div>
      </fieldset>
      <Field
        label="为什么录入或修改"
        value={reason}
        onChange={(typed) => setDraft({ calendar, reason: typed })}
        max={300}
      />
      {problems.length > 0 ? (
        <ul role="alert">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      {checked.success && problems.length === 0 ? <YearGrid calendar={checked.data} /> : null}
      <ErrorNote error={save.error} />
      <div className="zp-row">
        <button
          type="submit"
          className="zp-button zp-button-main"
          disabled={save.isPending || !checked.success || problems.length > 0}
        >
          存为草案，等待两人批准
        </button>
        <button type="button" className="zp-button" onClick={props.onClose}>
          返回
        </button>
      </div>
    </form>
  );
}
