import { type ApplicationPublicity, startPublicity } from '@zhiping/contract';
import { useState } from 'react';
import { ConfirmStep, formatDate, formatMonth, formatMonths, StatusLine } from '../../../shared/index.ts';
import { call } from '../../call.ts';
import { Facts, Field } from '../../parts/Field.tsx';
import { useCommand } from '../../use-command.ts';

/** What will be posted, the few things only the unit knows, and the step that makes it public. */
export function StartPublicity(props: { data: ApplicationPublicity; refresh: readonly (readonly unknown[])[] }) {
  const { data } = props;
  const [values, setValues] = useState({
    startsOn: '',
    approvingMeeting: data.approvingMeeting ?? '',
    contact: '',
    phone: '',
    ways: '电话、信函、来访',
  });
  const command = useCommand(
    () =>
      call(startPublicity, {
        params: { id: data.applicationId },
        body: { ...values, startsOn: values.startsOn === '' ? null : values.startsOn },
      }),
    props.refresh,
  );
  const set = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value });
  const ready = data.missing.length === 0 && data.person !== null;
  const filled = [values.approvingMeeting, values.contact, values.phone, values.ways].every((one) => one.trim() !== '');
  return (
    <>
      <StatusLine
        waiting={{
          why: ready ? `请公示不少于 ${data.workingDays} 个工作日。` : '补齐下列内容后才能公示。',
          who: '本单位',
          until: null,
          yours: true,
        }}
      />
      {data.missing.length === 0 ? null : (
        <ul>
          {data.missing.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <Preview data={data} />
      <section className="zp-card">
        <h2>由单位填写</h2>
        <Field
          label="审议通过的会议"
          value={values.approvingMeeting}
          onChange={set('approvingMeeting')}
          max={100}
          help="如总经理办公会议。"
        />
        <Field label="联系人" value={values.contact} onChange={set('contact')} max={60} />
        <Field label="联系电话" type="tel" value={values.phone} onChange={set('phone')} max={60} />
        <Field label="反映方式" value={values.ways} onChange={set('ways')} />
        <Field
          label="开始日期"
          type="date"
          required={false}
          value={values.startsOn}
          onChange={set('startsOn')}
          help={`不填即今天开始，末日为${formatDate(data.lastDayIfToday)}。${data.provisional ? '当年放假安排还没有录入，按周末推算，可能变动。' : ''}`}
        />
      </section>
      {ready && filled ? (
        <ConfirmStep
          title="开始公示"
          effects={[
            '按模板生成公示文件，请打印、盖章并张贴在醒目位置。',
            '公示内容在平台公开页面显示，任何人可以提出异议，期满撤下。',
            '公示期不能提前结束。',
          ]}
          touches={`本次操作公示 1 人、${data.achievements.length} 项业绩。`}
          agree="我已核对公示内容，与申报材料一致。"
          button="开始公示"
          onConfirm={() => command.mutateAsync(undefined)}
        />
      ) : (
        <p className="zp-muted">内容补齐、由单位填写的各项填好后，在这里开始公示。</p>
      )}
    </>
  );
}

function Preview({ data }: { data: ApplicationPublicity }) {
  const { person } = data;
  return (
    <section className="zp-card">
      <h2>将要公示的内容</h2>
      {person === null ? null : (
        <Facts
          of={[
            ['姓名', `${person.name}，${person.sex}，${formatMonth(person.bornIn)}出生`],
            ['学历学位', person.education],
            [
              '现资格',
              person.currentTitle +
                (person.currentTitleSince === null ? '' : `（${formatMonth(person.currentTitleSince)}取得）`),
            ],
            ['工作岗位', person.post],
            ['拟申报', `${data.specialty} ${data.titleName}`],
          ]}
        />
      )}
      <div className="zp-over">
        <table className="zp-lines">
          <thead>
            <tr>
              <th scope="col">业绩成果名称和类别</th>
              <th scope="col">起止时间</th>
              <th scope="col">主要内容及本人角色</th>
            </tr>
          </thead>
          <tbody>
            {data.achievements.map((item) => (
              <tr key={item.rowId}>
                <td>
                  {item.name}
                  <br />
                  <span className="zp-muted zp-small">{item.category}</span>
                </td>
                <td>{formatMonths(item.startedIn, item.endedIn)}</td>
                <td>
                  {item.content}（{item.role}）
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
