import { createMeeting, getPool, listMeetings } from '@zhiping/contract';
import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { Empty, ErrorNote, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { MeetingList } from '../../meeting/MeetingList.tsx';
import { useCallCommand } from '../../use-command.ts';
import { useMe } from '../../session.ts';

/** 会议: all meetings of the office, and a new one. */
export default function MeetingsPage() {
  const me = useMe();
  const organiserId = me.data?.relations.find(({ relation }) => relation === 'office')?.organiserId ?? null;
  const [creating, setCreating] = useState(false);
  return (
    <div className="zp-stack">
      <div className="zp-row" style={{ justifyContent: 'space-between' }}>
        <h1>评审会议</h1>
        <Button type="primary" onClick={() => setCreating(true)}>
          建立会议
        </Button>
      </div>
      {creating && organiserId !== null ? (
        <Create organiserId={organiserId} onClose={() => setCreating(false)} />
      ) : null}
      <MeetingList base="/office/meetings" empty="建立会议后，把等待上会的申报编入，再抽取专家。" />
    </div>
  );
}

interface MeetingForm {
  readonly title: string;
  readonly filingId: string;
  readonly heldOn: Dayjs;
  readonly venue: string;
  readonly blind: boolean;
}
const needed = [{ required: true, message: '请填写' }];

function Create({ organiserId, onClose }: { organiserId: string; onClose: () => void }) {
  const pool = useEndpoint(getPool, { params: { organiserId } });
  const create = useCallCommand(createMeeting, [listMeetings]);
  const navigate = useNavigate();
  if (pool.error) return <ErrorNote error={pool.error} />;
  if (!pool.data) return <Loading />;
  if (pool.data.filings.length === 0) {
    return <Empty title="还没有评委会备案">请先在“专家库”登记评委会的核准备案，再建立会议。</Empty>;
  }
  const save = (values: MeetingForm) =>
    create.mutate(
      { params: { organiserId }, body: { ...values, heldOn: values.heldOn.format('YYYY-MM-DD') } },
      { onSuccess: ({ id }) => void navigate({ to: `/office/meetings/${id}` }) },
    );
  return (
    <section className="zp-card" aria-label="建立会议">
      <h2>建立会议</h2>
      <Form<MeetingForm> layout="vertical" onFinish={save} initialValues={{ blind: true }}>
        <Form.Item name="title" label="会议名称" rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="filingId" label="评委会" rules={needed}>
          <Select
            options={pool.data.filings.map((filing) => ({
              value: filing.id,
              label: `${filing.name}，${filing.members} 人，有效期至 ${filing.validUntil}`,
              disabled: !filing.valid,
            }))}
          />
        </Form.Item>
        <Form.Item name="heldOn" label="开会日期" rules={needed}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="venue" label="地点" rules={needed}>
          <Input />
        </Form.Item>
        <Form.Item name="blind" valuePropName="checked">
          <Checkbox>案卷隐去申报人姓名、单位和证件号码</Checkbox>
        </Form.Item>
        <ErrorNote error={create.error} />
        <div className="zp-row">
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            建立
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </Form>
    </section>
  );
}
