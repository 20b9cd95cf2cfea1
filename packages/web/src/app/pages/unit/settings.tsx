import {
  changeUnitSettings,
  readUnitSettings,
  UNIT_AFFILIATION_NAMES,
  UNIT_CATEGORY_NAMES,
  UNIT_NATURE_NAMES,
  type UnitSettings,
} from '@zhiping/contract';
import { type FormEvent, useState } from 'react';
import { ErrorNote, formatDate, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { Facts, Field } from '../../parts/Field.tsx';
import { useUnit } from '../../parts/use-unit.tsx';
import { useCallCommand } from '../../use-command.ts';

/** 单位信息: what is registered, and the part the unit keeps up itself. */
export default function Settings() {
  const { unitId, choice } = useUnit();
  const { data, error, refetch } = useEndpoint(readUnitSettings, { params: { unitId } }, { enabled: unitId !== '' });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <div className="zp-stack">
      <h1>单位信息</h1>
      {choice}
      {data ? (
        <>
          <Registered unit={data} />
          <Change key={unitId} unit={data} />
        </>
      ) : (
        <Loading />
      )}
    </div>
  );
}

function Registered({ unit }: { unit: UnitSettings }) {
  return (
    <section className="zp-card">
      <h2>{unit.name}</h2>
      <Facts
        of={[
          ['信用代码', unit.creditCode],
          ['单位性质', UNIT_NATURE_NAMES[unit.kind]],
          ['单位类别', unit.category === 'other' ? null : UNIT_CATEGORY_NAMES[unit.category]],
          ['隶属关系', unit.affiliation === null ? null : UNIT_AFFILIATION_NAMES[unit.affiliation]],
          ['所在地', unit.area],
          ['人事代理', unit.agency ? '为没有单位的人员和委托的单位办理' : null],
          ['主管部门', unit.authorityName],
          ['行业协会', unit.associationName],
          ['登记日期', formatDate(unit.registeredOn)],
        ]}
      />
      <p className="zp-muted">以上内容有变化的，请向{unit.authorityName ?? '平台系统管理员'}申请变更。</p>
    </section>
  );
}

function Change({ unit }: { unit: UnitSettings }) {
  const change = useCallCommand(changeUnitSettings, [readUnitSettings]);
  const [names, setNames] = useState(unit.secondLevelNames.join('\n'));
  const [contactName, setContactName] = useState(unit.contactName);
  const [contactPhone, setContactPhone] = useState(unit.contactPhone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const secondLevelNames = names
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    change.mutate({ params: { unitId: unit.id }, body: { secondLevelNames, contactName, contactPhone } });
  };
  return (
    <form className="zp-card zp-stack" onSubmit={submit}>
      <h2>由单位维护</h2>
      <label className="zp-field">
        <span className="zp-field-label">二级单位名称</span>
        <textarea className="zp-input" rows={4} value={names} onChange={(event) => setNames(event.target.value)} />
        <span className="zp-small zp-muted">一行一个，用于封面和花名册。</span>
      </label>
      <Field label="联系人" value={contactName} onChange={setContactName} max={60} />
      <Field label="联系电话" type="tel" value={contactPhone} onChange={setContactPhone} max={20} />
      <ErrorNote error={change.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={change.isPending}>
          保存
        </button>
        {change.isSuccess ? <span role="status">已保存</span> : null}
      </div>
    </form>
  );
}
