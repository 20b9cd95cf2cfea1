import { listUnitCandidates } from '@zhiping/contract';
import { Empty, ErrorNote, formatDate, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { useUnit } from '../../parts/use-unit.tsx';
import { CandidateGroup, keyOfGroup } from './candidates-group.tsx';
import './candidates.css';

/** 候选人比较与排序: all candidates of one plan, specialty and level side by side; the group ranks and chooses (U3). */
export default function Candidates() {
  const { unitId, choice } = useUnit();
  const { data, error, refetch } = useEndpoint(listUnitCandidates, { params: { unitId } }, { enabled: unitId !== '' });
  return (
    <div className="zp-stack">
      <h1>候选人比较与排序</h1>
      {choice}
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? <Loading /> : null}
      {data?.groups.length === 0 ? (
        <Empty title="没有等待考评的候选人">单位审核通过、等待民主评议的申报按专业和层级列在这里。</Empty>
      ) : null}
      {data?.groups.map((group) => (
        <CandidateGroup key={keyOfGroup(unitId, group)} unitId={unitId} group={group} />
      ))}
      {data && data.rankings.length > 0 ? <Rankings rankings={data.rankings} /> : null}
    </div>
  );
}

type Rankings = NonNullable<ReturnType<typeof useEndpoint<typeof listUnitCandidates>>['data']>['rankings'];

function Rankings({ rankings }: { rankings: Rankings }) {
  return (
    <section className="zp-card">
      <h2>已登记的排序</h2>
      {rankings.map((one) => (
        <article key={one.id} className="zp-material">
          <h3>
            {one.specialtyName}　{one.levelName}
          </h3>
          <p className="zp-small zp-muted">
            {one.planName}；{one.meeting}，{formatDate(one.heldOn)}；{one.recordedBy}于 {formatInstant(one.recordedAt)}{' '}
            登记
          </p>
          <ol>
            {one.places.map(({ place, number, name, chosen, reason }) => (
              <li key={place}>
                {name}（{number}）<strong>{chosen ? '推荐' : '不推荐'}</strong>：{reason}
              </li>
            ))}
          </ol>
        </article>
      ))}
    </section>
  );
}
