import { readCasePost, recordCasePost } from '@zhiping/contract';
import { PLAN_LEVEL_NAMES } from '@zhiping/core';
import { ErrorNote } from '../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../call.ts';
import { useKeptText } from '../kept.ts';
import { useCommand } from '../use-command.ts';
import { Field } from './Field.tsx';

/** 岗位: what an application does to the posts of a unit that appoints by titles (评聘结合). Nothing where the plan asks nothing. */
export function CasePost({ id, mayRecord }: { id: string; mayRecord: boolean }) {
  const { data } = useEndpoint(readCasePost, { params: { id } });
  const [reason, setReason] = useKeptText(`case-post-${id}`);
  const run = useCommand(
    (takes: boolean) => call(recordCasePost, { params: { id }, body: { takes, reason } }),
    [keyOf(readCasePost)],
  );
  if (!data?.needed) return null;
  const { posts, recorded } = data;
  return (
    <section className="zp-card" aria-label="岗位">
      <h2>占用岗位（{data.label}）</h2>
      <p>
        {PLAN_LEVEL_NAMES[posts.level]}岗位核定 {posts.quota} 个，在聘 {posts.held} 人，其他申报占用 {posts.asked}{' '}
        个，空缺 {posts.vacancies} 个。
      </p>
      <p>
        {recorded === null
          ? '评聘结合的单位须先登记本次申报占用的岗位，才能审核通过。'
          : recorded.takes
            ? '已登记：占用一个空缺岗位。'
            : `已登记：不占用岗位。原因：${recorded.reason}`}
      </p>
      {mayRecord ? (
        <>
          <div className="zp-row">
            <button
              type="button"
              className="zp-button"
              disabled={run.isPending || posts.vacancies === 0}
              onClick={() => run.mutate(true, { onSuccess: () => setReason('') })}
            >
              占用一个空缺岗位
            </button>
          </div>
          <div className="zp-row">
            <Field label="不占用岗位的原因" value={reason} required={false} max={300} onChange={setReason} />
            <button
              type="button"
              className="zp-button"
              disabled={run.isPending || reason.trim() === ''}
              onClick={() => run.mutate(false, { onSuccess: () => setReason('') })}
            >
              登记不占用
            </button>
          </div>
          <ErrorNote error={run.error} />
        </>
      ) : null}
    </section>
  );
}
