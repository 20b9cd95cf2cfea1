import { type BundleCase, checkBundle, listVolumeOrders, orderBundle } from '@zhiping/contract';
import { useState } from 'react';
import { ErrorNote, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { Orders } from '../../parts/Volumes.tsx';
import { useCallCommand } from '../../use-command.ts';

/**
 * 报送材料包: before it is ordered, what each case passed on still lacks; then one archive with letter, roster and the papers
 * of all of them, made in the background.
 */
export function Bundle({ planId, contact, phone }: { planId: string; contact: string; phone: string }) {
  const command = useCallCommand(orderBundle, [listVolumeOrders]);
  const filled = contact.trim() !== '' && phone.trim() !== '';
  return (
    <>
      <Check planId={planId} />
      <Orders
        title="报送材料包"
        words="一个压缩包装齐全部已审核通过的申报：封面、评审委托书、花名册和 Excel，各人的卷册和按计划份数的表格。还缺什么也写在封面上。打包在后台进行，可以离开本页，完成后回来下载。"
        button="打包全部申报"
        planId={planId}
        ordering={command.isPending}
        error={command.error}
        hint={filled ? null : '请先在上面填写填表人和联系电话，委托书和封面上要写明。'}
        onOrder={() => command.mutate({ body: { planId, contact, phone } })}
      />
    </>
  );
}

function Check({ planId }: { planId: string }) {
  const [after, setAfter] = useState<readonly string[]>([]);
  const last = after.at(-1);
  const { data, error, refetch } = useEndpoint(checkBundle, {
    query: { planId, limit: 50, ...(last === undefined ? {} : { after: last }) },
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { items, next } = data;
  const lacking = items.filter(({ lacks }) => lacks.length > 0);
  return (
    <section className="zp-card zp-stack" aria-label="报送前核对">
      <h2>报送前核对</h2>
      {items.length === 0 ? (
        <p className="zp-muted">这个计划还没有本部门审核通过的申报；审核通过以后，在这里逐份核对还缺什么。</p>
      ) : (
        <p>
          {last === undefined && next === null ? '审核通过' : '本页'} {items.length} 份，
          {lacking.length === 0 ? '都已齐全。' : `${lacking.length} 份还有缺项；可以先打包，缺项会写在封面上。`}
        </p>
      )}
      {items.length === 0 ? null : (
        <ol className="zp-list" aria-label="逐份核对">
          {items.map((one) => (
            <Case key={one.id} one={one} />
          ))}
        </ol>
      )}
      <div className="zp-row">
        {last === undefined ? null : (
          <button type="button" className="zp-button" onClick={() => setAfter(after.slice(0, -1))}>
            上一页核对
          </button>
        )}
        {next === null ? null : (
          <button type="button" className="zp-button" onClick={() => setAfter([...after, next])}>
            下一页核对
          </button>
        )}
      </div>
    </section>
  );
}

function Case({ one }: { one: BundleCase }) {
  return (
    <li className="zp-bundle-case">
      <p>
        <strong>{one.name}</strong>　{one.unit}
        <span className="zp-small zp-muted">
          　{one.number}　{one.levelName}　{one.stageName}
        </span>
      </p>
      {one.lacks.length === 0 ? (
        <p>齐全</p>
      ) : (
        <ul aria-label={`${one.name}还缺`}>
          {one.lacks.map((lack) => (
            <li key={lack}>{lack}</li>
          ))}
        </ul>
      )}
      <details className="zp-small">
        <summary>应交书面材料 {one.papers.length} 种</summary>
        {one.papers.map(({ name, copies }) => `${name} ${copies} 份`).join('；')}
      </details>
    </li>
  );
}
