import {
  changeSecuritySettings,
  readSecuritySettings,
  SECOND_FACTOR_RELATIONS,
  type SecondFactorRelation,
} from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { ErrorNote, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { useCallCommand } from '../../use-command.ts';
import { relationName } from './words.ts';
import '../../parts/form.css';

/** 两步验证规定: which relations may act only after password and code. */
export default function SecuritySettings() {
  const { data, error, refetch } = useEndpoint(readSecuritySettings, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Settings key={data.secondFactorFor.join(' ')} chosen={data.secondFactorFor} />;
}

function Settings({ chosen }: { chosen: readonly SecondFactorRelation[] }) {
  const change = useCallCommand(changeSecuritySettings, [readSecuritySettings]);
  const [wanted, setWanted] = useState<readonly SecondFactorRelation[]>(chosen);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ body: { secondFactorFor: [...wanted] } });
  };
  return (
    <div className="zp-stack">
      <h1>两步验证规定</h1>
      <form className="zp-card zp-stack" onSubmit={submit}>
        <p>
          选中的身份登录后必须设置两步验证；没有设置的人仍能登录，但在设置前不能以这个身份办理任何事项。规定从下一次登录起适用。
        </p>
        <fieldset className="zp-fieldset">
          <legend>必须使用两步验证的身份</legend>
          {SECOND_FACTOR_RELATIONS.map((relation) => (
            <label key={relation} className="zp-check">
              <input
                type="checkbox"
                checked={wanted.includes(relation)}
                onChange={(event) =>
                  setWanted(event.target.checked ? [...wanted, relation] : wanted.filter((one) => one !== relation))
                }
              />
              <span>{relationName(relation)}</span>
            </label>
          ))}
        </fieldset>
        <ErrorNote error={change.error} />
        <div className="zp-row">
          <button type="submit" className="zp-button zp-button-main" disabled={change.isPending}>
            保存
          </button>
          {change.isSuccess ? <span role="status">已保存</span> : null}
        </div>
      </form>
    </div>
  );
}
