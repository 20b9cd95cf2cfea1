import {
  appoint,
  type Appointment,
  APPOINTMENT_WAYS,
  assessAppointment,
  endAppointment,
  listAppointments,
  listUnitPeople,
  listSelfAppointments,
  readPosts,
  SELF_APPOINTMENT_BASES,
  selfAppoint,
  setPostQuota,
} from '@zhiping/contract';
import { PLAN_LEVEL_NAMES } from '@zhiping/core';
import { type FormEvent, useState } from 'react';
import { Empty, ErrorNote, formatDate, Loading } from '../../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { Field } from '../../parts/Field.tsx';
import { subjectsOf, useMe } from '../../session.ts';
import { useCommand } from '../../use-command.ts';
import './posts.css';

const REFRESH = [keyOf(readPosts), keyOf(listAppointments), keyOf(listSelfAppointments)];
const RESULTS = {
  excellent: '优秀',
  qualified: '合格',
  basic: '基本合格',
  unqualified: '不合格',
  undetermined: '未定等次',
} as const;
type Result = keyof typeof RESULTS;
const isResult = (value: string): value is Result => value in RESULTS;

/** 岗位与聘任: posts and vacancies by level, who holds which, what came of it, and engineers the enterprise appointed itself. */
export default function Posts() {
  const { data: me } = useMe();
  if (me === undefined) return <Loading />;
  const unitId = subjectsOf(me, 'unit')[0];
  if (unitId === undefined) return <Empty title="还没有单位">登记单位以后，在这里登记岗位和聘任。</Empty>;
  return (
    <div className="zp-stack">
      <h1>岗位与聘任</h1>
      <Quotas unitId={unitId} />
      <Appointments unitId={unitId} />
      <SelfAppointments unitId={unitId} />
    </div>
  );
}

function Quotas({ unitId }: { unitId: string }) {
  const { data, error, refetch } = useEndpoint(readPosts, { params: { unitId } });
  const [grade, setGrade] = useState('');
  const [quota, setQuota] = useState('');
  const run = useCommand(
    () => call(setPostQuota, { params: { unitId, grade: Number(grade) }, body: { quota: Number(quota) } }),
    REFRESH,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate(undefined, { onSuccess: () => setQuota('') });
  };
  return (
    <section className="zp-card">
      <h2>岗位数额与空缺</h2>
      <p className="zp-muted">
        正高级对应 1 至 4 级岗位，副高级 5 至 7 级，中级 8 至 10 级，助理级 11 至 12 级，员级 13 级。
      </p>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <Loading />
      ) : (
        <table className="zp-posts">
          <thead>
            <tr>
              <th scope="col">层级</th>
              <th scope="col">核定</th>
              <th scope="col">在聘</th>
              <th scope="col">申报占用</th>
              <th scope="col">空缺</th>
              <th scope="col">各级岗位（在聘/核定）</th>
            </tr>
          </thead>
          <tbody>
            {data.levels.map((one) => (
              <tr key={one.level}>
                <th scope="row">{PLAN_LEVEL_NAMES[one.level]}</th>
                <td>{one.quota}</td>
                <td>{one.held}</td>
                <td>{one.asked}</td>
                <td>
                  <strong>{one.vacancies}</strong>
                </td>
                <td className="zp-small">
                  {data.grades
                    .filter(({ level }) => level === one.level)
                    .map((at) => `${at.grade}级 ${at.held}/${at.quota}`)
                    .join('，')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <form className="zp-row" onSubmit={submit} aria-label="登记岗位数额">
        <label className="zp-field">
          <span className="zp-field-label">岗位等级</span>
          <select className="zp-input" required value={grade} onChange={(event) => setGrade(event.target.value)}>
            <option value="">请选择</option>
            {data?.grades.map((one) => (
              <option key={one.grade} value={one.grade}>
                {one.grade} 级（{PLAN_LEVEL_NAMES[one.level]}）
              </option>
            ))}
          </select>
        </label>
        <Field label="核定数额" value={quota} inputMode="numeric" max={6} onChange={setQuota} />
        <button type="submit" className="zp-button" disabled={run.isPending || !/^\d+$/.test(quota)}>
          登记数额
        </button>
      </form>
      <ErrorNote error={run.error} />
    </section>
  );
}

function People({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const { data } = useEndpoint(listUnitPeople, {});
  return (
    <label className="zp-field">
      <span className="zp-field-label">人员</span>
      <select className="zp-input" required value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">请选择</option>
        {data?.items.map((one) => (
          <option key={one.personId} value={one.personId}>
            {one.name}　{one.post}
          </option>
        ))}
      </select>
    </label>
  );
}

function Appointments({ unitId }: { unitId: string }) {
  const [after, setAfter] = useState<readonly string[]>([]);
  const last = after.at(-1);
  const { data, error, refetch } = useEndpoint(listAppointments, {
    params: { unitId },
    query: { limit: 20, ...(last === undefined ? {} : { after: last }) },
  });
  const next = data?.next ?? null;
  return (
    <section className="zp-card">
      <h2>聘任登记</h2>
      <p className="zp-muted">
        聘任的起止日期计入“取得资格并担任职务满若干年”。改聘到别的等级时，原聘任在新聘任的前一日结束。
      </p>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? <Loading /> : null}
      {data?.items.length === 0 && last === undefined ? <p>还没有登记聘任。</p> : null}
      <ul className="zp-list zp-posts-list">
        {data?.items.map((one) => (
          <AppointmentEntry key={one.id} unitId={unitId} one={one} />
        ))}
      </ul>
      <div className="zp-row">
        {last === undefined ? null : (
          <button type="button" className="zp-button" onClick={() => setAfter(after.slice(0, -1))}>
            上一页
          </button>
        )}
        {next === null ? null : (
          <button type="button" className="zp-button" onClick={() => setAfter([...after, next])}>
            下一页
          </button>
        )}
      </div>
      <NewAppointment unitId={unitId} />
    </section>
  );
}

function AppointmentEntry({ unitId, one }: { unitId: string; one: Appointment }) {
  const [form, setForm] = useState<'end' | 'assess' | null>(null);
  const [to, setTo] = useState('');
  const [reason, setReason] = useKeptText(`appointment-${one.id}`);
  const [year, setYear] = useState('');
  const [result, setResult] = useState<Result>('qualified');
  const run = useCommand((send: () => Promise<unknown>) => send(), REFRESH);
  const params = { unitId, id: one.id };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate(
      () =>
        form === 'end'
          ? call(endAppointment, { params, body: { to, reason } })
          : call(assessAppointment, { params: { ...params, year: Number(year) }, body: { result } }),
      {
        onSuccess: () => {
          setForm(null);
          setReason('');
        },
      },
    );
  };
  return (
    <li>
      <strong>{one.personName}</strong>　{one.postName}，{one.grade} 级（{PLAN_LEVEL_NAMES[one.level]}），
      {APPOINTMENT_WAYS[one.way]}
      <br />
      {formatDate(one.from)} 至 {one.to === null ? '今' : formatDate(one.to)}
      {one.endReason === '' ? '' : `，${one.endReason}`}
      <br />
      <span className="zp-small zp-muted">
        {one.assessments.length === 0
          ? '还没有登记聘后考核'
          : `聘后考核：${one.assessments.map((each) => `${each.year}年${RESULTS[each.result]}`).join('，')}`}
      </span>
      <div className="zp-row">
        <button type="button" className="zp-button zp-small" onClick={() => setForm('assess')}>
          登记考核
        </button>
        {one.to === null ? (
          <button type="button" className="zp-button zp-small" onClick={() => setForm('end')}>
            解聘
          </button>
        ) : null}
      </div>
      {form === null ? null : (
        <form className="zp-row" onSubmit={submit} aria-label={form === 'end' ? '解聘' : '登记考核'}>
          {form === 'end' ? (
            <>
              <Field label="结束日期" type="date" value={to} onChange={setTo} />
              <Field label="原因" value={reason} max={200} onChange={setReason} />
            </>
          ) : (
            <>
              <Field label="年度" value={year} inputMode="numeric" max={4} onChange={setYear} />
              <label className="zp-field">
                <span className="zp-field-label">考核结果</span>
                <select
                  className="zp-input"
                  value={result}
                  onChange={(event) => {
                    if (isResult(event.target.value)) setResult(event.target.value);
                  }}
                >
                  {Object.entries(RESULTS).map(([id, name]) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
            </>
          )}
          <button type="submit" className="zp-button" disabled={run.isPending}>
            登记
          </button>
          <button type="button" className="zp-button" onClick={() => setForm(null)}>
            返回
          </button>
          <ErrorNote error={run.error} />
        </form>
      )}
    </li>
  );
}

function NewAppointment({ unitId }: { unitId: string }) {
  const [personId, setPerson] = useState('');
  const [grade, setGrade] = useState('');
  const [postName, setPostName] = useState('');
  const [from, setFrom] = useState('');
  const run = useCommand(
    () => call(appoint, { params: { unitId }, body: { personId, grade: Number(grade), postName, from } }),
    REFRESH,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate(undefined, { onSuccess: () => setPostName('') });
  };
  return (
    <form className="zp-row" onSubmit={submit} aria-label="登记聘任">
      <People value={personId} onChange={setPerson} />
      <Field label="岗位等级（1 至 13）" value={grade} inputMode="numeric" max={2} onChange={setGrade} />
      <Field label="聘任职务" value={postName} max={100} onChange={setPostName} />
      <Field label="聘任开始日期" type="date" value={from} onChange={setFrom} />
      <button type="submit" className="zp-button zp-button-main" disabled={run.isPending}>
        登记聘任
      </button>
      <ErrorNote error={run.error} />
    </form>
  );
}

function SelfAppointments({ unitId }: { unitId: string }) {
  const { data, error, refetch } = useEndpoint(listSelfAppointments, { params: { unitId }, query: { limit: 100 } });
  const [personId, setPerson] = useState('');
  const [specialty, setSpecialty] = useState('');
  const [basis, setBasis] = useState<keyof typeof SELF_APPOINTMENT_BASES>('doctor');
  const [from, setFrom] = useState('');
  const run = useCommand(
    () => call(selfAppoint, { params: { unitId }, body: { personId, specialty, basis, from } }),
    REFRESH,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    run.mutate(undefined, { onSuccess: () => setSpecialty('') });
  };
  return (
    <section className="zp-card">
      <h2>自主聘任工程师登记</h2>
      <p className="zp-muted">当地政策允许企业自主聘任工程师的，聘任以后在这里登记，不经评审委员会。</p>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data?.items.length === 0 ? <p>还没有登记。</p> : null}
      <ul className="zp-list zp-posts-list">
        {data?.items.map((one) => (
          <li key={one.id}>
            <strong>{one.personName}</strong>　{one.specialty}，{SELF_APPOINTMENT_BASES[one.basis]}，
            {formatDate(one.from)} 起
          </li>
        ))}
      </ul>
      <form className="zp-row" onSubmit={submit} aria-label="登记自主聘任">
        <People value={personId} onChange={setPerson} />
        <Field label="专业" value={specialty} max={100} onChange={setSpecialty} />
        <label className="zp-field">
          <span className="zp-field-label">依据</span>
          <select
            className="zp-input"
            value={basis}
            onChange={(event) => setBasis(event.target.value === 'master' ? 'master' : 'doctor')}
          >
            {Object.entries(SELF_APPOINTMENT_BASES).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Field label="聘任日期" type="date" value={from} onChange={setFrom} />
        <button type="submit" className="zp-button" disabled={run.isPending}>
          登记自主聘任
        </button>
        <ErrorNote error={run.error} />
      </form>
    </section>
  );
}
