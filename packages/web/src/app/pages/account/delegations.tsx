import { type DelegationLine, endDelegation, getMe, listDelegations, offerDelegation } from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { Empty, ErrorNote, formatDate, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { useWorkplaces } from '../../parts/use-workplaces.ts';
import { useCallCommand } from '../../use-command.ts';
import { relationName } from '../administration/words.ts';

/** 委托与移交: somebody acts in one's place from day to day, or takes the post over. */
export default function Delegations() {
  const pages = usePages();
  const { data, error, refetch } = useEndpoint(listDelegations, { query: { limit: 20, ...pages.after } });
  const end = useCallCommand(endDelegation, [listDelegations, getMe]);
  const places = useWorkplaces();
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      <h1>委托与移交</h1>
      <p className="zp-prose">
        出差、休假时，可以把您担任的身份委托给同事若干天，到期自动结束；离开岗位时，把身份移交给接任的人。同事用链接接受后才生效，他办理的每一步都记作
        “代您办理”。须由两人办理的事项，代办的人和您只算一个人。专家评审和表决、系统管理员的工作不能委托。
      </p>
      <ErrorNote error={end.error} />
      {data.items.length === 0 ? (
        <Empty title="没有委托和移交">
          {places.length > 0 ? '需要时在下面办理。' : '您现在没有可以委托的身份；收到同事的链接时，打开链接接受。'}
        </Empty>
      ) : null}
      {data.items.map((line) => (
        <Line
          key={line.id}
          line={line}
          busy={end.isPending}
          onEnd={() => end.mutate({ params: { id: line.id }, body: {} })}
        />
      ))}
      <PageButtons pages={pages} next={data.next} />
      <NewDelegation />
    </div>
  );
}

const STATES: Readonly<Record<DelegationLine['state'], string>> = {
  offered: '等待接受',
  lapsed: '没有接受，已失效',
  coming: '已接受，还没有开始',
  standing: '正在代办',
  done: '已移交',
  ended: '已结束',
};

function Line({ line, busy, onEnd }: { line: DelegationLine; busy: boolean; onEnd: () => void }) {
  const { given, name, kind } = line;
  const title =
    kind === 'handover' ? (given ? `移交给${name}` : `从${name}接任`) : given ? `委托${name}代办` : `代${name}办理`;
  const endable = line.state === 'offered' || line.state === 'coming' || line.state === 'standing';
  return (
    <section className="zp-card zp-stack" aria-label={title}>
      <h2>
        {title}　<span className="zp-label">{STATES[line.state]}</span>
      </h2>
      <p>
        {relationName(line.relation)}（{line.subjectName}）
        {kind === 'handover' ? '' : `，${formatDate(line.firstDay)}至${formatDate(line.lastDay)}`}。{line.reason}
      </p>
      {endable ? (
        <div className="zp-row">
          <button type="button" className="zp-button" disabled={busy} onClick={onEnd}>
            {line.state === 'offered' ? '收回链接' : given ? '收回委托' : '不再代办'}
            <span className="zp-hidden">：{name}</span>
          </button>
        </div>
      ) : null}
    </section>
  );
}

function NewDelegation() {
  const create = useCallCommand(offerDelegation, [listDelegations]);
  const places = useWorkplaces();
  const [kind, setKind] = useState<'delegation' | 'handover'>('delegation');
  const [place, setPlace] = useState('');
  const [form, setForm] = useState({ name: '', firstDay: '', lastDay: '', reason: '', password: '' });
  const set = (name: keyof typeof form) => (value: string) => setForm({ ...form, [name]: value });
  const at = places.find(({ relation, subjectId }) => `${relation} ${subjectId}` === place);
  if (places.length === 0) return null;
  if (create.data) {
    return (
      <section className="zp-card zp-stack" role="status" aria-label="链接">
        <h2>请把链接发给{create.data.delegation.name}</h2>
        <p>
          <code style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>{create.data.link}</code>
        </p>
        <p>只显示这一次，7 天内有效，只有本人登录后可以接受。</p>
        <div className="zp-row">
          <button type="button" className="zp-button" onClick={() => create.reset()}>
            已发出
          </button>
        </div>
      </section>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!at) return;
    const { relation, subjectId } = at;
    const lastDay = kind === 'handover' ? form.firstDay : form.lastDay;
    create.mutate({ body: { ...form, lastDay, kind, relation, subjectId } });
    setForm({ ...form, password: '' });
  };
  return (
    <form className="zp-card zp-stack" onSubmit={submit}>
      <h2>办理委托或移交</h2>
      <Choice
        label="办理什么"
        value={kind}
        onChange={(value) => setKind(value === 'handover' ? 'handover' : 'delegation')}
        options={[
          { value: 'delegation', label: '委托若干天' },
          { value: 'handover', label: '移交，本人不再担任' },
        ]}
      />
      <Choice
        label="哪个身份"
        value={place}
        onChange={setPlace}
        options={places.map(({ relation, subjectId, subjectName }) => ({
          value: `${relation} ${subjectId}`,
          label: `${relationName(relation)}（${subjectName}）`,
        }))}
      />
      <Field label="同事的姓名" value={form.name} onChange={set('name')} max={60} help="与他账户上的姓名一致。" />
      <Field
        label={kind === 'handover' ? '移交日期' : '从哪一天'}
        type="date"
        value={form.firstDay}
        onChange={set('firstDay')}
      />
      {kind === 'handover' ? (
        <p className="zp-muted">
          接任的人接受后立即生效：您不再担任这个身份，您建立的推送由他继续，接口令牌停用，没有办完的事项由他接着办。
        </p>
      ) : (
        <Field
          label="到哪一天"
          type="date"
          value={form.lastDay}
          onChange={set('lastDay')}
          help="含当天，最长 180 天。"
        />
      )}
      <Field label="理由" value={form.reason} onChange={set('reason')} max={200} />
      <Field
        label="您的密码"
        type="password"
        autoComplete="current-password"
        value={form.password}
        onChange={set('password')}
      />
      <ErrorNote error={create.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={at === undefined || create.isPending}>
          生成链接
        </button>
      </div>
    </form>
  );
}
