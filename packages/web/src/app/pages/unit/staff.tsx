import {
  acceptJoining,
  endMembership,
  endStaff,
  invite,
  type Invitation,
  type JoiningPerson,
  listInvitations,
  listJoining,
  listMembers,
  listStaff,
  listUnitPeople,
  refuseJoining,
  revealJoining,
  revokeInvitation,
} from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { Empty, ErrorNote, formatDate, formatInstant, Loading, Masked } from '../../../shared/index.ts';
import { call, useEndpoint } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Facts, Field } from '../../parts/Field.tsx';
import { useUnit } from '../../parts/use-unit.tsx';
import { useToday } from '../../parts/use-today.ts';
import { useCallCommand } from '../../use-command.ts';

/** 经办人与人员: who asks to join, who acts for the unit, who belongs to it; invitations. */
export default function Staff() {
  const { unitId, choice } = useUnit();
  if (unitId === '') return <Loading />;
  return (
    <div className="zp-stack" key={unitId}>
      <h1>经办人与人员</h1>
      {choice}
      <Joiners unitId={unitId} />
      <Inviting unitId={unitId} />
      <StaffList unitId={unitId} />
      <Members unitId={unitId} />
    </div>
  );
}

function Joiners({ unitId }: { unitId: string }) {
  const { data, error, refetch } = useEndpoint(listJoining, { params: { unitId } });
  return (
    <section className="zp-card zp-stack" aria-label="申请加入">
      <h2>申请加入{data && data.items.length > 0 ? `（${data.items.length} 人等待）` : ''}</h2>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data?.items.length === 0 ? <p className="zp-muted">没有人在等待。</p> : null}
      {(data?.items ?? []).map((person) => (
        <Joiner key={person.id} person={person} />
      ))}
    </section>
  );
}

function Joiner({ person }: { person: JoiningPerson }) {
  const changed = [listJoining, listMembers, listUnitPeople] as const;
  const accept = useCallCommand(acceptJoining, changed);
  const refuse = useCallCommand(refuseJoining, changed);
  const today = useToday();
  const [joinedOn, setJoinedOn] = useState('');
  const [checked, setChecked] = useState(false);
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useKeptText(`joining-${person.id}`);
  const params = { requestId: person.id };
  const reveal = async (part: 'idNumber' | 'phone') => (await call(revealJoining, { params }))[part] ?? '';
  return (
    <article className="zp-stack" aria-label={person.name}>
      <h3>{person.name}</h3>
      <Facts
        of={[
          ['岗位', person.post === '' ? null : person.post],
          ['实际工作单位', person.employerName === '' ? null : person.employerName],
          [person.by === 'unit' ? '接受邀请' : '提出申请', formatInstant(person.createdAt)],
        ]}
      />
      <p>
        身份证号码　
        <Masked masked={person.idNumber} label={`${person.name}的身份证号码`} reveal={() => reveal('idNumber')} />
      </p>
      {person.phone === '' ? null : (
        <p>
          手机号码　
          <Masked masked={person.phone} label={`${person.name}的手机号码`} reveal={() => reveal('phone')} />
        </p>
      )}
      {refusing ? (
        <form
          className="zp-stack"
          onSubmit={(event) => {
            event.preventDefault();
            refuse.mutate({ params, body: { reason } }, { onSuccess: () => setReason('') });
          }}
        >
          <Field label="不同意的理由" value={reason} onChange={setReason} max={300} />
          <ErrorNote error={refuse.error} />
          <div className="zp-row">
            <button type="submit" className="zp-button zp-button-main" disabled={refuse.isPending}>
              不同意加入
            </button>
            <button type="button" className="zp-button" onClick={() => setRefusing(false)}>
              返回
            </button>
          </div>
        </form>
      ) : (
        <form
          className="zp-stack"
          onSubmit={(event) => {
            event.preventDefault();
            accept.mutate({ params, body: { joinedOn: joinedOn === '' ? today : joinedOn, identityChecked: true } });
          }}
        >
          <Field label="加入日期" type="date" value={joinedOn === '' ? today : joinedOn} onChange={setJoinedOn} />
          <label className="zp-check">
            <input type="checkbox" required checked={checked} onChange={(event) => setChecked(event.target.checked)} />
            <span>已核对身份证件原件，姓名和号码一致，是本单位（本机构代理）的人员</span>
          </label>
          <ErrorNote error={accept.error} />
          <div className="zp-row">
            <button type="submit" className="zp-button zp-button-main" disabled={!checked || accept.isPending}>
              同意加入
            </button>
            <button type="button" className="zp-button" onClick={() => setRefusing(true)}>
              不同意
            </button>
          </div>
        </form>
      )}
    </article>
  );
}

function Inviting({ unitId }: { unitId: string }) {
  const send = useCallCommand(invite, [listInvitations]);
  const revoke = useCallCommand(revokeInvitation, [listInvitations]);
  const { data } = useEndpoint(listInvitations, { params: { unitId } });
  const [kind, setKind] = useState<'staff' | 'member'>('staff');
  const [name, setName] = useState('');
  const [post, setPost] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate(
      { params: { unitId }, body: { kind, name, post } },
      {
        onSuccess: () => {
          setName('');
          setPost('');
        },
      },
    );
  };
  return (
    <section className="zp-card zp-stack" aria-label="邀请">
      <h2>邀请</h2>
      <form onSubmit={submit} className="zp-stack">
        <Choice
          label="邀请作为"
          value={kind}
          onChange={(value) => setKind(value === 'member' ? 'member' : 'staff')}
          options={[
            { value: 'staff', label: '经办人（为单位办理）' },
            { value: 'member', label: '人员（申报人）' },
          ]}
        />
        <Field label="被邀请人姓名" value={name} onChange={setName} max={60} help="须与其账户的姓名一致。" />
        {kind === 'member' ? <Field label="岗位" value={post} onChange={setPost} required={false} max={60} /> : null}
        <ErrorNote error={send.error ?? revoke.error} />
        <button type="submit" className="zp-button" disabled={send.isPending}>
          生成邀请链接
        </button>
      </form>
      {send.data ? (
        <div role="status" className="zp-proof">
          <p>
            请把链接发给{send.data.invitation.name}本人，{formatInstant(send.data.invitation.expiresAt)}
            前有效，只能用一次， 只在这里显示一次：
          </p>
          <p className="zp-mono" style={{ overflowWrap: 'anywhere', userSelect: 'all' }} data-testid="invitation-link">
            {send.data.link}
          </p>
        </div>
      ) : null}
      <ul className="zp-list">
        {(data?.items ?? []).map((one) => (
          <li key={one.id} className="zp-row">
            <span>
              {one.name}（{one.kind === 'staff' ? '经办人' : '人员'}），{formatInstant(one.createdAt)}，
              {INVITATION_STATES[one.state]}
            </span>
            {one.state === 'open' ? (
              <button
                type="button"
                className="zp-link"
                onClick={() => revoke.mutate({ params: { invitationId: one.id } })}
              >
                收回<span className="zp-hidden">：{one.name}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const INVITATION_STATES = {
  open: '等待接受',
  used: '已接受',
  expired: '已过期',
  revoked: '已收回',
} as const satisfies Record<Invitation['state'], string>;

function StaffList({ unitId }: { unitId: string }) {
  const { data, error, refetch } = useEndpoint(listStaff, { params: { unitId } });
  const end = useCallCommand(endStaff, [listStaff]);
  return (
    <section className="zp-card zp-stack" aria-label="经办人">
      <h2>经办人</h2>
      <ErrorNote error={error ?? end.error} onRetry={() => void refetch()} />
      <ul className="zp-list zp-stack">
        {(data?.items ?? []).map((one) => (
          <li key={one.personId} className="zp-row">
            <span>
              {one.name}
              {one.self ? '（您）' : ''}，{formatInstant(one.since)}起
            </span>
            {one.self ? null : (
              <button
                type="button"
                className="zp-button"
                disabled={end.isPending}
                onClick={() => end.mutate({ params: { unitId, personId: one.personId } })}
              >
                结束<span className="zp-hidden">：{one.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Members({ unitId }: { unitId: string }) {
  const [after, setAfter] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const query = { limit: 30, ...(after === null ? {} : { after }), ...(search === '' ? {} : { search }) };
  const { data, error, refetch } = useEndpoint(listMembers, { params: { unitId }, query });
  const [leaving, setLeaving] = useState<string | null>(null);
  return (
    <section className="zp-card zp-stack" aria-label="本单位人员">
      <h2>本单位人员</h2>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      <input
        className="zp-input"
        type="search"
        aria-label="按姓名查找"
        placeholder="按姓名查找"
        value={search}
        onChange={(event) => {
          setAfter(null);
          setSearch(event.target.value.trim());
        }}
      />
      {data === undefined ? <Loading /> : null}
      {data?.items.length === 0 ? <Empty title="没有人员">人员申请加入并核对身份后列在这里。</Empty> : null}
      <ul className="zp-list zp-stack">
        {(data?.items ?? []).map((one) => (
          <li key={one.personId}>
            <div className="zp-row">
              <span>
                {one.name}
                {one.post === '' ? '' : `，${one.post}`}
                {one.employerName === '' ? '' : `，${one.employerName}`}，{formatDate(one.joinedOn)}加入
              </span>
              <button
                type="button"
                className="zp-link"
                aria-expanded={leaving === one.personId}
                onClick={() => setLeaving(leaving === one.personId ? null : one.personId)}
              >
                登记离开<span className="zp-hidden">：{one.name}</span>
              </button>
            </div>
            {leaving === one.personId ? (
              <Leaving unitId={unitId} personId={one.personId} onDone={() => setLeaving(null)} />
            ) : null}
          </li>
        ))}
      </ul>
      <div className="zp-row">
        {after === null ? null : (
          <button type="button" className="zp-button" onClick={() => setAfter(null)}>
            从头显示
          </button>
        )}
        {data?.next ? (
          <button type="button" className="zp-button" onClick={() => setAfter(data.next)}>
            下一页
          </button>
        ) : null}
      </div>
    </section>
  );
}

function Leaving(props: { unitId: string; personId: string; onDone: () => void }) {
  const end = useCallCommand(endMembership, [listMembers, listUnitPeople]);
  const today = useToday();
  const [leftOn, setLeftOn] = useState('');
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { unitId, personId } = props;
    end.mutate(
      { params: { unitId, personId }, body: { leftOn: leftOn === '' ? today : leftOn, reason } },
      { onSuccess: props.onDone },
    );
  };
  return (
    <form className="zp-stack" onSubmit={submit}>
      <Field label="离开日期" type="date" value={leftOn === '' ? today : leftOn} onChange={setLeftOn} />
      <Field label="原因" value={reason} onChange={setReason} max={200} />
      <ErrorNote error={end.error} />
      <button type="submit" className="zp-button zp-button-main" disabled={end.isPending}>
        确认离开
      </button>
    </form>
  );
}
