import { addExpert, type ExpertRow, getPool, registerFiling, removeExpert, renewExpert } from '@zhiping/contract';
import { Button, DatePicker, Form, Input, InputNumber, Modal, Select, Table, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { Empty, ErrorNote, formatDate, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { useKeptText } from '../../kept.ts';
import { useCallCommand } from '../../use-command.ts';
import { EXPERT_LEVELS, levelWord } from '../../meeting/words.ts';
import { useMe } from '../../session.ts';
import '../../meeting/meeting.css';

/** 专家库: experts on file, terms, and the filings of committees. */
export default function PoolPage() {
  const me = useMe();
  const organiserId = me.data?.relations.find(({ relation }) => relation === 'office')?.organiserId ?? null;
  return organiserId === null ? <Loading /> : <Pool organiserId={organiserId} />;
}

function Pool({ organiserId }: { organiserId: string }) {
  const pool = useEndpoint(getPool, { params: { organiserId } });
  const address = useAddressState();
  const [adding, setAdding] = useState<'expert' | 'filing' | null>(null);
  const [changing, setChanging] = useState<ExpertRow | null>(null);
  if (pool.error) return <ErrorNote error={pool.error} onRetry={() => void pool.refetch()} />;
  if (!pool.data) return <Loading />;
  const { experts, filings } = pool.data;
  const wanted = address.get('specialty');
  const shown = experts.filter(({ specialty }) => wanted === null || specialty === wanted);
  const specialties = [...new Set(experts.map(({ specialty }) => specialty))];
  return (
    <div className="zp-stack">
      <h1>专家库</h1>
      <section className="zp-card" aria-label="评委会备案">
        <div className="zp-row" style={{ justifyContent: 'space-between' }}>
          <h2>评委会备案</h2>
          <Button onClick={() => setAdding('filing')}>登记备案</Button>
        </div>
        {filings.length === 0 ? (
          <Empty title="还没有登记评委会备案">评委会须经核准备案，有效期最长三年；没有有效备案不能抽取专家。</Empty>
        ) : (
          <ul className="zp-list zp-stack">
            {filings.map((filing) => (
              <li key={filing.id}>
                <strong>{filing.name}</strong>（{filing.number}）{' '}
                {filing.valid ? <Tag color="green">有效</Tag> : <Tag color="red">已过有效期</Tag>}
                <br />
                <span className="zp-muted">
                  {filing.members} 人，主任委员 {filing.chairName}，有效期至 {formatDate(filing.validUntil, true)}；
                  {filing.levels.map(levelWord).join('、')}；{filing.specialties.join('、')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="zp-card" aria-label="专家">
        <div className="zp-row" style={{ justifyContent: 'space-between' }}>
          <h2>专家 {experts.length} 人</h2>
          <div className="zp-row">
            <Select
              aria-label="按专业筛选"
              style={{ minWidth: '12rem' }}
              value={wanted ?? ''}
              onChange={(value) => address.set({ specialty: value === '' ? null : value })}
              options={[{ value: '', label: '全部专业' }, ...specialties.map((value) => ({ value, label: value }))]}
            />
            <Button type="primary" onClick={() => setAdding('expert')}>
              专家入库
            </Button>
          </div>
        </div>
        <Table
          size="small"
          rowKey="id"
          dataSource={shown}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          scroll={{ x: 'max-content' }}
          columns={[
            { title: '姓名', dataIndex: 'name' },
            { title: '专业', dataIndex: 'specialty' },
            { title: '职称', render: (_, row) => levelWord(row.level) },
            { title: '单位', dataIndex: 'employer' },
            {
              title: '聘期至',
              render: (_, row) => (
                <>
                  {formatDate(row.termEnds, true)} {row.inTerm ? null : <Tag color="red">已满</Tag>}
                </>
              ),
            },
            { title: '状态', render: (_, row) => (row.state === 'active' ? '在库' : '已退出') },
            {
              title: '办理',
              render: (_, row) => (
                <Button size="small" onClick={() => setChanging(row)}>
                  续聘或退出<span className="zp-hidden">：{row.name}</span>
                </Button>
              ),
            },
          ]}
        />
      </section>
      {adding === 'expert' ? <AddExpert organiserId={organiserId} onClose={() => setAdding(null)} /> : null}
      {adding === 'filing' ? (
        <AddFiling organiserId={organiserId} experts={experts} onClose={() => setAdding(null)} />
      ) : null}
      {changing ? <ChangeExpert expert={changing} onClose={() => setChanging(null)} /> : null}
    </div>
  );
}

const day = (value: Dayjs) => value.format('YYYY-MM-DD');
const needed = [{ required: true, message: '请填写' }];

interface ExpertForm {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly username: string;
  readonly password: string;
  readonly specialty: string;
  readonly level: ExpertRow['level'];
  readonly employer: string;
  readonly term: readonly [Dayjs, Dayjs];
}

function AddExpert({ organiserId, onClose }: { organiserId: string; onClose: () => void }) {
  const add = useCallCommand(addExpert, [getPool]);
  const [form] = Form.useForm<ExpertForm>();
  const save = (values: ExpertForm) => {
    const { term, ...rest } = values;
    add.mutate(
      {
        params: { organiserId },
        body: { ...rest, unitId: null, appointedOn: day(term[0]), termEnds: day(term[1]) },
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      open
      title="专家入库"
      okText="入库"
      cancelText="取消"
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={add.isPending}
    >
      <Form form={form} layout="vertical" onFinish={save}>
        <Form.Item name="name" label="姓名" rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="idNumber" label="身份证号" rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="phone" label="手机号" rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="specialty" label="专业" rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="level" label="职称" rules={needed}>
          <Select options={[...EXPERT_LEVELS]} />
        </Form.Item>
        <Form.Item name="employer" label="工作单位" rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="term" label="聘期（最长三年）" rules={needed}>
          <DatePicker.RangePicker />
        </Form.Item>
        <Form.Item name="username" label="登录用户名" rules={needed}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="password" label="初始密码" rules={needed}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
      <ErrorNote error={add.error} />
    </Modal>
  );
}

interface FilingForm {
  readonly name: string;
  readonly number: string;
  readonly valid: readonly [Dayjs, Dayjs];
  readonly members: number;
  readonly levels: ExpertRow['level'][];
  readonly specialties: string[];
  readonly chairPersonId: string;
}

function AddFiling(props: { organiserId: string; experts: readonly ExpertRow[]; onClose: () => void }) {
  const { organiserId, experts, onClose } = props;
  const register = useCallCommand(registerFiling, [getPool]);
  const [form] = Form.useForm<FilingForm>();
  const specialties = [...new Set(experts.map(({ specialty }) => specialty))];
  const save = (values: FilingForm) => {
    const { valid, ...rest } = values;
    register.mutate(
      { params: { organiserId }, body: { ...rest, filedOn: day(valid[0]), validUntil: day(valid[1]) } },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      open
      title="登记评委会备案"
      okText="登记"
      cancelText="取消"
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={register.isPending}
    >
      <Form form={form} layout="vertical" onFinish={save} initialValues={{ members: 11 }}>
        <Form.Item name="name" label="评委会名称" rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="number" label="备案文号" rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="valid" label="备案日期和有效期（最长三年）" rules={needed}>
          <DatePicker.RangePicker />
        </Form.Item>
        <Form.Item name="members" label="委员人数（单数，副高和正高不少于 11 人）" rules={needed}>
          <InputNumber min={7} max={99} step={2} />
        </Form.Item>
        <Form.Item name="levels" label="评审层级" rules={needed}>
          <Select mode="multiple" options={[...EXPERT_LEVELS]} />
        </Form.Item>
        <Form.Item name="specialties" label="评审专业" rules={needed}>
          <Select mode="tags" options={specialties.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="chairPersonId" label="主任委员" rules={needed}>
          <Select
            showSearch
            optionFilterProp="label"
            options={experts.map(({ personId, name, employer }) => ({
              value: personId,
              label: `${name}（${employer}）`,
            }))}
          />
        </Form.Item>
      </Form>
      <ErrorNote error={register.error} />
    </Modal>
  );
}

function ChangeExpert({ expert, onClose }: { expert: ExpertRow; onClose: () => void }) {
  const renew = useCallCommand(renewExpert, [getPool]);
  const remove = useCallCommand(removeExpert, [getPool]);
  const [term, setTerm] = useState<readonly [Dayjs, Dayjs] | null>(null);
  const [reason, setReason] = useKeptText(`expert-${expert.id}`);
  const done = {
    onSuccess: () => {
      setReason('');
      onClose();
    },
  };
  return (
    <Modal open title={expert.name} footer={null} onCancel={onClose}>
      <div className="zp-stack">
        <label className="zp-field zp-narrow">
          新的聘期（最长三年）
          <DatePicker.RangePicker onChange={(value) => setTerm(value?.[0] && value[1] ? [value[0], value[1]] : null)} />
        </label>
        <Button
          type="primary"
          disabled={term === null}
          loading={renew.isPending}
          onClick={() =>
            term &&
            renew.mutate(
              {
                params: { id: expert.id },
                body: { appointedOn: day(term[0]), termEnds: day(term[1]), version: expert.version },
              },
              done,
            )
          }
        >
          续聘
        </Button>
        <label className="zp-field zp-narrow">
          退出理由
          <Input.TextArea rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <Button
          danger
          disabled={reason.trim() === ''}
          loading={remove.isPending}
          onClick={() => remove.mutate({ params: { id: expert.id }, body: { reason, version: expert.version } }, done)}
        >
          退出专家库
        </Button>
        <ErrorNote error={renew.error ?? remove.error} />
      </div>
    </Modal>
  );
}
