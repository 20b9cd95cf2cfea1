import { listResultLists, type ResultList } from '@zhiping/contract';
import { kindSpec } from '@zhiping/core';
import { Empty, ErrorNote, formatDate, formatInstant, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';
import { Facts } from '../../parts/Field.tsx';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { useMe } from '../../session.ts';
import { ResultListImport } from './result-list-import.tsx';
import { UnmatchedResults } from './result-list-unmatched.tsx';

/** 考试成绩名单: lists that prove examination results in the archives of the people they name. */
export default function ResultLists() {
  const me = useMe();
  const organiserId = me.data?.relations.find(({ relation }) => relation === 'office')?.organiserId ?? null;
  return (
    <div className="zp-stack">
      <h1>考试成绩名单</h1>
      <p className="zp-prose">
        导入考试主管部门公布的成绩或职业资格名单，按证件号码与平台人员对应，写入本人档案，不须单位再核验。名单中的号码和姓名不保存；以后注册的人核对身份后自动对应。
      </p>
      {organiserId === null ? (
        <Loading />
      ) : (
        <>
          <ResultListImport organiserId={organiserId} />
          <Lists organiserId={organiserId} />
        </>
      )}
    </div>
  );
}

function Lists({ organiserId }: { organiserId: string }) {
  const pages = usePages();
  const { data, error, refetch } = useEndpoint(listResultLists, {
    params: { organiserId },
    query: { limit: 10, ...pages.after },
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <section className="zp-stack" aria-label="导入过的名单">
      <h2>导入过的名单</h2>
      {data.items.length === 0 ? <Empty title="还没有导入名单">选择文件并预览，核对后导入。</Empty> : null}
      {data.items.map((list) => (
        <List key={list.id} list={list} />
      ))}
      <PageButtons pages={pages} next={data.next} />
    </section>
  );
}

function List({ list }: { list: ResultList }) {
  const unmatched = list.waiting + list.nameDiffers + list.notPassed;
  return (
    <section className="zp-card zp-stack" aria-label={list.fileName}>
      <h3>
        {list.source}：{kindSpec(list.kind).label}
      </h3>
      <Facts
        of={[
          ['公布日期', formatDate(list.publishedOn)],
          ['文件', list.fileName],
          ['导入', `${formatInstant(list.importedAt)}，${list.importedBy ?? '平台'}`],
          ['新增或更正', `${list.added} 行；与以前相同 ${list.unchanged} 行`],
          ['已写入档案', `${list.taken} 人次`],
        ]}
      />
      {unmatched > 0 ? (
        <details>
          <summary>没有对应上的 {unmatched} 行</summary>
          <UnmatchedResults listId={list.id} />
        </details>
      ) : null}
      {list.failures.length > 0 ? (
        <details>
          <summary>没有读入的 {list.failures.length} 行</summary>
          <ul>
            {list.failures.map(({ line, problem }) => (
              <li key={line}>
                第 {line} 行：{problem}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
