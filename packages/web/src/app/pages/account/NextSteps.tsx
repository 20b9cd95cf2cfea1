import { readMembership } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { useEndpoint } from '../../call.ts';

/** For somebody who belongs to no unit yet: what comes first. Shows nothing to everybody else. */
export function NextSteps() {
  const { data } = useEndpoint(readMembership, {});
  if (!data || data.unit !== null) return null;
  const waits = data.request?.state === 'waiting';
  return (
    <section className="zp-card" aria-label="接下来">
      <h2>接下来</h2>
      <ol>
        <li>
          <Link to="/account/unit">{waits ? '查看加入单位的申请' : '加入用人单位'}</Link>
          {waits ? `：等待${data.request?.unitName ?? '单位'}核对身份证件` : '；单位还没有登记的，可以登记单位'}
        </li>
        <li>
          <Link to="/archive">填写业绩档案</Link>，加入单位后提交核验
        </li>
        <li>核验后建立申报</li>
      </ol>
    </section>
  );
}
