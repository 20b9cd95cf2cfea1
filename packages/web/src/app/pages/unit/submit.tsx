import { concludeUnitPublicity, listUnitApplications, listUnitPublicities } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmStep, Empty, ErrorNote, formatDate, Loading } from '../../../shared/index.ts';
import { call, useEndpoint } from '../../call.ts';
import { BulkList, useBulk } from '../../parts/bulk.tsx';

interface Ready {
  readonly id: string;
  readonly publicity: { readonly id: string; readonly version: number };
  readonly words: string;
  readonly next: string;
}

/** 批量报送 (U5): every application whose publicity is over and unopposed, recommended in one go, each with its own outcome. */
export default function Submit() {
  const { data, error, refetch } = useEndpoint(listUnitPublicities, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const ready = data.items.flatMap((one): Ready[] =>
    one.stage === 'unit-publicity' && one.phase === 'over' && one.openObjections === 0 && one.publicity !== null
      ? [
          {
            id: one.id,
            publicity: one.publicity,
            words: `${one.number}　${one.name}　${one.specialty}${one.titleName}　公示至${formatDate(one.lastDay ?? '', true)}`,
            next: one.next,
          },
        ]
      : [],
  );
  const open = data.items.filter(({ stage, phase }) => stage === 'unit-publicity' && phase !== 'over').length;
  const disputed = data.items.filter(({ stage, openObjections }) => stage === 'unit-publicity' && openObjections > 0);
  return (
    <div className="zp-stack">
      <h1>批量报送</h1>
      <p className="zp-muted">
        公示期满、没有待答复异议的申报可以一起推荐报送。还有 {open} 件没有公示或公示未满
        {disputed.length > 0 ? `，${disputed.length} 件有异议待答复` : ''}，在<Link to="/unit/publicity">单位公示</Link>
        中办理。
      </p>
      <Chosen ready={ready} />
    </div>
  );
}

/** What was ready when the page was opened stays listed with its outcome; reading again must not take it away. */
function Chosen({ ready }: { ready: readonly Ready[] }) {
  const [initial] = useState(ready);
  const bulk = useBulk(
    initial,
    initial.map(({ id }) => id),
    async ({ publicity }) => {
      await call(concludeUnitPublicity, { params: { id: publicity.id }, body: { version: publicity.version } });
      return '已推荐报送';
    },
    [listUnitApplications],
  );
  if (initial.length === 0) return <Empty title="现在没有可以报送的申报">公示期满以后列在这里。</Empty>;
  const nexts = [...new Set(bulk.picked.map(({ next }) => next))];
  return (
    <>
      <BulkList title="可以报送的申报" items={initial} bulk={bulk} words={({ words }) => words} />
      {bulk.running ? (
        <Link to="/unit/applications">返回待办</Link>
      ) : bulk.picked.length === 0 ? null : (
        <ConfirmStep
          title="推荐报送所选申报"
          effects={[
            '所选每一件确认公示期满、异议均已核查答复，分别推荐并记入存证记录。',
            ...nexts,
            '其中一件没有办成的，不影响其他各件。',
          ]}
          touches={`本次操作涉及 ${bulk.picked.length} 份申报。`}
          agree="我确认公示规范、材料真实，同意推荐。"
          button={`推荐报送 ${bulk.picked.length} 件`}
          onConfirm={bulk.run}
        />
      )}
    </>
  );
}
