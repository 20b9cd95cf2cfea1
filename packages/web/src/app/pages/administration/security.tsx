import { type AccountLine, listAccounts, resetPassword, resetSecondFactor, unlockAccount } from '@zhiping/contract';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { ErrorNote, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { SearchField } from '../../parts/SearchField.tsx';
import { useCallCommand } from '../../use-command.ts';
import { AccountTable, PasswordOnce } from './accounts.tsx';

/** 锁定与密码: unlocks accounts and gives new passwords; registering them is another administrator's work. */
export default function Security() {
  const search = useAddressState().get('search') ?? '';
  const pages = usePages(search);
  const accounts = useEndpoint(listAccounts, { query: { ...pages.after, search, limit: 20 } });
  const unlock = useCallCommand(unlockAccount, [listAccounts]);
  const factor = useCallCommand(resetSecondFactor, [listAccounts]);
  const [resetting, setResetting] = useState<AccountLine | null>(null);
  if (accounts.error) return <ErrorNote error={accounts.error} onRetry={() => void accounts.refetch()} />;
  return (
    <div className="zp-stack">
      <h1>锁定与密码</h1>
      <SearchField label="按姓名、用户名或单位查找" placeholder="姓名、用户名或单位" />
      <ErrorNote error={unlock.error ?? factor.error} />
      {factor.isSuccess ? <p role="status">已重置两步验证，本人的登录会话已结束，下次登录后重新设置。</p> : null}
      {accounts.data ? (
        <AccountTable
          items={accounts.data.items}
          action={(line) => (
            <span className="zp-row">
              {line.lockedUntil === null ? null : (
                <Button size="small" onClick={() => unlock.mutate({ params: { personId: line.personId } })}>
                  解锁<span className="zp-hidden">：{line.name}</span>
                </Button>
              )}
              <Button size="small" onClick={() => setResetting(line)}>
                重置密码<span className="zp-hidden">：{line.name}</span>
              </Button>
              <Button size="small" onClick={() => factor.mutate({ params: { personId: line.personId } })}>
                重置两步验证<span className="zp-hidden">：{line.name}</span>
              </Button>
            </span>
          )}
        />
      ) : (
        <Loading />
      )}
      <PageButtons pages={pages} next={accounts.data?.next} />
      {resetting ? <Reset key={resetting.personId} account={resetting} onClose={() => setResetting(null)} /> : null}
    </div>
  );
}

function Reset({ account, onClose }: { account: AccountLine; onClose: () => void }) {
  const reset = useCallCommand(resetPassword, [listAccounts]);
  return (
    <Modal
      open
      title={`重置${account.name}的密码`}
      okText={reset.data ? '完成' : '重置'}
      cancelText="取消"
      cancelButtonProps={{ hidden: reset.data !== undefined }}
      onCancel={onClose}
      onOk={reset.data ? onClose : () => reset.mutate({ params: { personId: account.personId } })}
      confirmLoading={reset.isPending}
    >
      {reset.data ? (
        <PasswordOnce password={reset.data.password} />
      ) : (
        <p>请先核实本人身份。原密码立即失效，本人的全部登录会话立即结束；这次办理记入存证记录。</p>
      )}
      <ErrorNote error={reset.error} />
    </Modal>
  );
}
