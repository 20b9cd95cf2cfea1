import { listAllTokens, revokeAnyToken } from '@zhiping/contract';
import { Empty, ErrorNote, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { useCallCommand } from '../../use-command.ts';
import { TokenCard } from '../account/tokens.tsx';

/** 接口令牌 of everybody, for the security administrator. */
export default function AllTokens() {
  const pages = usePages();
  const { data, error, refetch } = useEndpoint(listAllTokens, { query: { limit: 20, ...pages.after } });
  const revoke = useCallCommand(revokeAnyToken, [listAllTokens]);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      <h1>接口令牌</h1>
      <ErrorNote error={revoke.error} />
      {data.items.length === 0 ? <Empty title="还没有令牌">各单位经办人建立后列在这里，可以停用。</Empty> : null}
      {data.items.map((token) => (
        <TokenCard
          key={token.id}
          token={token}
          of={`${token.personName}（${token.username}）`}
          busy={revoke.isPending}
          onRevoke={() => revoke.mutate({ params: { tokenId: token.id } })}
        />
      ))}
      <PageButtons pages={pages} next={data.next} />
    </div>
  );
}
