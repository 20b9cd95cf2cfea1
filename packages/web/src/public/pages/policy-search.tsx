import type { SearchHit } from '@zhiping/contract';
import { useId, useState } from 'react';
import { api } from '../../shared/api.ts';
import { Empty } from '../../shared/ui/Empty.tsx';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { type LibraryItem, listLibrary } from '../policies.ts';
import { clauseAddress } from '../policy/clause-address.ts';
import { Marked } from '../policy/Marked.tsx';
import { PolicySearchForm } from '../policy/PolicySearchForm.tsx';
import { go, Link, useAddress } from '../router.tsx';
import { useLoaded } from '../use-loaded.ts';
import '../policy/policy.css';

interface Found {
  readonly items: readonly SearchHit[];
  readonly total: number;
  readonly words: readonly string[];
}
const search = (query: string): Promise<Found | null> =>
  query === '' ? Promise.resolve(null) : api.get<Found>(`/api/policy-search?${query}`);

const KINDS = {
  condition: '条件',
  counting: '业绩怎样计算',
  definition: '词语定义',
  outside: '包外规定',
  plan: '年度计划',
  question: '问答',
  reading: '解读',
  specialty: '评审专业',
} as const;

/** 查找条款: what of the published documents fits, with document, level, label and the words marked. */
export default function PolicySearch() {
  const address = new URLSearchParams(useAddress().split('?')[1] ?? '');
  const q = address.get('q')?.trim() ?? '';
  const pack = address.get('pack') ?? '';
  const level = address.get('level') ?? '';
  const query =
    q === '' ? '' : new URLSearchParams({ q, ...(pack ? { pack } : {}), ...(level ? { level } : {}) }).toString();
  const found = useLoaded(search, query);
  const library = useLoaded(listLibrary, 'library');
  const items = library.kind === 'ready' ? library.value : [];
  const narrow = (name: 'pack' | 'level', value: string) => {
    const next = new URLSearchParams(address);
    if (value === '') next.delete(name);
    else next.set(name, value);
    go(`/policy-search?${next.toString()}`);
  };
  return (
    <div className="zp-page">
      <p className="zp-small">
        <Link href="/policies">政策库</Link>
      </p>
      <h1>查找条款</h1>
      <PolicySearchForm key={q} question={q} more={{ ...(pack ? { pack } : {}), ...(level ? { level } : {}) }} />
      <div className="zp-row zp-narrow">
        <Narrow
          label="文件"
          value={pack}
          onChange={(value) => narrow('pack', value)}
          options={items.map((item) => [item.pack, item.name])}
        />
        <Narrow label="层级" value={level} onChange={(value) => narrow('level', value)} options={levelsOf(items)} />
      </div>
      {found.kind === 'loading' ? <Loading what="正在查找" /> : null}
      {found.kind === 'failed' ? <ErrorNote error={found.error} onRetry={found.again} /> : null}
      {found.kind === 'ready' ? <Results key={query} q={q} found={found.value} /> : null}
    </div>
  );
}

/** What is shown before more is asked for. */
const FIRST = 20;

function Results({ q, found }: { q: string; found: Found | null }) {
  const [all, setAll] = useState(false);
  if (found === null) return <p>写下要找的词，如“论文”“破格”“继续教育”；同一意思的说法也能找到。也可以写条款编号。</p>;
  if (found.items.length === 0) {
    return (
      <Empty title={`没有找到“${q}”`}>
        换一个说法或少写几个字再试；也可以到<Link href="/policies">政策库</Link>按文件翻看。
      </Empty>
    );
  }
  return (
    <section aria-label="查找结果">
      <p role="status" className="zp-muted">
        找到 {found.total} 条{found.total > found.items.length ? `，列出最接近的 ${found.items.length} 条` : ''}
      </p>
      <ol className="zp-list zp-hits">
        {found.items.slice(0, all ? undefined : FIRST).map((hit) => (
          <li key={`${hit.pack} ${hit.anchor}`} className="zp-hit">
            <h2>
              <Link href={clauseAddress(hit.pack, hit.anchor)}>
                {hit.label ? <span className="zp-label">{hit.label}</span> : null}
                <Marked text={hit.text} words={found.words} />
              </Link>
            </h2>
            <p className="zp-small zp-muted">
              {hit.policy}　{KINDS[hit.kind]}
              {hit.context && hit.context !== KINDS[hit.kind] ? `　${hit.context}` : ''}
            </p>
          </li>
        ))}
      </ol>
      {!all && found.items.length > FIRST ? (
        <button type="button" className="zp-button" onClick={() => setAll(true)}>
          再列出 {found.items.length - FIRST} 条
        </button>
      ) : null}
    </section>
  );
}

/** Levels by their ids with the names the documents give them. */
function levelsOf(items: readonly LibraryItem[]): readonly (readonly [string, string])[] {
  const names = new Map(items.flatMap(({ card }) => card.levels.map(({ level, name }) => [level, name] as const)));
  return ['technician', 'assistant', 'engineer', 'senior', 'full-senior'].flatMap((level) => {
    const name = names.get(level);
    return name === undefined ? [] : [[level, name] as const];
  });
}

function Narrow(props: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="zp-narrow-choice">
      <label htmlFor={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        <option value="">全部</option>
        {props.options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
