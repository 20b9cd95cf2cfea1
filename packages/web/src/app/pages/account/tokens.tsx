import { type ApiToken, createToken, listTokens, revokeToken } from '@zhiping/contract';
import { tokenActions } from '@zhiping/core';
import { type FormEvent, useState } from 'react';
import { Empty, ErrorNote, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { useWorkplaces } from '../../parts/use-workplaces.ts';
import { useCallCommand } from '../../use-command.ts';
import { actionName, relationName } from '../administration/words.ts';

/** 接口令牌: with which a system of the organisation calls the platform, never more than its maker may do. */
export default function Tokens() {
  const pages = usePages();
  const { data, error, refetch } = useEndpoint(listTokens, { query: { limit: 20, ...pages.after } });
  const revoke = useCallCommand(revokeToken, [listTokens]);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      <h1>接口令牌</h1>
      <p className="zp-prose">
        本单位的系统用令牌调用平台的接口。令牌只能办理勾选的事项，不超出您现在的身份；您不再担任那个身份时，令牌随即失效。
        接口说明见 <a href="/api/openapi.json">OpenAPI 文档</a>。
      </p>
      <ErrorNote error={revoke.error} />
      {data.items.length === 0 ? <Empty title="还没有令牌">需要时在下面建立。</Empty> : null}
      {data.items.map((token) => (
        <TokenCard
          key={token.id}
          token={token}
          busy={revoke.isPending}
          onRevoke={() => revoke.mutate({ params: { tokenId: token.id } })}
        />
      ))}
      <PageButtons pages={pages} next={data.next} />
      <NewToken />
    </div>
  );
}

/** One token, with who made it where that is not oneself. */
export function TokenCard(props: { token: ApiToken; of?: string; busy: boolean; onRevoke: () => void }) {
  const { token } = props;
  return (
    <section className="zp-card zp-stack" aria-label={token.name}>
      <h2>
        {token.name}　<span className="zp-label">{token.active ? '可用' : token.revokedAt ? '已停用' : '已失效'}</span>
      </h2>
      <p>
        {props.of === undefined ? '' : `${props.of}，`}
        {relationName(token.relation)}（{token.subjectName}），{formatInstant(token.createdAt)}建立，
        {formatInstant(token.expiresAt)}到期，
        {token.lastUsedAt === null ? '没有用过' : `最近使用 ${formatInstant(token.lastUsedAt)}`}。
      </p>
      <details>
        <summary>可以办理 {token.actions.length} 项</summary>
        <ul>
          {token.actions.map((action) => (
            <li key={action}>{actionName(action)}</li>
          ))}
        </ul>
      </details>
      {token.active ? (
        <div className="zp-row">
          <button type="button" className="zp-button" disabled={props.busy} onClick={props.onRevoke}>
            停用<span className="zp-hidden">：{token.name}</span>
          </button>
        </div>
      ) : null}
    </section>
  );
}

function NewToken() {
  const create = useCallCommand(createToken, [listTokens]);
  const [name, setName] = useState('');
  const [place, setPlace] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [days, setDays] = useState('90');
  const [password, setPassword] = useState('');
  const places = useWorkplaces();
  const at = places.find(({ relation, subjectId }) => `${relation} ${subjectId}` === place);
  if (places.length === 0) return null;
  if (create.data) {
    return (
      <section className="zp-card zp-stack" role="status" aria-label="新令牌">
        <h2>令牌已建立</h2>
        <p>
          <code style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>{create.data.secret}</code>
        </p>
        <p>只显示这一次。请立即存入使用它的系统，不要写进代码或邮件。</p>
        <div className="zp-row">
          <button type="button" className="zp-button" onClick={() => create.reset()}>
            已存好
          </button>
        </div>
      </section>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!at) return;
    const { relation, subjectId } = at;
    create.mutate({ body: { name, relation, subjectId, actions: [...chosen], days: Number(days), password } });
    setPassword('');
  };
  return (
    <form className="zp-card zp-stack" onSubmit={submit}>
      <h2>建立令牌</h2>
      <Field label="名称" value={name} onChange={setName} max={60} help="哪个系统用它，例如：人事系统。" />
      <Choice
        label="以什么身份"
        value={place}
        onChange={(value) => {
          setPlace(value);
          setChosen([]);
        }}
        options={places.map(({ relation, subjectId, subjectName }) => ({
          value: `${relation} ${subjectId}`,
          label: `${relationName(relation)}（${subjectName}）`,
        }))}
      />
      {at === undefined ? null : (
        <fieldset className="zp-fieldset">
          <legend>可以办理的事项（只选需要的）</legend>
          {tokenActions(at.relation).map((action) => (
            <label key={action} className="zp-check">
              <input
                type="checkbox"
                checked={chosen.includes(action)}
                onChange={(event) =>
                  setChosen(event.target.checked ? [...chosen, action] : chosen.filter((one) => one !== action))
                }
              />
              <span>{actionName(action)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Choice
        label="有效期"
        value={days}
        onChange={setDays}
        options={[
          { value: '30', label: '30 天' },
          { value: '90', label: '90 天' },
          { value: '365', label: '一年' },
        ]}
      />
      <Field label="您的密码" type="password" autoComplete="current-password" value={password} onChange={setPassword} />
      <ErrorNote error={create.error} />
      <div className="zp-row">
        <button
          type="submit"
          className="zp-button zp-button-main"
          disabled={at === undefined || chosen.length === 0 || days === '' || create.isPending}
        >
          建立令牌
        </button>
      </div>
    </form>
  );
}
