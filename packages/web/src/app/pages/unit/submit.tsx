import {
  concludeUnitPublicity,
  listUnitApplications,
  listUnitPublicities,
  type UnitPublicityLine,
} from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmStep, Empty, ErrorNote, formatDate, Loading } from '../../../shared/index.ts';
import { call, useEndpoint } from '../../call.ts';
import { BulkList, useBulk } from '../../parts/bulk.tsx';
import { PageButtons, usePages } from '../../parts/pages.tsx';

/** Most that are recommended in one go. */
const PAGE = 100;

interface Ready {
  readonly id: string;
  readonly publicity: { readonly id: string; readonly version: number };
  readonly words: string;
  readonly next: string;
  readonly unproved: readonly string[];
}

/** 批量报送 (U5): every application whose publicity is over and unopposed, recommended in one go, each with its own outcome. */
export default function Submit() {
  const pages = usePages();
  const { data, error, refetch } = useEndpoint(listUnitPublicities, {
    query: { ready: 'yes', limit: PAGE, ...pages.after },
  });
  return (
    <div className="zp-stack">
      <h1>批量报送</h1>
      <p className="zp-muted">
        公示期满、没有待答复的异议、规定的公示证明齐全的申报，可以一起推荐报送。没有公示、公示未满、有异议待答复或缺少证明的，在
        <Link to="/unit/publicity">单位公示</Link>中办理。
      </p>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        error ? null : (
          <Loading />
        )
      ) : (
        <Chosen key={pages.after.after} ready={data.items.flatMap(readyOf)} />
      )}
      <PageButtons pages={pages} next={data?.next} />
    </div>
  );
}

function readyOf(line: UnitPublicityLine): readonly Ready[] {
  const { id, publicity, number, name, specialty, titleName, lastDay, next } = line;
  if (publicity === null) return [];
  const unproved = line.unproved.map((one) => one.name);
  const words = [
    number,
    name,
    `${specialty}${titleName}`,
    `公示至${formatDate(lastDay ?? '', true)}`,
    ...(unproved.length === 0 ? [] : [`没有上传${unproved.join('、')}`]),
  ].join('　');
  return [{ id, publicity, words, next, unproved }];
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
    [listUnitApplications, listUnitPublicities],
  );
  if (initial.length === 0) return <Empty title="现在没有可以报送的申报">公示期满以后列在这里。</Empty>;
  const nexts = [...new Set(bulk.picked.map(({ next }) => next))];
  const unproved = bulk.picked.filter((one) => one.unproved.length > 0);
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
            ...(unproved.length === 0
              ? []
              : [`有 ${unproved.length} 件没有上传公示证明；评委会办公室可能据此认定公示无效。`]),
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
