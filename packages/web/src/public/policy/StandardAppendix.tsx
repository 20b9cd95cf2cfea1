import type { StandardPack } from '@zhiping/standard';
import type { ReactNode } from 'react';
import { Link } from '../router.tsx';
import { clauseAddress } from './clause-address.ts';
import { isWanted, useReadingAids } from './reading-aids.ts';

/** What holds for all levels: specialties, counting rules, definitions, texts delegated to, readings. */
export function StandardAppendix({ pack }: { pack: StandardPack }) {
  return (
    <>
      {pack.specialties.length > 0 ? (
        <Part id="specialties" of={pack.specialties.length} title="评审专业">
          {pack.specialties.map((one) => (
            <Entry key={one.id} anchor={`specialty-${one.id}`} label={one.label}>
              <strong>{one.name}</strong>：{one.text}
            </Entry>
          ))}
        </Part>
      ) : null}
      {pack.counting.length > 0 ? (
        <Part id="counting" of={pack.counting.length} title="业绩怎样计算">
          {pack.counting.map((rule) => (
            <Entry key={rule.id} anchor={`counting-${rule.id}`} label={rule.label}>
              {rule.text}
            </Entry>
          ))}
        </Part>
      ) : null}
      {pack.definitions.length > 0 ? (
        <Part id="definitions" of={pack.definitions.length} title="词语定义">
          {pack.definitions.map((one) => (
            <Entry key={one.id} anchor={`definition-${one.id}`} label={one.label}>
              <strong>{one.word}</strong>：{one.text}
            </Entry>
          ))}
        </Part>
      ) : null}
      {pack.outside.length > 0 ? (
        <Part
          id="outside"
          of={pack.outside.length}
          title="包外规定"
          lead="本标准交由这些文件规定的事，平台不作判断，由审核人按文件核定。"
        >
          {pack.outside.map((one) => (
            <Entry key={one.id} anchor={`outside-${one.id}`} label="">
              <strong>{one.document}</strong>
              {one.note ? `：${one.note}` : ''}
            </Entry>
          ))}
        </Part>
      ) : null}
      <Part
        id="readings"
        of={pack.readings.length}
        title="解读"
        lead="文件的文字可作几种理解时，平台所取的理解和理由。改用另一种理解即成为新的版本。"
      >
        {pack.readings.map((reading) => (
          <Entry key={reading.id} anchor={`reading-${reading.id}`} label={reading.label}>
            <strong>{reading.question}</strong>
            <p>
              <strong>取：</strong>
              {reading.meanings[reading.chosen] ?? reading.chosen}
            </p>
            {Object.keys(reading.meanings).length > 1 ? (
              <p>
                <strong>不取：</strong>
                {Object.entries(reading.meanings)
                  .filter(([id]) => id !== reading.chosen)
                  .map(([, meaning]) => meaning)
                  .join('；')}
              </p>
            ) : null}
            <p className="zp-muted">理由：{reading.because}</p>
          </Entry>
        ))}
      </Part>
    </>
  );
}

/** Folded until asked for: a standard may have a hundred readings. Open where the clause asked for is inside. */
function Part(props: { id: string; title: string; of: number; lead?: string; children: ReactNode }) {
  const { id, title, of, lead, children } = props;
  const { wanted } = useReadingAids();
  const holds = wanted?.startsWith(`${PREFIXES[id] ?? id}-`) === true;
  return (
    <section id={id} className="zp-card" aria-label={title}>
      <details className="zp-fold" open={holds}>
        <summary>
          <h2>{title}</h2> <span className="zp-muted">{of} 条</span>
        </summary>
        {lead ? <p className="zp-muted">{lead}</p> : null}
        <ul className="zp-list">{children}</ul>
      </details>
    </section>
  );
}

/** How the addresses of a part's entries begin. */
const PREFIXES: Readonly<Record<string, string>> = {
  specialties: 'specialty',
  definitions: 'definition',
  readings: 'reading',
};

/** One entry with its lasting address and, where attached, the official sentence. */
function Entry({ anchor, label, children }: { anchor: string; label: string; children: ReactNode }) {
  const { pack, official, wanted } = useReadingAids();
  const sentence = anchor.startsWith('reading-') ? undefined : official[label];
  return (
    <li
      id={anchor}
      data-clause={anchor}
      className={isWanted({ id: anchor, label: '' }, wanted) ? 'zp-entry zp-clause-wanted' : 'zp-entry'}
    >
      {label ? (
        <Link className="zp-label" href={clauseAddress(pack.id, anchor)} aria-label={`${label}，这一条的链接`}>
          {label}
        </Link>
      ) : null}
      {children}
      {sentence ? <blockquote className="zp-official">{sentence}</blockquote> : null}
    </li>
  );
}
