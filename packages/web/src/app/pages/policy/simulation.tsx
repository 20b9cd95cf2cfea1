import { getSimulation } from '@zhiping/contract';
import type { SimulationResult } from '@zhiping/standard/simulate/result';
import { Link } from '@tanstack/react-router';
import { ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { VERDICTS, verdictWord } from './words.ts';
import './policy.css';

const POLL_MS = 1000;

/** One simulation: its progress while it is computed, then who gains and who loses, drawn and by clause. */
export default function Simulation() {
  const id = usePathParam('id');
  const first = useEndpoint(getSimulation, { params: { id } });
  const waiting = first.data?.result === null;
  const live = useEndpoint(getSimulation, { params: { id } }, waiting ? { refetchInterval: POLL_MS } : {});
  const { data, error } = live;
  if (error) return <ErrorNote error={error} onRetry={() => void live.refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      <p className="zp-small">
        <Link to="/policy/simulate">影响模拟</Link>
      </p>
      <h1>影响模拟：谁受益、谁受损</h1>
      <p className="zp-muted">
        {data.against.pack} 第 {data.against.number} 版 → {data.pack} 第 {data.number} 版，{data.people} 个虚构的人，
        {formatInstant(data.startedAt)}
      </p>
      {data.result === null ? (
        <section className="zp-card" aria-label="进度">
          <p role="status">
            {data.done === 0 ? '正在准备…' : `已评估 ${data.done} 人，共 ${data.people} 人`}　可以离开本页，稍后再看。
          </p>
          <progress max={data.people} value={data.done} aria-label="模拟进度" />
        </section>
      ) : (
        <Result result={data.result} />
      )}
    </div>
  );
}

const share = (part: number, all: number): string => `${((100 * part) / Math.max(1, all)).toFixed(2)}%`;

function Result({ result }: { result: SimulationResult }) {
  const { people, gain, lose, same } = result;
  const parts = [
    { id: 'gain', word: '受益', count: gain },
    { id: 'same', word: '不变', count: same },
    { id: 'lose', word: '受损', count: lose },
  ];
  return (
    <>
      <section className="zp-card" aria-label="总的影响">
        <h2>总的影响</h2>
        <div className="zp-sim-bar" aria-hidden="true">
          {parts
            .filter(({ count }) => count > 0)
            .map(({ id, count }) => (
              <span key={id} className={`zp-sim-${id}`} style={{ flexGrow: count }} />
            ))}
        </div>
        <p className="zp-row">
          {parts.map(({ id, word, count }) => (
            <span key={id} className={`zp-sim-key zp-sim-key-${id}`}>
              {word} <strong>{count}</strong> 人（{share(count, people)}）
            </span>
          ))}
        </p>
        <Verdicts result={result} />
      </section>
      <section className="zp-card" aria-label="因为哪条">
        <h2>因为哪条</h2>
        {result.clauses.length === 0 ? <p>没有人的结论改变。</p> : <ClauseChart result={result} />}
      </section>
    </>
  );
}

/** How many come to each verdict before and after, and who moved between them. */
function Verdicts({ result }: { result: SimulationResult }) {
  const { older, newer, moves, people } = result;
  const kinds = Object.keys(VERDICTS) as (keyof typeof VERDICTS)[];
  return (
    <>
      <table className="zp-plain-table">
        <caption className="zp-hidden">各结论的人数</caption>
        <thead>
          <tr>
            <th scope="col">结论</th>
            <th scope="col">旧版</th>
            <th scope="col">新版</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{VERDICTS[kind]}</th>
              <td>
                {older.verdicts[kind]}（{share(older.verdicts[kind], people)}）
              </td>
              <td>
                {newer.verdicts[kind]}（{share(newer.verdicts[kind], people)}）
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        {moves
          .filter(({ from, to }) => from !== to)
          .map(({ from, to, count }) => (
            <li key={`${from} ${to}`}>
              从{verdictWord(from)}到{verdictWord(to)}：{count} 人
            </li>
          ))}
      </ul>
    </>
  );
}

const SHOWN = 20;
const CHANGES = { both: '', added: '新增：', dropped: '取消：' } as const;

/** Losses to the left, gains to the right, one clause a row; the same in numbers beside it. */
function ClauseChart({ result }: { result: SimulationResult }) {
  const clauses = result.clauses.slice(0, SHOWN);
  const most = Math.max(1, ...clauses.flatMap(({ gain, lose }) => [gain, lose]));
  const width = (count: number) => ({ width: `${(100 * count) / most}%` });
  return (
    <>
      <table className="zp-sim-chart">
        <thead>
          <tr>
            <th scope="col">条款</th>
            <th scope="col" className="zp-sim-left">
              受损
            </th>
            <th scope="col">受益</th>
          </tr>
        </thead>
        <tbody>
          {clauses.map(({ id, label, text, change, gain, lose }) => (
            <tr key={id}>
              <th scope="row">
                {label ? <span className="zp-label">{label}</span> : null}
                {CHANGES[change]}
                {text}
              </th>
              <td className="zp-sim-left">
                {lose > 0 ? lose : ''}{' '}
                <span className="zp-sim-mark zp-sim-lose" style={width(lose)} aria-hidden="true" />
              </td>
              <td>
                <span className="zp-sim-mark zp-sim-gain" style={width(gain)} aria-hidden="true" />{' '}
                {gain > 0 ? gain : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {result.clauses.length > SHOWN ? (
        <p className="zp-muted">另有 {result.clauses.length - SHOWN} 条影响更小。</p>
      ) : null}
    </>
  );
}
