import { acceptInvitation, getMe, readInvitation, readMembership } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { usePathParam } from '../../address.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Facts } from '../../parts/Field.tsx';
import { useCommand } from '../../use-command.ts';

/** 收到的邀请: what the holder of a link is invited to; taken up once. */
export default function ReceivedInvitation() {
  const token = usePathParam('token');
  const { data, error } = useEndpoint(readInvitation, { params: { token } });
  const accept = useCommand(() => call(acceptInvitation, { params: { token } }), [keyOf(getMe), keyOf(readMembership)]);
  if (accept.data) return <Accepted outcome={accept.data.outcome} unitName={accept.data.unitName} />;
  if (error) return <ErrorNote error={error} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      <h1>收到的邀请</h1>
      <section className="zp-card zp-stack">
        <h2>{data.unitName}</h2>
        <Facts
          of={[
            ['邀请', data.kind === 'staff' ? '担任本单位经办人' : '作为本单位人员加入'],
            ['被邀请人', data.name],
            ['岗位', data.post === '' ? null : data.post],
            ['邀请人', data.invitedBy],
            ['有效至', formatInstant(data.expiresAt)],
          ]}
        />
        <p className="zp-muted">
          {data.kind === 'staff'
            ? '接受后，您可以为这个单位办理人员核验、公示和推荐。'
            : '接受后，由这个单位核验您的业绩档案并推荐申报。'}
        </p>
        <ErrorNote error={accept.error} />
        <button
          type="button"
          className="zp-button zp-button-main"
          disabled={accept.isPending}
          onClick={() => accept.mutate(undefined)}
        >
          接受邀请
        </button>
      </section>
    </div>
  );
}

const NEXT = {
  staff: ['您已是本单位经办人。', '/unit/staff', '办理单位事项'],
  member: ['您已加入本单位。', '/archive', '充实业绩档案'],
  waiting: ['已接受邀请。请把身份证原件交单位经办人核对，核对后即加入。', '/account/unit', '查看办理情况'],
} as const;

function Accepted({ outcome, unitName }: { outcome: keyof typeof NEXT; unitName: string }) {
  const [words, to, label] = NEXT[outcome];
  return (
    <div className="zp-stack">
      <h1>{unitName}</h1>
      <p role="status">{words}</p>
      <p>
        <Link className="zp-button zp-button-main" to={to}>
          {label}
        </Link>
      </p>
    </div>
  );
}
