import { useId } from 'react';
import type { StandardPack } from '@zhiping/standard';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { Empty } from '../../shared/ui/Empty.tsx';
import { contentOf, type LibraryItem, listLibrary, versionsOf } from '../policies.ts';
import { ChangeList } from '../policy/ChangeList.tsx';
import { SideBySide } from '../policy/SideBySide.tsx';
import { go, Link, useAddress } from '../router.tsx';
import { useLoaded } from '../use-loaded.ts';
import '../policy/policy.css';
import '../policy/compare.css';

interface Side {
  readonly pack: StandardPack;
  readonly number: number;
}
interface Found {
  readonly left: Side | null;
  readonly right: Side | null;
}

/** `reference` is `pack` for the version in use or `pack@number`. */
async function sideOf(reference: string): Promise<Side | null> {
  const [pack = '', number = ''] = reference.split('@');
  if (pack === '') return null;
  const versions = await versionsOf(pack);
  const version = number === '' ? versions[0] : versions.find((one) => String(one.number) === number);
  return version?.kind === 'standard'
    ? { pack: await contentOf<StandardPack>(version.hash), number: version.number }
    : null;
}

async function load(key: string): Promise<Found> {
  const [left = '', right = ''] = key.split(' ');
  const [first, second] = await Promise.all([sideOf(left), sideOf(right)]);
  return { left: first, right: second };
}

/** 比较: two standards of any provinces by level and condition, or two versions of one, side by side. */
export default function PolicyCompare() {
  const address = new URLSearchParams(useAddress().split('?')[1] ?? '');
  const left = address.get('left') ?? '';
  const right = address.get('right') ?? '';
  const library = useLoaded(listLibrary, 'library');
  const found = useLoaded(load, `${left} ${right}`);
  const choose = (name: string, value: string) => {
    const next = new URLSearchParams(address);
    next.set(name, value);
    go(`/policy-compare?${next.toString()}`, { stay: true });
  };
  const standards = library.kind === 'ready' ? library.value.filter(({ kind }) => kind === 'standard') : [];
  const sides = found.kind === 'ready' ? found.value : null;
  const versions = sides?.left && sides.right && sides.left.pack.id === sides.right.pack.id;
  return (
    <div className="zp-page">
      <p className="zp-small">
        <Link href="/policies">政策库</Link>
      </p>
      <h1>比较</h1>
      <p className="zp-prose zp-muted">
        各省的条件用同一套词表示，所以可以按层级、逐项并列。箭头指向要求更严的一边；不能直接比较的，两边的说法都列出来。
      </p>
      <div className="zp-compare-choose">
        <Choose label="左边" value={left} standards={standards} onChange={(value) => choose('left', value)} />
        <Choose label="右边" value={right} standards={standards} onChange={(value) => choose('right', value)} />
      </div>
      {found.kind === 'loading' || library.kind === 'loading' ? <Loading /> : null}
      {found.kind === 'failed' ? <ErrorNote error={found.error} onRetry={found.again} /> : null}
      {sides && !(sides.left && sides.right) ? (
        <Empty title="请选两个标准">选好左右两边，这里按层级逐项列出差别。</Empty>
      ) : null}
      {sides?.left && sides.right && versions ? <ChangeList left={sides.left} right={sides.right} /> : null}
      {sides?.left && sides.right && !versions ? (
        <SideBySide
          left={sides.left.pack}
          right={sides.right.pack}
          level={address.get('level')}
          leftRoute={address.get('leftRoute')}
          rightRoute={address.get('rightRoute')}
          onChoose={choose}
        />
      ) : null}
    </div>
  );
}

function Choose(props: {
  label: string;
  value: string;
  standards: readonly LibraryItem[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  const { label, value, standards, onChange } = props;
  const [pack = '', number = ''] = value.split('@');
  return (
    <div className="zp-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">请选择</option>
        {number !== '' && standards.some((one) => one.pack === pack) ? (
          <option value={value}>
            {standards.find((one) => one.pack === pack)?.name}，第 {number} 版
          </option>
        ) : null}
        {standards.map((standard) => (
          <option key={standard.pack} value={standard.pack}>
            {standard.name}
          </option>
        ))}
      </select>
    </div>
  );
}
