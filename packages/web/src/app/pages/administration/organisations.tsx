import {
  addAssociation,
  addAuthority,
  addOrganiser,
  addUnit,
  listOrganisations,
  listUnits,
  type Organisation,
  UNIT_NATURE_NAMES,
} from '@zhiping/contract';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { ErrorNote, Loading, useClock } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { useCallCommand } from '../../use-command.ts';
import { UnitList } from './UnitList.tsx';

const KINDS = {
  organiser: '组建单位',
  authority: '人社或主管部门',
  association: '行业协会',
  unit: '用人单位',
} as const;
type Nature = keyof typeof UNIT_NATURE_NAMES;
const NATURES = Object.keys(UNIT_NATURE_NAMES) as readonly Nature[];
const needed = [{ required: true, message: '请填写' }];

/** 单位与机构: everything that people can be something to. Units are many: they are looked up and turned page by page. */
export default function Organisations() {
  const { data, error, refetch } = useEndpoint(listOrganisations, {});
  const [adding, setAdding] = useState(false);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <div className="zp-stack">
      <h1>单位与机构</h1>
      <div className="zp-row">
        <Button type="primary" onClick={() => setAdding(true)}>
          登记单位或机构
        </Button>
      </div>
      <UnitList to="/administration/units" />
      <section className="zp-card zp-over" aria-label="机构">
        <h2>机构</h2>
        <table className="zp-lines">
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">类别</th>
              <th scope="col">所在地</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((one) => (
              <tr key={one.id}>
                <td>{one.name}</td>
                <td className="zp-nowrap">{KINDS[one.kind]}</td>
                <td className="zp-nowrap">{one.area ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {adding ? <Add organisations={data.items} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

interface NewOrganisation {
  readonly kind: 'organiser' | 'unit' | 'authority' | 'association';
  readonly name: string;
  readonly area: string;
  readonly officeName: string;
  /** `YYYY-MM-DD`, in demonstration mode only. */
  readonly startsOn?: string;
  readonly creditCode: string;
  readonly nature: Nature;
  readonly authorityId?: string;
  readonly associationId?: string;
}

function Add({ organisations, onClose }: { organisations: readonly Organisation[]; onClose: () => void }) {
  const unit = useCallCommand(addUnit, [listUnits]);
  const authority = useCallCommand(addAuthority, [listOrganisations]);
  const association = useCallCommand(addAssociation, [listOrganisations]);
  const organiser = useCallCommand(addOrganiser, [listOrganisations]);
  const clock = useClock();
  const [form] = Form.useForm<NewOrganisation>();
  const kind = Form.useWatch('kind', form);
  const options = (wanted: Organisation['kind']) =>
    organisations.filter((one) => one.kind === wanted).map(({ id, name }) => ({ value: id, label: name }));
  const save = ({ name, area, ...given }: NewOrganisation) => {
    const done = { onSuccess: onClose };
    if (given.kind === 'authority') authority.mutate({ body: { name, area } }, done);
    else if (given.kind === 'association') association.mutate({ body: { name } }, done);
    else if (given.kind === 'organiser') {
      const day = given.startsOn ?? '';
      const startsAt = day === '' ? null : new Date(`${day}T09:00:00+08:00`).toISOString();
      organiser.mutate({ body: { name, officeName: given.officeName, startsAt } }, done);
    } else {
      const { creditCode, nature, authorityId = null, associationId = null } = given;
      unit.mutate({ body: { name, area, creditCode, kind: nature, authorityId, associationId } }, done);
    }
  };
  return (
    <Modal
      open
      title="登记单位或机构"
      okText="登记"
      cancelText="取消"
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={unit.isPending || authority.isPending || association.isPending || organiser.isPending}
    >
      <Form form={form} layout="vertical" onFinish={save} initialValues={{ kind: 'unit', nature: 'private' }}>
        <Form.Item name="kind" label="类别" rules={needed}>
          <Select
            options={(['unit', 'authority', 'association', 'organiser'] as const).map((value) => ({
              value,
              label: KINDS[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="name" label="名称" rules={needed}>
          <Input autoComplete="off" />
        </Form.Item>
        {kind === 'association' || kind === 'organiser' ? null : (
          <Form.Item name="area" label="所在地（市）" rules={needed}>
            <Input autoComplete="off" />
          </Form.Item>
        )}
        {kind === 'organiser' ? (
          <>
            <Form.Item name="officeName" label="评委会办公室名称" rules={needed}>
              <Input autoComplete="off" />
            </Form.Item>
            {clock?.demonstration ? (
              <Form.Item name="startsOn" label="演示：业务时间从哪天开始（不填为今天）">
                <Input type="date" />
              </Form.Item>
            ) : null}
          </>
        ) : null}
        {kind === 'unit' ? (
          <>
            <Form.Item name="creditCode" label="统一社会信用代码" rules={needed}>
              <Input autoComplete="off" maxLength={18} />
            </Form.Item>
            <Form.Item name="nature" label="单位性质" rules={needed}>
              <Select options={NATURES.map((value) => ({ value, label: UNIT_NATURE_NAMES[value] }))} />
            </Form.Item>
            <Form.Item name="authorityId" label="人社或主管部门">
              <Select allowClear options={options('authority')} />
            </Form.Item>
            <Form.Item name="associationId" label="行业协会">
              <Select allowClear options={options('association')} />
            </Form.Item>
          </>
        ) : null}
      </Form>
      <ErrorNote error={unit.error ?? authority.error ?? association.error ?? organiser.error} />
    </Modal>
  );
}
