import {
  askMerge,
  beginMerge,
  listOwnMerges,
  type Merge,
  proveMergeCode,
  readSecurity,
  withdrawMerge,
} from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { ConfirmStep, Empty, ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { beginSignOn } from '../../../shared/sign-on.ts';
import { useEndpoint } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { Facts, Field } from '../../parts/Field.tsx';
import { MERGE_STATE_NAMES, MergeEffects } from '../../parts/MergeEffects.tsx';
import { useMe } from '../../session.ts';
import { useCallCommand } from '../../use-command.ts';

const PENDING: readonly Merge['state'][] = ['code', 'proved', 'waiting'];

const ABOUT =
  '同一个人有两个账户的，可以合并成一个：您现在登录的账户保留，另一个账户的档案、申报和身份都转过来。' +
  '请先证明另一个账户也是您的；看过会转来什么以后提出申请，由平台安全管理员确认。合并后不能恢复。';

/** 合并账户: somebody with two accounts shows that both are theirs and asks for them to be joined. */
export default function MergeAccounts() {
  const me = useMe();
  const { data, error, refetch } = useEndpoint(listOwnMerges, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data || !me.data) return <Loading />;
  const { username } = me.data;
  const open = data.items.find(({ state }) => PENDING.includes(state));
  const over = data.items.filter(({ state }) => !PENDING.includes(state));
  return (
    <div className="zp-stack">
      <h1>合并账户</h1>
      <p className="zp-prose">{ABOUT}</p>
      {open === undefined ? <Proof /> : <Open key={open.id + open.state} merge={open} username={username} />}
      {over.length === 0 ? null : (
        <section className="zp-card zp-stack" aria-label="以前的申请">
          <h2>以前的申请</h2>
          <ul className="zp-list zp-stack">
            {over.map((one) => (
              <li key={one.id}>
                {formatInstant(one.endedAt ?? one.expiresAt)}，{MERGE_STATE_NAMES[one.state]}
                {one.from === null ? '' : `：账户 ${one.from.username} 并入 ${one.into.username}`}
                {one.answer === '' ? '' : `。${one.answer}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Proof() {
  const security = useEndpoint(readSecurity, {});
  const begin = useCallCommand(beginMerge, [listOwnMerges]);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<unknown>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.mutate({ body: { username, password } });
    setPassword('');
  };
  return (
    <form className="zp-card zp-stack" onSubmit={submit}>
      <h2>证明另一个账户是您的</h2>
      <Field
        label="另一个账户的登录名"
        value={username}
        onChange={setUsername}
        max={120}
        help="用户名、手机号码或电子邮箱。"
      />
      <Field label="另一个账户的密码" type="password" value={password} onChange={setPassword} max={256} />
      <p className="zp-muted">连续 5 次不正确，那个账户将锁定 15 分钟。忘记密码的，请先联系平台安全管理员重置。</p>
      <ErrorNote error={error ?? begin.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={begin.isPending}>
          证明是本人的账户
        </button>
        {security.data?.signOn ? (
          <button
            type="button"
            className="zp-button"
            onClick={() => void beginSignOn('/app/account/merge', 'merge').catch(setError)}
          >
            用{security.data.signOn.name}证明
          </button>
        ) : null}
      </div>
    </form>
  );
}

function Open({ merge, username }: { merge: Merge; username: string }) {
  const leaves = merge.from?.username === username;
  const withdraw = useCallCommand(withdrawMerge, [listOwnMerges]);
  const params = { id: merge.id };
  return (
    <section className="zp-card zp-stack" aria-label="正在办理的合并">
      <h2>{leaves ? '有人申请把这个账户并入另一个账户' : '正在办理的合并'}</h2>
      <Facts
        of={[
          ['现在', MERGE_STATE_NAMES[merge.state]],
          ['保留的账户', `${merge.into.name}（${merge.into.username}）`],
          ['并入的账户', merge.from === null ? '输入验证码后显示' : `${merge.from.name}（${merge.from.username}）`],
          ['申请理由', merge.reason === '' ? null : merge.reason],
          ['申请时间', merge.askedAt === null ? null : formatInstant(merge.askedAt)],
          [merge.state === 'waiting' ? '最晚在此前确认' : '请在此前办理', formatInstant(merge.expiresAt)],
        ]}
      />
      {leaves ? <p>不是您本人申请的，请立即撤回，并修改密码、联系平台安全管理员。</p> : null}
      {merge.state === 'code' ? <Code id={merge.id} /> : null}
      {merge.effects === null ? null : <MergeEffects effects={merge.effects} />}
      {merge.state === 'proved' && merge.effects?.obstacles.length === 0 && !leaves ? <Ask merge={merge} /> : null}
      {merge.state === 'waiting' && !leaves ? (
        <p>
          平台开通短信、邮件的，提出申请和合并完成时都会告知两个账户登记的手机号码和电子邮箱。办理结果请在本页查看。
        </p>
      ) : null}
      <ErrorNote error={withdraw.error} />
      <div className="zp-row">
        <button
          type="button"
          className="zp-button"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate({ params })}
        >
          {merge.state === 'waiting' ? '撤回申请' : '不合并了'}
        </button>
      </div>
    </section>
  );
}

function Code({ id }: { id: string }) {
  const prove = useCallCommand(proveMergeCode, [listOwnMerges]);
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prove.mutate({ params: { id }, body: { code } });
    setCode('');
  };
  return (
    <form className="zp-stack" onSubmit={submit}>
      <Field
        label="另一个账户的验证码"
        value={code}
        onChange={setCode}
        max={20}
        inputMode="text"
        autoComplete="one-time-code"
        help="那个账户开启了两步验证：请输入身份验证器现在显示的六位数字，或一个恢复码。"
      />
      <ErrorNote error={prove.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={prove.isPending}>
          提交验证码
        </button>
      </div>
    </form>
  );
}

function Ask({ merge }: { merge: Merge }) {
  const ask = useCallCommand(askMerge, [listOwnMerges]);
  const [reason, setReason] = useKeptText(`merge-${merge.id}`);
  if (merge.from === null) return <Empty title="请先证明另一个账户是您的" />;
  return (
    <ConfirmStep
      title="申请合并"
      effects={[
        `安全管理员确认后，账户 ${merge.from.username} 里的全部内容转到账户 ${merge.into.username}。`,
        `账户 ${merge.from.username} 不能再登录，用户名不再给别人使用，密码和两步验证不再有效；保留的账户没有登记的手机号码、电子邮箱，随着转来。`,
        '两个账户的登录都会结束，请用保留的账户重新登录。',
        '已经提交的材料、公示和证书保持当时的内容；已结束会议中的席位和表决仍记在原账户名下。',
        '合并后不能拆开，也不能恢复。',
      ]}
      touches="本次操作涉及您的 2 个账户。"
      agree="我知道合并后不能恢复，并确认两个账户都是我本人的。"
      button="提出合并申请"
      onConfirm={() =>
        ask.mutateAsync(
          { params: { id: merge.id }, body: { reason: reason.trim(), understood: true } },
          { onSuccess: () => setReason('') },
        )
      }
    >
      <Field
        label="合并的理由"
        value={reason}
        onChange={setReason}
        max={500}
        help="例如：忘记以前注册过，又注册了一次。"
      />
    </ConfirmStep>
  );
}
