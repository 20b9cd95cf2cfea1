import {
  getMe,
  listAreas,
  listOwnRegistrations,
  registerUnit,
  UNIT_AFFILIATION_NAMES,
  UNIT_CATEGORY_NAMES,
  UNIT_NATURE_NAMES,
  type UnitRegistration,
  withdrawRegistration,
} from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ErrorNote, formatInstant, Loading, StatusLine } from '../../../shared/index.ts';
import { call, keyOf, useEndpoint } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { FileField, SCANS } from '../../parts/files.tsx';
import { useCallCommand, useCommand } from '../../use-command.ts';

export const REGISTRATION_STATE_NAMES = {
  waiting: '等待审核',
  approved: '已登记',
  returned: '已退回',
  refused: '不予登记',
  withdrawn: '已撤回',
} as const satisfies Record<UnitRegistration['state'], string>;

/** 登记用人单位: by somebody the unit has authorised; where it stands and what comes next. */
export default function RegisterUnit() {
  const { data, error, refetch } = useEndpoint(listOwnRegistrations, {});
  const [again, setAgain] = useState<UnitRegistration | null>(null);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const waiting = data.items.some(({ state }) => state === 'waiting');
  return (
    <div className="zp-stack">
      <h1>登记用人单位</h1>
      {data.items.map((one) => (
        <Asked key={one.id} registration={one} onAgain={() => setAgain(one)} />
      ))}
      {waiting ? null : <RegistrationForm key={again?.id ?? 'new'} from={again} />}
    </div>
  );
}

function Asked({ registration, onAgain }: { registration: UnitRegistration; onAgain: () => void }) {
  const withdraw = useCallCommand(withdrawRegistration, [listOwnRegistrations]);
  const { state, reason, decider } = registration;
  return (
    <section className="zp-card zp-stack" aria-label={registration.name}>
      <h2>
        {registration.name}　<span className="zp-label">{REGISTRATION_STATE_NAMES[state]}</span>
      </h2>
      {state === 'waiting' ? (
        <StatusLine
          waiting={{ why: `${formatInstant(registration.createdAt)} 提出。`, who: decider, until: null, yours: false }}
        />
      ) : null}
      {reason === '' ? null : (
        <p>
          {decider}的意见：{reason}
        </p>
      )}
      {state === 'approved' ? (
        <p>
          您已是这个单位的经办人。接下来：<Link to="/unit/staff">邀请其他经办人、办理人员加入</Link>。
        </p>
      ) : null}
      <ErrorNote error={withdraw.error} />
      <div className="zp-row">
        {state === 'waiting' ? (
          <button
            type="button"
            className="zp-button"
            disabled={withdraw.isPending}
            onClick={() => withdraw.mutate({ params: { registrationId: registration.id } })}
          >
            撤回申请
          </button>
        ) : null}
        {state === 'returned' ? (
          <button type="button" className="zp-button" onClick={onAgain}>
            按意见修改后重新申请
          </button>
        ) : null}
      </div>
    </section>
  );
}

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

function RegistrationForm({ from }: { from: UnitRegistration | null }) {
  const areas = useEndpoint(listAreas, {});
  const [values, setValues] = useState({
    name: from?.name ?? '',
    creditCode: from?.creditCode ?? '',
    kind: from?.kind ?? ('private' as const),
    category: from?.category ?? ('other' as const),
    affiliation: from?.affiliation ?? ('city' as const),
    area: from?.area ?? '',
    secondLevel: from?.secondLevelNames.join('\n') ?? '',
    agency: from?.agency === true ? ('yes' as const) : ('no' as const),
    contactName: from?.contactName ?? '',
    contactPhone: from?.contactPhone ?? '',
  });
  const [file, setFile] = useState<File | null>(null);
  const register = useCommand(
    (letter: File) => call(registerUnit, { body: values }, { file: letter, fileName: letter.name }),
    [keyOf(listOwnRegistrations), keyOf(getMe)],
  );
  const set = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) register.mutate(file);
  };
  const decider = areas.data?.items.find((one) => one.area === values.area.trim())?.decider ?? '平台系统管理员';
  return (
    <form onSubmit={submit} className="zp-card zp-stack">
      <h2>{from === null ? '填写登记内容' : '修改后重新申请'}</h2>
      <Field
        label="单位全称"
        value={values.name}
        onChange={set('name')}
        max={100}
        help="与公章完全一致，用于封面、花名册和证书。"
      />
      <Field label="统一社会信用代码" value={values.creditCode} onChange={set('creditCode')} max={18} />
      <Choice label="单位性质" value={values.kind} onChange={set('kind')} options={options(UNIT_NATURE_NAMES)} />
      <Choice
        label="单位类别"
        value={values.category}
        onChange={set('category')}
        options={options(UNIT_CATEGORY_NAMES)}
      />
      <Choice
        label="隶属关系"
        value={values.affiliation}
        onChange={set('affiliation')}
        options={options(UNIT_AFFILIATION_NAMES)}
      />
      <label className="zp-field">
        <span className="zp-field-label">所在地</span>
        <input
          className="zp-input"
          list="areas"
          required
          maxLength={40}
          value={values.area}
          onChange={(event) => set('area')(event.target.value)}
        />
        <datalist id="areas">
          {(areas.data?.items ?? []).map(({ area }) => (
            <option key={area} value={area} />
          ))}
        </datalist>
        <span className="zp-small zp-muted">
          写到市（省属单位写省名）。{values.area.trim() === '' ? '' : `由${decider}审核。`}
        </span>
      </label>
      <label className="zp-field">
        <span className="zp-field-label">二级单位名称</span>
        <textarea
          className="zp-input"
          rows={3}
          value={values.secondLevel}
          onChange={(event) => set('secondLevel')(event.target.value)}
        />
        <span className="zp-small zp-muted">一行一个；没有的不填。</span>
      </label>
      <label className="zp-check">
        <input
          type="checkbox"
          checked={values.agency === 'yes'}
          onChange={(event) => set('agency')(event.target.checked ? 'yes' : 'no')}
        />
        <span>是人事代理机构（人才服务机构），为没有单位的人员和委托的单位办理</span>
      </label>
      <Field label="联系人" value={values.contactName} onChange={set('contactName')} max={60} />
      <Field label="联系电话" type="tel" value={values.contactPhone} onChange={set('contactPhone')} max={20} />
      <FileField label="授权书" accept={SCANS} onFile={setFile} help="加盖公章，写明授权您办理职称申报，PDF 或照片。" />
      <ErrorNote error={register.error} />
      <button type="submit" className="zp-button zp-button-main" disabled={register.isPending || file === null}>
        {register.isPending ? '正在提交…' : '提交登记申请'}
      </button>
    </form>
  );
}
