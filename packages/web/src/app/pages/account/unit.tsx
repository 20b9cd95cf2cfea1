import {
  askToJoin,
  type FoundUnit,
  getMe,
  leaveUnit,
  type Membership,
  readMembership,
  searchUnits,
  withdrawJoining,
} from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ErrorNote, formatDate, formatInstant, Loading, StatusLine } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { Facts, Field } from '../../parts/Field.tsx';
import { useToday } from '../../parts/use-today.ts';
import { useCallCommand } from '../../use-command.ts';

const CHANGED = [readMembership, getMe] as const;

/** 我的单位: the unit that verifies and recommends; asking to join, and leaving. */
export default function MyUnit() {
  const { data, error, refetch } = useEndpoint(readMembership, {});
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const waits = data.request?.state === 'waiting';
  return (
    <div className="zp-stack">
      <h1>我的单位</h1>
      {data.unit ? <Current unit={data.unit} /> : waits ? <Waiting request={data.request} /> : <Join data={data} />}
      {data.earlier.length === 0 ? null : (
        <section className="zp-card">
          <h2>以前的单位</h2>
          <ul className="zp-list">
            {data.earlier.map((one) => (
              <li key={`${one.unitName} ${one.joinedOn}`}>
                {one.unitName}
                {one.post === '' ? '' : `，${one.post}`}，{formatDate(one.joinedOn)}至{formatDate(one.leftOn)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Current({ unit }: { unit: NonNullable<Membership['unit']> }) {
  const leave = useCallCommand(leaveUnit, CHANGED);
  const today = useToday();
  const [leaving, setLeaving] = useState(false);
  const [leftOn, setLeftOn] = useState('');
  const [reason, setReason] = useKeptText('leave-unit');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    leave.mutate({ body: { leftOn: leftOn === '' ? today : leftOn, reason } }, { onSuccess: () => setReason('') });
  };
  return (
    <section className="zp-card zp-stack">
      <h2>{unit.name}</h2>
      <Facts
        of={[
          ['单位类型', unit.agency ? '人事代理机构' : null],
          ['实际工作单位', unit.employerName === '' ? null : unit.employerName],
          ['岗位', unit.post === '' ? null : unit.post],
          ['加入日期', formatDate(unit.joinedOn)],
        ]}
      />
      {unit.staffed ? null : <Unstaffed name={unit.name} />}
      <p>
        接下来：<Link to="/archive">充实业绩档案</Link>，提交单位核验；然后<Link to="/applications/new">建立申报</Link>
        。
      </p>
      {leaving ? (
        <form onSubmit={submit} className="zp-stack">
          <Field label="离开日期" type="date" value={leftOn === '' ? today : leftOn} onChange={setLeftOn} />
          <Field label="原因" value={reason} onChange={setReason} max={200} help="如离职、调动。" />
          <p className="zp-muted">离开后，等待该单位核验的材料退为草稿；业绩档案一直保留，可以提交新的单位。</p>
          <ErrorNote error={leave.error} />
          <div className="zp-row">
            <button type="submit" className="zp-button zp-button-main" disabled={leave.isPending}>
              确认离开
            </button>
            <button type="button" className="zp-button" onClick={() => setLeaving(false)}>
              不离开
            </button>
          </div>
        </form>
      ) : (
        <button type="button" className="zp-button" onClick={() => setLeaving(true)}>
          办理离开单位
        </button>
      )}
    </section>
  );
}

/** What to do where nobody can act for a unit. */
function Unstaffed({ name }: { name: string }) {
  return (
    <div className="zp-error" role="status">
      <p>{name}在平台上没有可以办理的经办人（您本人除外），现在不能核验、公示和推荐。可以这样办：</p>
      <ul>
        <li>
          请单位授权一名人员办理<Link to="/account/unit-registration">登记用人单位</Link>
          并附授权书，审核通过后即为经办人，单位已有的登记不变。
        </li>
        <li>
          您是唯一经办人的，在<Link to="/unit/staff">经办人与人员</Link>用邀请链接请另一位同事担任经办人。
        </li>
        <li>单位不办理的，先办理离开单位，再加入为单位或个人代理人事的机构，写明实际工作的单位。</li>
      </ul>
    </div>
  );
}

function Waiting({ request }: { request: Membership['request'] }) {
  const withdraw = useCallCommand(withdrawJoining, CHANGED);
  if (request === null) return null;
  return (
    <section className="zp-card zp-stack">
      <h2>{request.unitName}</h2>
      <StatusLine
        waiting={{
          why:
            request.by === 'unit'
              ? `您已接受邀请，${formatInstant(request.createdAt)}。`
              : `您已申请加入，${formatInstant(request.createdAt)}。`,
          who: '单位经办人（核对身份证件后办理）',
          until: null,
          yours: false,
        }}
      />
      <p className="zp-muted">请把身份证原件交单位经办人核对。等待期间可以先填写业绩档案。</p>
      <ErrorNote error={withdraw.error} />
      <div className="zp-row">
        <Link className="zp-button" to="/archive">
          填写业绩档案
        </Link>
        <button
          type="button"
          className="zp-button"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { requestId: request.id } })}
        >
          撤回申请
        </button>
      </div>
    </section>
  );
}

function Join({ data }: { data: Membership }) {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<FoundUnit | null>(null);
  const found = useEndpoint(searchUnits, { query: { search } }, { enabled: search.length >= 2 });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChosen(null);
    setSearch(typed.trim());
  };
  const items = found.data?.items ?? [];
  return (
    <>
      {data.request?.state === 'refused' ? (
        <p className="zp-error" role="status">
          {data.request.unitName}没有同意加入：{data.request.reason}
        </p>
      ) : null}
      <section className="zp-card zp-stack">
        <h2>加入用人单位</h2>
        <p>申报由所在单位核验、公示和推荐。查找您的单位，提出申请，由单位经办人核对身份证件后办理。</p>
        <form onSubmit={submit} className="zp-row" role="search">
          <input
            className="zp-input"
            aria-label="单位名称或统一社会信用代码"
            placeholder="单位名称或统一社会信用代码"
            value={typed}
            minLength={2}
            required
            onChange={(event) => setTyped(event.target.value)}
          />
          <button type="submit" className="zp-button">
            查找单位
          </button>
        </form>
        <ErrorNote error={found.error} />
        {found.isLoading ? <Loading /> : null}
        {chosen === null ? (
          <ul className="zp-list zp-stack">
            {items.map((unit) => (
              <li key={unit.id} className="zp-row">
                <span>
                  <strong>{unit.name}</strong>
                  {unit.agency ? '（人事代理机构）' : ''}
                  {unit.staffed ? '' : '（没有经办人）'}
                  <br />
                  <span className="zp-small zp-muted">
                    {unit.area}，{unit.creditCode}
                  </span>
                </span>
                <button type="button" className="zp-button" onClick={() => setChosen(unit)}>
                  选择<span className="zp-hidden">：{unit.name}</span>
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <>
            {chosen.staffed ? null : <Unstaffed name={chosen.name} />}
            <Ask unit={chosen} onBack={() => setChosen(null)} />
          </>
        )}
        {found.data && items.length === 0 ? (
          <p role="status">没有找到已登记的单位。请核对名称，或请单位先登记。</p>
        ) : null}
      </section>
      <section className="zp-card">
        <h2>没有找到单位</h2>
        <ul>
          <li>
            单位还没有登记的，由单位授权的人员<Link to="/account/unit-registration">登记用人单位</Link>。
          </li>
          <li>没有单位（自由职业），或单位由人事代理机构办理的，查找并选择人事代理机构，写明实际工作的单位。</li>
          <li>单位发来邀请链接的，直接打开链接。</li>
        </ul>
      </section>
    </>
  );
}

function Ask({ unit, onBack }: { unit: FoundUnit; onBack: () => void }) {
  const ask = useCallCommand(askToJoin, CHANGED);
  const [post, setPost] = useState('');
  const [employerName, setEmployerName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate({ body: { unitId: unit.id, post, employerName } });
  };
  return (
    <form onSubmit={submit} className="zp-stack">
      <p>
        申请加入 <strong>{unit.name}</strong>
      </p>
      <Field label="岗位" value={post} onChange={setPost} required={false} max={60} help="如工程师。" />
      {unit.agency ? (
        <Field
          label="实际工作单位"
          value={employerName}
          onChange={setEmployerName}
          max={100}
          help="自由职业的写“自由职业”。"
        />
      ) : null}
      <ErrorNote error={ask.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={ask.isPending}>
          提出申请
        </button>
        <button type="button" className="zp-button" onClick={onBack}>
          换一个单位
        </button>
      </div>
    </form>
  );
}
