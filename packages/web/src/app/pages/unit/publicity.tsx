import { listUnitPublicities, type UnitPublicityLine } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { Empty, ErrorNote, formatDate, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import '../../parts/form.css';
import { UnitPublicityDetail } from './publicity-detail.tsx';

const PHASES = {
  ahead: '尚未开始',
  running: '公示中',
  over: '已期满，待推荐',
  concluded: '已推荐',
  invalid: '已认定无效',
} as const;

/** 单位公示: applications to be publicised or publicised, and what to do with the one selected. */
export default function UnitPublicity() {
  const pages = usePages();
  const { data, error, refetch } = useEndpoint(listUnitPublicities, { query: { ...pages.after } });
  const address = useAddressState();
  const selected = address.get('id') ?? data?.items[0]?.id ?? null;
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <>
      <h1>单位公示</h1>
      <SplitView
        title="申报"
        items={data.items}
        selected={selected}
        onSelect={(id) => address.set({ id })}
        filters={
          <>
            {data.items.some(({ phase, stage }) => phase === 'over' && stage === 'unit-publicity') ? (
              <p>
                <Link className="zp-button" to="/unit/submit">
                  批量报送…
                </Link>
              </p>
            ) : null}
            <PageButtons pages={pages} next={data.next} />
          </>
        }
        entry={Entry}
        empty={<Empty title="没有需要公示的申报">考评推荐之后的申报会列在这里，由单位公示不少于 5 个工作日。</Empty>}
        detail={selected === null ? null : <UnitPublicityDetail key={selected} applicationId={selected} />}
      />
    </>
  );
}

function Entry(item: UnitPublicityLine) {
  return (
    <>
      <strong>{item.name}</strong>
      <span className="zp-muted">
        {item.specialty} {item.titleName}
      </span>
      <span className="zp-small">
        {item.phase === null ? '待公示' : PHASES[item.phase]}
        {item.lastDay === null ? '' : `，至${formatDate(item.lastDay, true)}`}
        {item.openObjections === 0 ? '' : `，${item.openObjections} 件异议待答复`}
        {item.phase === 'over' && item.unproved.some(({ needed }) => needed)
          ? `，还缺${item.unproved
              .filter(({ needed }) => needed)
              .map(({ name }) => name)
              .join('、')}`
          : ''}
      </span>
    </>
  );
}
