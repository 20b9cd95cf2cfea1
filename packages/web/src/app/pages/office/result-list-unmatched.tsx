import { listUnmatchedResults, type ResultState } from '@zhiping/contract';
import { useState } from 'react';
import { ErrorNote, Loading } from '../../../shared/index.ts';
import { useEndpoint } from '../../call.ts';

/** What becomes of a line, in the words of the preview and of the page of what failed to match. */
export const RESULT_STATE_WORDS = {
  taken: '写入本人档案',
  waiting: '平台上没有已核对身份的这个人；注册并核对后自动对应',
  'name-differs': '证件号码是平台人员的，姓名不同；请核对名单',
  'not-passed': '成绩不合格，不写入档案',
  known: '以前已导入，内容相同',
  unreadable: '没有读入',
} as const satisfies Record<ResultState, string>;

/** Lines of a list that stand in nobody's archive, with why; whose they are the file says. */
export function UnmatchedResults({ listId }: { listId: string }) {
  const [behind, setBehind] = useState<readonly number[]>([]);
  const after = behind.at(-1);
  const { data, error, refetch } = useEndpoint(listUnmatchedResults, {
    params: { id: listId },
    query: { limit: 50, ...(after === undefined ? {} : { after }) },
  });
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { next } = data;
  return (
    <>
      <div className="zp-over">
        <table className="zp-lines">
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">结果</th>
              <th scope="col">原因</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ line, result, state }) => (
              <tr key={line}>
                <td>{line}</td>
                <td>{result}</td>
                <td>{RESULT_STATE_WORDS[state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {behind.length > 0 || next !== null ? (
        <nav className="zp-row" aria-label="没有对应上的行翻页">
          <button
            type="button"
            className="zp-button"
            disabled={behind.length === 0}
            onClick={() => setBehind(behind.slice(0, -1))}
          >
            上一页
          </button>
          <button
            type="button"
            className="zp-button"
            disabled={next === null}
            onClick={() => (next === null ? undefined : setBehind([...behind, next]))}
          >
            下一页
          </button>
        </nav>
      ) : null}
    </>
  );
}
