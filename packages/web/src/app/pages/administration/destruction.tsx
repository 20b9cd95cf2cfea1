import { type AnswerOf, listDestructions, prepareDestruction } from '@zhiping/contract';
import { Empty, ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { SectionTabs } from '../../parts/SectionTabs.tsx';
import { useMe } from '../../session.ts';
import { useCallCommand } from '../../use-command.ts';
import { DestructionCard } from './DestructionCard.tsx';

/** While a search or a destruction is going on. */
const OFTEN_MS = 2000;

/** 销毁清册: what is over is listed class by class, shown to two people, and destroyed when the second has agreed. */
export default function Destruction() {
  const pages = usePages();
  const query = { limit: 20, ...pages.after };
  const first = useEndpoint(listDestructions, { query });
  const busy = first.data !== undefined && isBusy(first.data);
  const { data, error, refetch } = useEndpoint(listDestructions, { query }, busy ? { refetchInterval: OFTEN_MS } : {});
  const me = useMe();
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const makes = me.data?.relations.some(({ relation }) => relation === 'security-admin') ?? false;
  return (
    <div className="zp-stack">
      <h1>销毁清册</h1>
      <SectionTabs
        section={makes ? 'retention' : 'audit-retention'}
        here={makes ? '/security/destruction' : '/audit/destruction'}
      />
      <p className="zp-prose">
        平台逐件查找期满的材料，按类别编成清册。清册只有件数、起算的日期和散列，没有姓名。编制的人不能自己批准；批准后先销毁密钥，再从存放处清除。有异议未答复、有个人信息请求未答复、正在办理、已经保全、或本人档案里仍在使用的材料不列入；批准后才出现这些情形的，销毁时保留。
      </p>
      {makes ? <Prepare busy={busy} waiting={data.items.some(({ state }) => state === 'proposed')} /> : null}
      <Progress data={data} />
      {data.items.length === 0 ? <Empty title="还没有销毁清册">有期满的材料时，编制的清册列在这里。</Empty> : null}
      {data.items.map((list) => (
        <DestructionCard key={list.id} list={list} />
      ))}
      <PageButtons pages={pages} next={data.next} />
    </div>
  );
}

type Data = AnswerOf<typeof listDestructions>;
const isBusy = (data: Data): boolean =>
  data.uncleared ||
  (data.round !== null && data.round.endedAt === null) ||
  data.items.some(({ state }) => state === 'approved');

function Prepare({ busy, waiting }: { busy: boolean; waiting: boolean }) {
  const prepare = useCallCommand(prepareDestruction, [listDestructions]);
  return (
    <section className="zp-card zp-stack" aria-label="编制清册">
      <p>查找不会销毁任何材料。{waiting ? '等待批准的清册办完后，才能编制新的清册。' : '查找期间可以离开本页。'}</p>
      <ErrorNote error={prepare.error} />
      <div className="zp-row">
        <button
          type="button"
          className="zp-button zp-button-main"
          disabled={busy || waiting || prepare.isPending}
          onClick={() => prepare.mutate({})}
        >
          查找期满的材料，编制清册
        </button>
      </div>
    </section>
  );
}

function Progress({ data: { round, uncleared } }: { data: Data }) {
  if (round === null) return null;
  return (
    <p className="zp-muted" role="status">
      {round.endedAt === null
        ? `正在查找，已看过 ${round.looked} 件…`
        : `最近一次查找：${formatInstant(round.endedAt)} 完成，看过 ${round.looked} 件。`}
      {uncleared ? '已销毁的文件正在从存放处清除。' : ''}
    </p>
  );
}
