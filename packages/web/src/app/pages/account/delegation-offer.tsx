import { getMe, readDelegationOffer, takeDelegation } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { ErrorNote, formatDate, formatInstant, Loading } from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Facts } from '../../parts/Field.tsx';
import { useCommand } from '../../use-command.ts';
import { relationName } from '../administration/words.ts';

/** 收到的委托或移交: what the holder of a link is asked to take on. */
export default function DelegationOffer() {
  const token = usePathParam('token');
  const { data, error } = useEndpoint(readDelegationOffer, { params: { token } });
  const take = useCommand(() => call(takeDelegation, { params: { token }, body: {} }), [keyOf(getMe)]);
  if (take.data) {
    const { kind, subjectName, webhooks, tokens } = take.data;
    return (
      <div className="zp-stack">
        <h1>{subjectName}</h1>
        <p role="status">
          {kind === 'handover'
            ? `您已接任。前任的推送 ${webhooks} 个由您继续，接口令牌 ${tokens} 个已停用。`
            : '您已接受委托，到了起始日期就可以代办，期满自动结束。'}
        </p>
        <p>
          <Link className="zp-button zp-button-main" to="/account/delegations">
            查看委托与移交
          </Link>
        </p>
      </div>
    );
  }
  if (error) return <ErrorNote error={error} />;
  if (!data) return <Loading />;
  const handover = data.kind === 'handover';
  return (
    <div className="zp-stack">
      <h1>{handover ? '收到的移交' : '收到的委托'}</h1>
      <section className="zp-card zp-stack">
        <h2>{data.subjectName}</h2>
        <Facts
          of={[
            ['身份', relationName(data.relation)],
            [handover ? '移交人' : '委托人', data.from],
            ['接受人', data.name],
            ['日期', handover ? '接受后立即生效' : `${formatDate(data.firstDay)}至${formatDate(data.lastDay)}`],
            ['理由', data.reason],
            ['链接有效至', formatInstant(data.expiresAt)],
          ]}
        />
        <p className="zp-muted">
          {handover
            ? '接受后由您担任这个身份，没有办完的事项由您接着办。'
            : `接受后，您在这段时间里可以办理的与${data.from}相同，每一步都记作代${data.from}办理；${data.from}提出、须由另一人复核的事项，您不能复核。`}
        </p>
        <ErrorNote error={take.error} />
        <button
          type="button"
          className="zp-button zp-button-main"
          disabled={take.isPending}
          onClick={() => take.mutate(undefined)}
        >
          {handover ? '接任' : '接受委托'}
        </button>
      </section>
    </div>
  );
}
