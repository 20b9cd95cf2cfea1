import { approvePolicy, type CalendarVersion, listCalendars, listCalendarVersions } from '@zhiping/contract';
import type { CalendarYear } from '@zhiping/core';
import { useState } from 'react';
import { ConfirmStep, Empty, ErrorNote, formatDate, formatInstant, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { useToday } from '../../parts/use-today.ts';
import { useCallCommand } from '../../use-command.ts';
import { CalendarForm } from './CalendarForm.tsx';
import { YearGrid } from './YearGrid.tsx';
import './calendar.css';

/** 工作日表: which days of a year are worked, by the State Council's notice; changed by one person, approved by two. */
export default function Calendars() {
  const address = useAddressState();
  const today = useToday();
  const { data, error, refetch } = useEndpoint(listCalendars, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const thisYear = Number(today.slice(0, 4));
  const known = new Set(data.items.map(({ calendar }) => calendar.year));
  const waiting = new Set(data.waiting);
  const year = Number(
    address.get('year') ?? (known.has(thisYear) ? thisYear : (data.items[0]?.calendar.year ?? thisYear)),
  );
  // The year after the last known one is the next to be announced.
  const next = Math.max(thisYear, ...known) + 1;
  const years = [...new Set([year, thisYear, next, ...known, ...waiting])].toSorted((a, b) => b - a);
  return (
    <div className="zp-stack">
      <h1>工作日表</h1>
      <p className="zp-prose">
        按工作日计算的期限（公示、补正、申报人提交盖章页等）都用这里的表。没有录入的年份暂按周末推算，凡算到那一年的期限旁边都有提示。
      </p>
      <nav className="zp-row" aria-label="年份">
        {years.map((one) => (
          <button
            key={one}
            type="button"
            className={one === year ? 'zp-button zp-button-main' : 'zp-button'}
            aria-pressed={one === year}
            onClick={() => address.set({ year: String(one) })}
          >
            {one}年{known.has(one) ? '' : '（未录入）'}
            {waiting.has(one) ? '（有草案）' : ''}
          </button>
        ))}
      </nav>
      <Year
        key={year}
        year={year}
        inUse={data.items.find(({ calendar }) => calendar.year === year)?.calendar ?? null}
      />
    </div>
  );
}

function Year({ year, inUse }: { year: number; inUse: CalendarYear | null }) {
  const versions = useEndpoint(listCalendarVersions, { params: { year } });
  const [editing, setEditing] = useState(false);
  if (versions.error) return <ErrorNote error={versions.error} onRetry={() => void versions.refetch()} />;
  if (!versions.data) return <Loading />;
  const { items } = versions.data;
  const [published] = items.filter(({ publishedAt }) => publishedAt !== null);
  const drafts = items.filter(({ number, publishedAt }) => publishedAt === null && number > (published?.number ?? 0));
  return (
    <>
      {drafts.map((draft) => (
        <Draft key={draft.hash} draft={draft} />
      ))}
      <section className="zp-card zp-stack" aria-label={`${year}年在用的表`}>
        <h2>{year}年</h2>
        {inUse === null ? (
          <Empty title="这一年的放假安排还没有录入">
            算到这一年的期限暂按周末推算，并提示可能变动。通知发布后请录入。
          </Empty>
        ) : (
          <>
            <Notice calendar={inUse} />
            <YearGrid calendar={inUse} />
          </>
        )}
        {editing ? (
          <CalendarForm year={year} from={inUse} onClose={() => setEditing(false)} />
        ) : (
          <div className="zp-row">
            <button type="button" className="zp-button zp-button-main" onClick={() => setEditing(true)}>
              {inUse === null ? '录入放假安排' : '修改'}
            </button>
          </div>
        )}
      </section>
      <History year={year} items={items} />
    </>
  );
}

export function Notice({ calendar }: { calendar: CalendarYear }) {
  const { title, number, issued } = calendar.notice;
  return (
    <p>
      依据：{title}（{number}，{formatDate(issued)}）
    </p>
  );
}

function Draft({ draft }: { draft: CalendarVersion }) {
  const approve = useCallCommand(approvePolicy, [listCalendars, listCalendarVersions]);
  const { calendar, number, hash } = draft;
  const own = draft.approvals.some((one) => one.own);
  return (
    <section className="zp-card zp-stack" aria-label={`${calendar.year}年的草案第${number}版`}>
      <h2>
        {calendar.year}年的草案，第 {number} 版
      </h2>
      <p>
        {draft.draftedBy ?? '平台'}于 {formatInstant(draft.importedAt)} 存入
        {draft.reason === '' ? '。' : `，理由：${draft.reason}`}
      </p>
      <Notice calendar={calendar} />
      <YearGrid calendar={calendar} />
      {draft.approvals.length > 0 ? <p>已批准：{draft.approvals.map(({ name }) => name).join('、')}。</p> : null}
      {own ? (
        <p role="status">您已批准，等待另一位政策管理人员。</p>
      ) : (
        <ConfirmStep
          title={`批准${calendar.year}年工作日表`}
          effects={[
            '两人批准后立即生效，此后计算的期限都用新表。',
            '已经开始的公示期仍按开始时公布的末日办理。',
            '您的批准记入存证记录。',
          ]}
          touches={`${calendar.off.length} 段放假，${calendar.work.length} 个调休上班日。`}
          agree="已与国务院办公厅的通知逐日核对"
          button="批准"
          onConfirm={() => approve.mutateAsync({ params: { pack: `cn-${calendar.year}`, number }, body: { hash } })}
        />
      )}
    </section>
  );
}

function History({ year, items }: { year: number; items: readonly CalendarVersion[] }) {
  if (items.length === 0) return null;
  return (
    <section className="zp-card zp-over" aria-label="修改历史">
      <h2>修改历史</h2>
      <table className="zp-lines">
        <thead>
          <tr>
            <th scope="col">版本</th>
            <th scope="col">谁、什么时候存入</th>
            <th scope="col">理由</th>
            <th scope="col">批准</th>
            <th scope="col">生效</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.number}>
              <td className="zp-nowrap">
                {year}年第 {one.number} 版
              </td>
              <td>
                {one.draftedBy ?? '随平台提供'}，{formatInstant(one.importedAt)}
              </td>
              <td>{one.reason === '' ? one.calendar.notice.number : one.reason}</td>
              <td>{one.approvals.map(({ name, at }) => `${name}（${formatInstant(at)}）`).join('、') || '还没有'}</td>
              <td className="zp-nowrap">{one.publishedAt === null ? '未生效' : formatInstant(one.publishedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
