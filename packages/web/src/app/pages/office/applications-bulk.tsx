import { approveStampedPage, listOfficeWork, openCheck, readOfficeBoard, type WorklistLine } from '@zhiping/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, ConfirmStep } from '../../../shared/index.ts';
import { call, keyOf } from '../../call.ts';

/** What may be done to several at once, by stage. Everything that needs a look at each one stays single. */
export const BULK: Readonly<Record<string, { verb: string; effects: readonly string[]; run: typeof openCheck }>> = {
  'office-check': {
    verb: '开始审核',
    effects: ['所选每一件开始审核，此后申报人不能撤回。', '已经开始的不受影响。'],
    run: openCheck,
  },
  'stamped-page-check': {
    verb: '盖章页通过',
    effects: ['所选每一件的盖章页审核通过，分别记入存证记录。', '单位须在规定期限内报送纸质材料。'],
    run: approveStampedPage,
  },
};

/** Several at once: lists what it changes, does one command an application, shows each result. */
export function BulkWork(props: { stage: string; lines: readonly WorklistLine[]; onDone: () => void }) {
  const { stage, lines, onDone } = props;
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [results, setResults] = useState<ReadonlyMap<string, string>>(new Map());
  const [running, setRunning] = useState(false);
  const bulk = BULK[stage];
  if (bulk === undefined) return null;
  const toggle = (id: string) =>
    setChosen(chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id]));
  const run = async () => {
    setRunning(true);
    for (const line of lines.filter(({ id }) => chosen.has(id))) {
      let result = `已${bulk.verb}`;
      try {
        await call(bulk.run, { params: { id: line.id }, body: { version: line.version } });
      } catch (error) {
        result = error instanceof ApiError || error instanceof Error ? `没有办成：${error.message}` : '没有办成';
      }
      setResults((before) => new Map([...before, [line.id, result]]));
    }
    for (const changed of [listOfficeWork, readOfficeBoard]) {
      await client.invalidateQueries({ queryKey: keyOf(changed) });
    }
  };
  return (
    <div className="zp-stack">
      <section className="zp-card">
        <h2>批量{bulk.verb}</h2>
        <button
          type="button"
          className="zp-button"
          disabled={running}
          onClick={() => setChosen(chosen.size === lines.length ? new Set() : new Set(lines.map(({ id }) => id)))}
        >
          {chosen.size === lines.length ? '全部不选' : '选本页全部'}
        </button>
        <ul className="zp-list">
          {lines.map((line) => (
            <li key={line.id}>
              <label className="zp-check">
                <input
                  type="checkbox"
                  checked={chosen.has(line.id)}
                  disabled={running}
                  onChange={() => toggle(line.id)}
                />
                <span>
                  {line.number}　{line.applicantName}　{line.unitName}　{line.specialty}
                  {line.levelName}
                  {results.has(line.id) ? <strong>　{results.get(line.id)}</strong> : null}
                </span>
              </label>
            </li>
          ))}
        </ul>
        {running ? (
          <p role="status">
            已办 {results.size} 件，共 {chosen.size} 件。
          </p>
        ) : null}
      </section>
      {running ? (
        <button type="button" className="zp-button" onClick={onDone}>
          返回列表
        </button>
      ) : (
        <ConfirmStep
          title={`${bulk.verb}所选申报`}
          effects={bulk.effects}
          touches={`本次操作涉及 ${chosen.size} 份申报。`}
          agree="以上所列正是要办理的。"
          button={`${bulk.verb} ${chosen.size} 件`}
          onConfirm={run}
          onCancel={onDone}
        />
      )}
    </div>
  );
}
