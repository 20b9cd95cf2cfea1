import { giveBackPaper, listPaper, type PaperView, readPaper, receiveFullPaper, savePaper } from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep, dateOf, ErrorNote, formatDate, formatInstant, Loading, useClock } from '../../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Facts, Field } from '../../parts/Field.tsx';
import { useCommand } from '../../use-command.ts';
import './paper.css';

type Found = PaperView['found'][number];
const REFRESH = [keyOf(readPaper), keyOf(listPaper)];

/** One envelope at the desk: the checklist, what is wanting, where it lies, taking it in and giving it back. */
export function PaperDesk({ id, mark }: { id: string; mark: string | null }) {
  const { data, error, refetch } = useEndpoint(readPaper, { params: { id } });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const open = data.stage === 'paper-delivery' || data.stage === 'ready';
  return (
    <div className="zp-stack">
      <section className="zp-card">
        <h2>
          {data.applicantName}　{data.number}
        </h2>
        <Facts
          of={[
            ['用人单位', data.unitName],
            ['申报', `${data.specialty}　${data.levelName}`],
            ['送达期限', data.late ? '已逾期，接收须写明理由' : (data.until?.words ?? null)],
            ['存放处', data.storage === '' ? null : data.storage],
            ['首次收到', data.receivedAt === null ? null : formatInstant(data.receivedAt)],
            [
              '网上材料',
              data.snapshot === null
                ? null
                : `第 ${data.snapshot.ordinal} 次提交，${formatInstant(data.snapshot.receivedAt)}，标记 ${data.snapshot.mark}`,
            ],
          ]}
        />
        {mark === null || data.snapshot === null ? null : (
          <p role="status">
            {mark === data.snapshot.mark
              ? '标签上的标记与网上最后一次提交一致。'
              : `标签上的标记 ${mark} 与网上最后一次提交 ${data.snapshot.mark} 不一致，请核对是不是旧材料。`}
          </p>
        )}
      </section>
      {data.asked ? null : <p>本计划不收纸质材料。</p>}
      {data.asked && open ? <Checklist key={data.paperVersion} paper={data} /> : null}
      {data.lacks.length === 0 ? null : (
        <section className="zp-card">
          <h2>还缺 {data.lacks.length} 项</h2>
          <ul>
            {data.lacks.map((lack) => (
              <li key={lack}>{lack}</li>
            ))}
          </ul>
        </section>
      )}
      {data.stage === 'paper-delivery' && data.state === 'complete' ? <Receive paper={data} /> : null}
      {!open && data.state !== 'expected' && data.givenBack === null ? <GiveBack paper={data} /> : null}
      {data.givenBack === null ? null : (
        <section className="zp-card">
          <h2>已退卷</h2>
          <p>
            {formatDate(data.givenBack.on)}由{data.givenBack.to}领取。{data.givenBack.note}
          </p>
        </section>
      )}
    </div>
  );
}

function Checklist({ paper }: { paper: PaperView }) {
  const start = (item: PaperView['items'][number]): Found =>
    paper.found.find(({ id }) => id === item.id) ?? { id: item.id, copies: 0, absent: false, defect: '' };
  const [found, setFound] = useState<readonly Found[]>(paper.items.map(start));
  const [looked, setLooked] = useState<ReadonlySet<string>>(new Set(paper.found.map(({ id }) => id)));
  const [storage, setStorage] = useState(paper.storage);
  const [note, setNote] = useState(paper.note);
  const change = (id: string, part: Partial<Found>) => {
    setFound(found.map((one) => (one.id === id ? { ...one, ...part } : one)));
    setLooked(new Set([...looked, id]));
  };
  const save = useCommand(
    () =>
      call(savePaper, {
        params: { id: paper.applicationId },
        body: {
          paperVersion: paper.paperVersion,
          found: found.filter(({ id }) => looked.has(id)),
          storage: storage.trim(),
          note: note.trim(),
        },
      }),
    REFRESH,
  );
  return (
    <section className="zp-card">
      <h2>收卷清单</h2>
      <div className="zp-row">
        <button
          type="button"
          className="zp-button"
          onClick={() => {
            setFound(paper.items.map(({ id, copies }) => ({ id, copies, absent: false, defect: '' })));
            setLooked(new Set(paper.items.map(({ id }) => id)));
          }}
        >
          全部齐全、无问题
        </button>
      </div>
      <div className="zp-table-scroll">
        <table className="zp-table zp-paper-table">
          <thead>
            <tr>
              <th>材料</th>
              <th className="zp-number">应有</th>
              <th>收到</th>
              <th>问题</th>
            </tr>
          </thead>
          <tbody>
            {paper.items.map((item) => {
              const one = found.find(({ id }) => id === item.id) ?? start(item);
              return (
                <tr key={item.id}>
                  <td>
                    {item.name} {item.label === '' ? null : <span className="zp-label">{item.label}</span>}
                    {item.mayLack ? (
                      <label className="zp-check zp-small">
                        <input
                          type="checkbox"
                          checked={one.absent}
                          onChange={(event) => change(item.id, { absent: event.target.checked })}
                        />
                        <span>本人没有{item.when === null ? '' : `（只适用于：${item.when}）`}</span>
                      </label>
                    ) : null}
                  </td>
                  <td className="zp-number">{item.copies === 0 ? '' : item.copies}</td>
                  <td>
                    {item.copies === 0 ? (
                      <label className="zp-check">
                        <input
                          type="checkbox"
                          checked={looked.has(item.id) && one.defect === ''}
                          onChange={(event) =>
                            event.target.checked
                              ? change(item.id, { defect: '' })
                              : setLooked(new Set([...looked].filter((other) => other !== item.id)))
                          }
                        />
                        <span>符合</span>
                      </label>
                    ) : (
                      <input
                        className="zp-input zp-paper-count"
                        type="number"
                        min={0}
                        max={99}
                        aria-label={`${item.name}收到的份数`}
                        value={looked.has(item.id) ? one.copies : ''}
                        onChange={(event) => change(item.id, { copies: Number(event.target.value) })}
                      />
                    )}
                  </td>
                  <td>
                    <input
                      className="zp-input"
                      aria-label={`${item.name}的问题`}
                      maxLength={300}
                      value={one.defect}
                      onChange={(event) => change(item.id, { defect: event.target.value })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Field
        label="存放处"
        value={storage}
        onChange={setStorage}
        max={100}
        required={false}
        help="如 3 柜 2 层 15 号"
      />
      <Field label="备注" value={note} onChange={setNote} max={500} required={false} />
      <ErrorNote error={save.error} />
      <button
        type="button"
        className="zp-button zp-button-main"
        disabled={save.isPending}
        onClick={() => save.mutate(undefined)}
      >
        {save.isPending ? '正在保存…' : '保存核对结果'}
      </button>
    </section>
  );
}

function Receive({ paper }: { paper: PaperView }) {
  const [reason, setReason] = useState('');
  const command = useCommand(
    () =>
      call(receiveFullPaper, {
        params: { id: paper.applicationId },
        body: { version: paper.version, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
      }),
    REFRESH,
  );
  return (
    <ConfirmStep
      title="登记收齐"
      effects={['申报进入下一环节，等待上会。', '纸质材料已按清单逐项核对。']}
      touches="本次操作涉及 1 份申报。"
      agree="纸质材料齐全，与网上材料一致。"
      button="登记收齐"
      onConfirm={() => command.mutateAsync(undefined)}
    >
      {paper.late ? <Field label="逾期接收的理由" value={reason} onChange={setReason} max={1000} /> : null}
    </ConfirmStep>
  );
}

function GiveBack({ paper }: { paper: PaperView }) {
  const clock = useClock();
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const on = clock === null ? '' : dateOf(clock.now);
  const command = useCommand(
    () =>
      call(giveBackPaper, {
        params: { id: paper.applicationId },
        body: { paperVersion: paper.paperVersion, on, to: to.trim(), note: note.trim() },
      }),
    REFRESH,
  );
  return (
    <ConfirmStep
      title="退卷"
      effects={['记下领取人和日期。', '请领取人在退卷单上签字。']}
      touches="本次退回 1 份纸质材料。"
      agree="领取人的身份已经核对，已签字。"
      button="登记退卷"
      onConfirm={() => command.mutateAsync(undefined)}
    >
      <Field label="领取人姓名" value={to} onChange={setTo} max={60} />
      <Field label="说明" value={note} onChange={setNote} max={300} required={false} help="如代领的关系" />
    </ConfirmStep>
  );
}
