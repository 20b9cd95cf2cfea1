import type { GapMoveView, GapsView } from '@zhiping/standard';
import { isWaitingFor, MOVE_BY_LABELS } from '@zhiping/standard/gap/view';
import { formatDate } from '../text/dates.ts';
import './gaps.css';

/** What is lacking: up to three ways, each of them evaluated again, and the day that waiting alone would bring. */
export function Gaps({ gaps }: { gaps: GapsView }) {
  const open = gaps.routes.filter(({ verdict }) => verdict !== 'eligible');
  if (open.length === 0) return null;
  const stuck = open.filter(({ ways }) => ways.length === 0);
  const isWay = (route: string, on: string): boolean =>
    gaps.alternatives.some((way) => way.route === route && isWaitingFor(way.moves, on));
  // Waiting that is a way by itself is said there.
  const dated = open.filter(({ route, earliest }) => earliest !== null && !isWay(route, earliest.on));
  const eligible = gaps.routes.filter(({ verdict }) => verdict === 'eligible').map(({ name }) => name);
  return (
    <section className="zp-card zp-gaps" aria-labelledby="gaps">
      <h2 id="gaps">还差什么</h2>
      {eligible.length > 0 ? (
        <p>您已经符合{eligible.join('、')}的条件，下面的内容只在改用其他申报方式时需要。</p>
      ) : null}
      {gaps.alternatives.length > 0 ? (
        <p className="zp-muted zp-small">
          每个方案都已代入重新计算，做到后各项条件都符合；其中任何一项都不能省。请只按实际情况填写。
        </p>
      ) : null}
      {dated.map(({ route, name, earliest }) => (
        <p key={route} className="zp-gap-date">
          <strong>{name}</strong>：不做其他事情，最早到 <strong>{formatDate(earliest?.on ?? '', true)}</strong>
          ，就没有要由您补充的了。<span className="zp-muted">（{earliest?.text}）</span>
        </p>
      ))}
      <ol className="zp-list zp-ways">
        {gaps.alternatives.map((way) => (
          <li key={way.moves.map(({ text }) => text).join()} className="zp-way">
            <h3>
              {way.name}
              <span className="zp-chip">{way.acts === 0 ? '只待判断' : `还差 ${way.acts} 项`}</span>
            </h3>
            <Moves moves={way.moves} />
          </li>
        ))}
      </ol>
      {stuck.map(({ route, name, blocked, earliest }) => (
        <div key={route} className="zp-stuck">
          <h3>
            {name}：{earliest === null ? '现在没有补救的办法' : '本次没有补救的办法，只能等待'}
          </h3>
          <ul>
            {blocked.map(({ id, label, text, reason }) => (
              <li key={id}>
                {label} {text}：{reason}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

const labelsOf = (moves: readonly GapMoveView[]): string =>
  [...new Set(moves.flatMap((move) => move.for.map(({ label, text }) => label || text)))].join('、');

/** What the applicant, experts and time bring, one by one; what is only to be judged, in one line. */
function Moves({ moves }: { moves: readonly GapMoveView[] }) {
  const judged = moves.filter(({ kind }) => kind === 'judge');
  return (
    <ul className="zp-list zp-moves">
      {moves
        .filter(({ kind }) => kind !== 'judge')
        .map((move) => (
          <li key={move.text}>
            <span className={`zp-by zp-by-${move.by}`}>{MOVE_BY_LABELS[move.by]}</span>
            <span>
              {move.text} <span className="zp-muted zp-small">{labelsOf([move])}</span>
            </span>
          </li>
        ))}
      {judged.length > 0 ? (
        <li>
          <span className="zp-by zp-by-judge">{MOVE_BY_LABELS.judge}</span>
          <span>判断 {labelsOf(judged)}</span>
        </li>
      ) : null}
    </ul>
  );
}
