import type { PublicPublicity } from '@zhiping/contract';
import { useState } from 'react';
import { formatDate, formatMonth, formatMonths } from '../../shared/text/dates.ts';
import { Deadline } from '../../shared/ui/Deadline.tsx';
import { Empty } from '../../shared/ui/Empty.tsx';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { problemFrom } from '../../shared/api.ts';
import { Link } from '../router.tsx';
import type { PublicPageProps } from '../routes.ts';
import { useRead } from '../use-read.ts';
import { ObjectionForm } from './objection-form.tsx';
import './publicity.css';

/** One publicity with the form to object: only what the template allows to be public. */
export default function Publicity({ params }: PublicPageProps) {
  const token = params['token'] ?? '';
  const { data, error, again } = useRead<PublicPublicity>(`/api/publicities/${encodeURIComponent(token)}`);
  const [place, setPlace] = useState<number | null>(null);
  if (error !== null && problemFrom(error).code === 'NOT_FOUND')
    return (
      <div className="zp-page">
        <Empty title="这份公示已经撤下" action={<Link href="/publicity">查看正在公示的内容</Link>}>
          公示期满或者被认定无效后，公示内容不再公开。
        </Empty>
      </div>
    );
  if (data === null)
    return (
      <div className="zp-page">
        <ErrorNote error={error} onRetry={again} />
        {error === null ? <Loading /> : null}
      </div>
    );
  return (
    <div className="zp-page">
      <article className="zp-card zp-publicity">
        <h1>{data.title}</h1>
        <p className="zp-muted">
          {data.by}，{formatDate(data.startsOn)}起公示 {data.workingDays} 个工作日，至 <Deadline until={data.endsAt} />
        </p>
        {data.unit === null ? null : <OfUnit unit={data.unit} />}
        {data.list === null ? null : <OfResults list={data.list} chosen={place} onChoose={setPlace} />}
        <h2>反映方式</h2>
        <p>
          可以{data.ways}等方式反映，也可以在本页下方提交。联系人：{data.contact}，电话：{data.phone}
          {data.supervisionPhone === null ? '' : `；监督电话：${data.supervisionPhone}`}。
        </p>
        <p>
          <a href={`/api/publicities/${encodeURIComponent(data.token)}/notice`} target="_blank" rel="noreferrer">
            查看公示文件（PDF）
          </a>
        </p>
      </article>
      <ObjectionForm publicity={data} place={place} onPlace={setPlace} />
    </div>
  );
}

function OfUnit({ unit }: { unit: NonNullable<PublicPublicity['unit']> }) {
  const { person } = unit;
  const facts: readonly (readonly [string, string])[] = [
    ['姓名', person.name],
    ['性别', person.sex],
    ['出生年月', formatMonth(person.bornIn)],
    ['学历学位', person.education],
    [
      '现专业技术资格',
      person.currentTitle +
        (person.currentTitleSince === null ? '' : `（${formatMonth(person.currentTitleSince)}取得）`),
    ],
    ['工作岗位', person.post],
    ['拟申报', `${unit.year}年 ${unit.specialty}专业 ${unit.titleName}`],
    ['审议会议', unit.approvingMeeting],
  ];
  return (
    <>
      <h2>一、个人基本情况</h2>
      <dl className="zp-facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>二、主要业绩情况</h2>
      <div className="zp-wide">
        <table className="zp-table">
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">业绩成果名称</th>
              <th scope="col">完成起止时间</th>
              <th scope="col">主要内容及本人角色</th>
              <th scope="col">类别</th>
            </tr>
          </thead>
          <tbody>
            {unit.achievements.map((item, index) => (
              <tr key={item.rowId}>
                <td data-label="序号">{index + 1}</td>
                <td data-label="业绩成果名称">{item.name}</td>
                <td data-label="完成起止时间">{formatMonths(item.startedIn, item.endedIn)}</td>
                <td data-label="主要内容及本人角色">
                  {item.content}（{item.role}）
                </td>
                <td data-label="类别">{item.category}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function OfResults(props: {
  list: NonNullable<PublicPublicity['list']>;
  chosen: number | null;
  onChoose: (place: number) => void;
}) {
  return (
    <>
      <h2>评审通过人员（{props.list.length} 人）</h2>
      <div className="zp-wide">
        <table className="zp-table">
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">姓名</th>
              <th scope="col">工作单位</th>
              <th scope="col">专业</th>
              <th scope="col">资格名称</th>
              <th scope="col">异议</th>
            </tr>
          </thead>
          <tbody>
            {props.list.map((person) => (
              <tr key={person.place}>
                <td data-label="序号">{person.place}</td>
                <td data-label="姓名">{person.name}</td>
                <td data-label="工作单位">{person.unit}</td>
                <td data-label="专业">{person.specialty}</td>
                <td data-label="资格名称">{person.titleName}</td>
                <td data-label="异议">
                  <a
                    href="#objection"
                    aria-label={`对${person.name}的结果提出异议`}
                    aria-current={props.chosen === person.place}
                    onClick={() => props.onChoose(person.place)}
                  >
                    提出异议
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
