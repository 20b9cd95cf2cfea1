import { type BundleCase, checkBundle, listVolumeOrders, orderBundle } from '@zhiping/contract';
import { useState } from 'react';
import { ErrorNote, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { Orders } from '../../parts/Volumes.tsx';
import { useCallCommand } from '../../use-command.ts';

/** 报送材料包: one archive with letter, roster and the papers of all cases passed on, made in the background. */
export function Bundle({ planId, contact, phone }: { planId: string; contact: string; phone: string }) {
  const command = useCallCommand(orderBundle, [listVolumeOrders]);
  const filled = contact.trim() !== '' && phone.trim() !== '';
  return (
    <Orders
      title="报送材料包"
      words="一个压缩包装齐全部已审核通过的申报：封面、评审委托书、花名册和 Excel，各人的卷册和按计划份数的表格。还缺什么也写在封面上。打包在后台进行，可以离开本页，完成后回来下载。"
      button="打包全部申报"
      planId={planId}
      ordering={command.isPending}
      error={command.error}
      hint={filled ? null : '请先在“报送材料”里填写填表人和联系电话，委托书和封面上要写明。'}
      onOrder={() => command.mutate({ body: { planId, contact, phone } })}
    />
  );
}

/** 报送前核对: what each case passed on still lacks by its plan, before the package is ordered. */
export function BundleCheck({ planId }: { planId: string }) {
  const [after, setAfter] = useState<readonly string[]>([]);
  const last = after.at(-1);
  const { data, error, refetch } = useEndpoint(checkBundle, {
    query: { planId, limit: 50, ...(last === undefined ? {} : { after: last }) },
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { items, next } = data;
  const lacking = items.filter(({ lacks }) => lacks.length > 0);
  const complete = items.filter(({ lacks }) => lacks.length === 0);
  const whole = last === undefined && next === null;
  return (
    <section className="zp-card zp-stack" aria-label="报送前核对">
      <h2>报送前核对</h2>
      {items.length === 0 ? (
        <p className="zp-muted">这个计划还没有本部门审核通过的申报；审核通过以后，在这里逐份核对还缺什么。</p>
      ) : (
        <p>
          {whole ? '已审核通过' : '本页'} {items.length} 份，
          {lacking.length === 0 ? '都已齐全。' : `${lacking.length} 份还有缺项。可以先打包，缺项会写在封面上。`}
        </p>
      )}
      <Cases title="还有缺项" cases={lacking} open={lacking.length <= OPEN_AT_MOST} />
      <Cases title="已齐全" cases={complete} open={false} />
      {whole ? null : (
        <div className="zp-row">
          {last === undefined ? null : (
            <button type="button" className="zp-button" onClick={() => setAfter(after.slice(0, -1))}>
              核对上一页
            </button>
          )}
          {next === null ? null : (
            <button type="button" className="zp-button" onClick={() => setAfter([...after, next])}>
              核对下一页
            </button>
          )}
        </div>
      )}
    </section>
  );
}

/** A longer list begins folded, with what is missing counted in its heading. */
const OPEN_AT_MOST = 8;

function Cases({ title, cases, open }: { title: string; cases: readonly BundleCase[]; open: boolean }) {
  if (cases.length === 0) return null;
  return (
    <details open={open}>
      <summary>
        {title} {cases.length} 份{countedLacks(cases)}
      </summary>
      <ol className="zp-list">
        {cases.map((one) => (
          <Case key={one.id} one={one} />
        ))}
      </ol>
    </details>
  );
}

/** How often each lack occurs, the most frequent first, e.g. `：没有提交盖章页 12 份`. */
function countedLacks(cases: readonly BundleCase[]): string {
  const counts = new Map<string, number>();
  for (const lack of cases.flatMap(({ lacks }) => lacks)) counts.set(lack, (counts.get(lack) ?? 0) + 1);
  const most = [...counts].toSorted(([, left], [, right]) => right - left).slice(0, 4);
  return most.length === 0 ? '' : `：${most.map(([lack, count]) => `${lack} ${count} 份`).join('，')}`;
}

function Case({ one }: { one: BundleCase }) {
  return (
    <li className="zp-bundle-case">
      <strong>{one.name}</strong>　{one.unit}
      <br />
      <span className="zp-small zp-muted">
        {one.number}　{one.levelName}　{one.routeName}　{one.stageName}
      </span>
      {one.lacks.length === 0 ? null : <p>缺：{one.lacks.join('；')}</p>}
      <details className="zp-small zp-muted">
        <summary>应交书面材料 {one.papers.length} 种</summary>
        {one.papers.map(({ name, copies }) => `${name} ${copies} 份`).join('；')}
      </details>
    </li>
  );
}
