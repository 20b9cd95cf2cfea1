import type { ApplicationContent } from '@zhiping/contract';
import { pointWords, type SelfScore, type SelfScoreEntry, type SelfScoreLine, selfScoreOf } from '@zhiping/core';

const EMPTY = { quantity: null, points: null, basis: '', evidence: '' } as const;

/** The plan's table for scoring oneself: each line with its basis and where its proof stands; the total is computed. */
export function ApplicationSelfScore(props: {
  table: SelfScore;
  content: ApplicationContent;
  /** By this route the line must be reached. */
  deciding: boolean;
  set: (fields: Partial<ApplicationContent>) => void;
}) {
  const { table, content, deciding } = props;
  const result = selfScoreOf(table, content.selfScore);
  const change = (line: string, fields: Partial<SelfScoreEntry>) => {
    const before = content.selfScore.find((one) => one.line === line) ?? { line, ...EMPTY };
    const others = content.selfScore.filter((one) => one.line !== line);
    props.set({ selfScore: [...others, { ...before, ...fields }] });
  };
  return (
    <section className="zp-card" id="selfScore">
      <h2>
        量化自评<span className="zp-label">{table.label}</span>
      </h2>
      <p className="zp-muted">
        {table.evidence.text}；{table.overstated.text}。
        {table.complete ? '' : `标明“示例”的分值不是《${table.title}》（${table.document}）的规定，原表没有收录。`}
      </p>
      {table.blocks.map((block) => (
        <fieldset key={block.id} className="zp-score-block">
          <legend>
            {block.name}
            {block.max === undefined ? '' : `，最高 ${pointWords(block.max)} 分`}
          </legend>
          {block.lines.map((line) => (
            <Line
              key={line.id}
              line={line}
              entry={content.selfScore.find((one) => one.line === line.id) ?? { line: line.id, ...EMPTY }}
              points={result.lines.find((one) => one.line === line.id)?.points ?? 0}
              problems={result.lines.find((one) => one.line === line.id)?.problems ?? []}
              change={(fields) => change(line.id, fields)}
            />
          ))}
        </fieldset>
      ))}
      <p role="status">
        自评合计 <strong>{pointWords(result.total)} 分</strong>
        {deciding ? `，按自评分申报须达到 ${pointWords(table.line)} 分${result.reachesLine ? '，已达到' : ''}` : ''}
      </p>
    </section>
  );
}

function Line(props: {
  line: SelfScoreLine;
  entry: SelfScoreEntry;
  points: number;
  problems: readonly string[];
  change: (fields: Partial<SelfScoreEntry>) => void;
}) {
  const { line, entry, change } = props;
  const whole = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : null);
  return (
    <div className="zp-score-line" id={`selfScore.${line.id}`}>
      <p>
        <strong>{line.name}</strong>
        {line.label === undefined ? null : <span className="zp-label">{line.label}</span>}
        <span className="zp-muted"> 计 {pointWords(props.points)} 分</span>
      </p>
      {line.rule === 'by-hand' ? (
        <label className="zp-field">
          <span className="zp-field-label">自评分（最高 {pointWords(line.max)} 分）</span>
          <input
            className="zp-input zp-score-number"
            inputMode="decimal"
            defaultValue={entry.points === null ? '' : pointWords(entry.points)}
            onChange={(event) => change({ points: hundredthsOf(event.target.value) })}
          />
        </label>
      ) : (
        <label className="zp-field">
          <span className="zp-field-label">数量（{line.unit}）</span>
          <input
            className="zp-input zp-score-number"
            inputMode="numeric"
            value={entry.quantity ?? ''}
            onChange={(event) => change({ quantity: whole(event.target.value) })}
          />
        </label>
      )}
      <label className="zp-field">
        <span className="zp-field-label">评分依据</span>
        <textarea
          className="zp-input"
          rows={2}
          value={entry.basis}
          onChange={(event) => change({ basis: event.target.value })}
        />
      </label>
      <label className="zp-field">
        <span className="zp-field-label">佐证材料的位置</span>
        <input
          className="zp-input"
          value={entry.evidence}
          onChange={(event) => change({ evidence: event.target.value })}
        />
      </label>
      {props.problems.map((problem) => (
        <p key={problem} className="zp-over-limit">
          {problem}，不计分
        </p>
      ))}
    </div>
  );
}

/** Points as typed, at most two decimals, in hundredths; null while it is no number. */
function hundredthsOf(text: string): number | null {
  const parts = /^(\d{1,3})(?:\.(\d{0,2}))?$/.exec(text.trim());
  if (!parts) return null;
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}
