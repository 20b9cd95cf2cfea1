import { listPaper, PAPER_LISTS, type PaperLine } from '@zhiping/contract';
import { Link } from '@tanstack/react-router';
import { Deadline, Empty, ErrorNote, Loading, SplitView } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { PaperDesk } from './paper-desk.tsx';

const NAMES: Readonly<Record<(typeof PAPER_LISTS)[number], string>> = {
  expected: '还没有送到',
  late: '逾期',
  partial: '不齐或有问题',
  complete: '已收齐',
  returned: '已退卷',
};

/** 收卷: what has not come, what is late, what came and is wanting, where it lies, what went back. */
export default function Paper() {
  const address = useAddressState();
  const list = PAPER_LISTS.find((one) => one === address.get('list')) ?? 'expected';
  const after = address.get('after');
  const { data, error, refetch } = useEndpoint(listPaper, {
    query: { list, limit: 50, ...(after === null ? {} : { after }) },
  });
  const items = data?.items ?? [];
  // A scanned label opens its case whatever the list shows.
  const selected = address.get('id') ?? items[0]?.id ?? null;
  return (
    <>
      <h1>收卷</h1>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? (
        <Loading />
      ) : (
        <SplitView
          title={NAMES[list]}
          items={items}
          selected={selected}
          onSelect={(id) => address.set({ id, mark: null })}
          filters={
            <>
              <label className="zp-field">
                <span className="zp-field-label">清单</span>
                <select
                  className="zp-input"
                  value={list}
                  onChange={(event) => address.set({ list: event.target.value, id: null, after: null, mark: null })}
                >
                  {PAPER_LISTS.map((one) => (
                    <option key={one} value={one}>
                      {NAMES[one]}
                    </option>
                  ))}
                </select>
              </label>
              <div className="zp-row">
                {data.next === null ? null : (
                  <button
                    type="button"
                    className="zp-button"
                    onClick={() => address.set({ after: data.next, id: null })}
                  >
                    下一页
                  </button>
                )}
                {items.length === 0 ? null : (
                  <Link className="zp-button" to={`/office/paper/labels?list=${list}`}>
                    打印本页标签
                  </Link>
                )}
              </div>
            </>
          }
          entry={(line) => <Entry line={line} />}
          empty={<Empty title={`没有“${NAMES[list]}”的`}>到了报送纸质材料环节的申报列在这里。</Empty>}
          detail={selected === null ? null : <PaperDesk key={selected} id={selected} mark={address.get('mark')} />}
        />
      )}
    </>
  );
}

function Entry({ line }: { line: PaperLine }) {
  return (
    <>
      <strong>{line.applicantName}</strong>
      <span className="zp-muted">{line.unitName}</span>
      <span className="zp-small">
        {line.number}
        {line.late ? (
          '，已逾期'
        ) : line.until === null ? (
          ''
        ) : (
          <>
            ，<Deadline until={line.until.at} />
          </>
        )}
        {line.lacks > 0 ? `，${line.lacks} 项不齐` : ''}
        {line.storage === '' ? '' : `，${line.storage}`}
      </span>
    </>
  );
}
