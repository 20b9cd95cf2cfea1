import { type MeetingResult, publishResult } from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep, Empty, formatDate } from '../../../shared/index.ts';
import { call } from '../../call.ts';
import { Field } from '../../parts/Field.tsx';
import { useCommand } from '../../use-command.ts';

/** The list that will be published and the step that publishes it. */
export function PublishResult(props: { data: MeetingResult; refresh: readonly (readonly unknown[])[] }) {
  const { data } = props;
  const [values, setValues] = useState({
    contact: '',
    phone: '',
    supervisionPhone: '',
    ways: '书面、电话或者网上提交',
  });
  const command = useCommand(
    () =>
      call(publishResult, {
        params: { id: data.meetingId },
        body: { ...values, supervisionPhone: values.supervisionPhone === '' ? null : values.supervisionPhone },
      }),
    props.refresh,
  );
  const set = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value });
  if (data.obstacle !== null) return <Empty title="还不能公示">{data.obstacle}</Empty>;
  const filled = [values.contact, values.phone, values.ways].every((one) => one.trim() !== '');
  return (
    <>
      <section className="zp-card">
        <h2>通过人员（{data.people.length} 人）</h2>
        <ol>
          {data.people.map((person) => (
            <li key={person.applicationId}>
              {person.name}，{person.unit}，{person.specialty}，{person.titleName}
            </li>
          ))}
        </ol>
      </section>
      <section className="zp-card">
        <h2>反映方式</h2>
        <Field label="联系人" value={values.contact} onChange={set('contact')} max={60} />
        <Field label="联系电话" type="tel" value={values.phone} onChange={set('phone')} max={60} />
        <Field
          label="监督电话"
          type="tel"
          required={false}
          value={values.supervisionPhone}
          onChange={set('supervisionPhone')}
          max={60}
        />
        <Field label="反映方式" value={values.ways} onChange={set('ways')} max={300} />
      </section>
      {filled ? (
        <ConfirmStep
          title="公示评审结果"
          effects={[
            `名单在公开页面公示 ${data.workingDays} 个工作日，至${formatDate(data.lastDayIfToday)}，期满撤下。`,
            ...(data.provisional ? ['末日所在年份的放假安排还没有录入，按周末推算，可能变动。'] : []),
            '任何人可以对其中一人提出异议；收到异议的人暂缓，其他人不受影响。',
            '各位申报人可以看到自己的结果。',
          ]}
          touches={`本次操作公示 ${data.people.length} 人。`}
          agree="我已核对名单与计票单一致。"
          button="公示"
          onConfirm={() => command.mutateAsync(undefined)}
        />
      ) : (
        <p className="zp-muted">填好联系人、联系电话和反映方式后，在这里确认公示。</p>
      )}
    </>
  );
}
