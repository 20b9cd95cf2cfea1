import { changeCode, type CodeEntry, listCodes, readCode } from '@zhiping/contract';
import { CODE_TABLE_IDS, CODE_TABLES, type CodeTableId, isCodeTable } from '@zhiping/core';
import { useState } from 'react';
import { Empty, ErrorNote, formatDate, formatInstant, Loading } from '../../../shared/index.ts';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { PageButtons, usePages } from '../../parts/pages.tsx';
import { SearchField } from '../../parts/SearchField.tsx';
import { useToday } from '../../parts/use-today.ts';
import { useCallCommand } from '../../use-command.ts';
import { CodeImports } from './CodeImports.tsx';

type Keeper = (typeof CODE_TABLES)[CodeTableId]['keeper'];

/** 代码表: what holds on a day, the history of each code, changes from a day on, lists imported with their source. */
export function CodeTables({ keeper }: { keeper: Keeper }) {
  const address = useAddressState();
  const own = CODE_TABLE_IDS.filter((table) => CODE_TABLES[table].keeper === keeper);
  const asked = address.get('table') ?? '';
  const table: CodeTableId = isCodeTable(asked) && own.includes(asked) ? asked : (own[0] ?? 'division');
  return (
    <div className="zp-stack">
      <h1>{own.length === 1 ? CODE_TABLES[table].name : '代码表与目录'}</h1>
      {own.length === 1 ? null : (
        <nav className="zp-row" aria-label="代码表">
          {own.map((one) => (
            <button
              key={one}
              type="button"
              className={one === table ? 'zp-button zp-button-main' : 'zp-button'}
              aria-pressed={one === table}
              onClick={() => address.set({ table: one, code: null, search: null })}
            >
              {CODE_TABLES[one].name}
            </button>
          ))}
        </nav>
      )}
      <Entries key={table} table={table} />
      <CodeImports key={`${table}-imports`} table={table} />
    </div>
  );
}

function Entries({ table }: { table: CodeTableId }) {
  const address = useAddressState();
  const [on, setOn] = useState('');
  const [ended, setEnded] = useState(false);
  const [adding, setAdding] = useState(false);
  const search = address.get('search') ?? '';
  const pages = usePages(`${table} ${search} ${on} ${ended}`);
  const query = {
    search,
    ended: ended ? 'yes' : 'no',
    limit: 20,
    ...pages.after,
    ...(on === '' ? {} : { on }),
  } as const;
  const { data, error, refetch } = useEndpoint(listCodes, { params: { table }, query });
  const chosen = address.get('code');
  const name = CODE_TABLES[table].entry;
  return (
    <>
      <section className="zp-card zp-stack" aria-label={CODE_TABLES[table].name}>
        <SearchField key={search} label={`按代码或名称查找${name}`} placeholder="代码的开头，或名称的一部分" />
        <div className="zp-row">
          <Field label="哪一天的内容" type="date" required={false} value={on} onChange={setOn} help="不填就是今天。" />
          <label className="zp-check">
            <input type="checkbox" checked={ended} onChange={(event) => setEnded(event.target.checked)} />
            <span>也列出已停用的</span>
          </label>
        </div>
        <ErrorNote error={error} onRetry={() => void refetch()} />
        {data === undefined && !error ? <Loading /> : null}
        {data?.items.length === 0 ? <Empty title="没有找到">可以在下面增加，或导入一张名单。</Empty> : null}
        {data && data.items.length > 0 ? (
          <div className="zp-over">
            <table className="zp-lines">
              <thead>
                <tr>
                  <th scope="col">代码</th>
                  <th scope="col">名称</th>
                  <th scope="col">上级代码</th>
                  <th scope="col">从哪一天起</th>
                  <th scope="col">状态</th>
                </tr>
              </thead>
              <tbody>
                {data.items.map((one) => (
                  <tr key={one.code}>
                    <td className="zp-nowrap">
                      <button
                        type="button"
                        className="zp-link"
                        aria-pressed={one.code === chosen}
                        onClick={() => address.set({ code: one.code })}
                      >
                        {one.code}
                      </button>
                    </td>
                    <td>{one.name}</td>
                    <td className="zp-nowrap">{one.parentCode ?? ''}</td>
                    <td className="zp-nowrap">{formatDate(one.validFrom)}</td>
                    <td className="zp-nowrap">{stateOf(one)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ) : null}
        <div className="zp-row">
          <PageButtons pages={pages} next={data?.next} />
          <button
            type="button"
            className="zp-button"
            onClick={() => {
              address.set({ code: null });
              setAdding(true);
            }}
          >
            增加{name}
          </button>
        </div>
      </section>
      {chosen !== null ? <History key={chosen} table={table} code={chosen} /> : null}
      {adding && chosen === null ? <Change table={table} from={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

const stateOf = ({ ended, successorCode }: CodeEntry): string =>
  ended ? `停用${successorCode === null ? '' : `，由 ${successorCode} 承接`}` : '在用';

function History({ table, code }: { table: CodeTableId; code: string }) {
  const { data, error, refetch } = useEndpoint(readCode, { params: { table }, query: { code } });
  const [changing, setChanging] = useState(false);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <section className="zp-card zp-stack" aria-label={`${code}的历史`}>
      <h2>
        {code} {data.entry?.name ?? data.history[0]?.name ?? ''}
      </h2>
      <div className="zp-over">
        <table className="zp-lines">
          <thead>
            <tr>
              <th scope="col">从哪一天起</th>
              <th scope="col">名称</th>
              <th scope="col">状态</th>
              <th scope="col">依据</th>
              <th scope="col">理由</th>
              <th scope="col">谁、什么时候登记</th>
            </tr>
          </thead>
          <tbody>
            {data.history.map((one) => (
              <tr key={one.id}>
                <td className="zp-nowrap">{formatDate(one.validFrom)}</td>
                <td>{one.name}</td>
                <td>{stateOf(one)}</td>
                <td>{one.source}</td>
                <td>{one.reason}</td>
                <td>
                  {one.changedBy ?? '平台'}，{formatInstant(one.changedAt)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changing ? (
        <Change table={table} from={data.history[0] ?? null} onClose={() => setChanging(false)} />
      ) : (
        <div className="zp-row">
          <button type="button" className="zp-button" onClick={() => setChanging(true)}>
            更名、停用或恢复
          </button>
        </div>
      )}
    </section>
  );
}

function Change(props: { table: CodeTableId; from: CodeEntry | null; onClose: () => void }) {
  const { table, from } = props;
  const today = useToday();
  const change = useCallCommand(changeCode, [listCodes, readCode]);
  const [values, setValues] = useState({
    code: from?.code ?? '',
    name: from?.name ?? '',
    parentCode: from?.parentCode ?? '',
    validFrom: '',
    state: from?.ended === true ? 'ended' : 'in-force',
    successorCode: from?.successorCode ?? '',
    source: '',
    reason: '',
  });
  const set = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value });
  const ended = values.state === 'ended';
  return (
    <form
      className="zp-card zp-stack"
      aria-label={from === null ? '增加' : `修改${from.code}`}
      onSubmit={(event) => {
        event.preventDefault();
        const { code, name, source, reason } = values;
        change.mutate(
          {
            params: { table },
            body: {
              code,
              name,
              parentCode: values.parentCode.trim() === '' ? null : values.parentCode,
              validFrom: values.validFrom === '' ? today : values.validFrom,
              ended,
              successorCode: ended && values.successorCode.trim() !== '' ? values.successorCode : null,
              source,
              reason,
            },
          },
          { onSuccess: props.onClose },
        );
      }}
    >
      <h2>{from === null ? `增加${CODE_TABLES[table].entry}` : '更名、停用或恢复'}</h2>
      {from === null ? (
        <Field label="代码" value={values.code} onChange={set('code')} max={60} help={CODE_TABLES[table].form} />
      ) : null}
      <Field label="名称" value={values.name} onChange={set('name')} max={100} />
      <Field label="上级代码" value={values.parentCode} onChange={set('parentCode')} max={60} required={false} />
      <Choice
        label="状态"
        value={values.state}
        onChange={set('state')}
        options={[
          { value: 'in-force', label: '在用' },
          { value: 'ended', label: '停用' },
        ]}
      />
      {ended ? (
        <Field
          label="承接代码"
          value={values.successorCode}
          onChange={set('successorCode')}
          max={60}
          required={false}
          help="有承接的填写。"
        />
      ) : null}
      <Field
        label="从哪一天起"
        type="date"
        value={values.validFrom === '' ? today : values.validFrom}
        onChange={set('validFrom')}
        help="这一天以前仍是原来的内容。"
      />
      <Field label="依据" value={values.source} onChange={set('source')} max={200} help="文件名称和文号。" />
      <Field label="理由" value={values.reason} onChange={set('reason')} max={300} />
      <ErrorNote error={change.error} />
      <div className="zp-row">
        <button type="submit" className="zp-button zp-button-main" disabled={change.isPending || values.state === ''}>
          登记
        </button>
        <button type="button" className="zp-button" onClick={props.onClose}>
          返回
        </button>
      </div>
    </form>
  );
}
