import type { Node, StandardPack } from '@zhiping/standard';
import { partsOf } from '@zhiping/standard/language/node';
import { Link } from '../router.tsx';
import { clauseAddress } from './clause-address.ts';
import { DefinedText } from './DefinedText.tsx';
import { isWanted, useReadingAids } from './reading-aids.ts';
import { ReadingsOf } from './ReadingsOf.tsx';

/** How the parts of a condition are joined, said before them. */
function joining(node: Node): string | null {
  if (node.kind === 'all') return '同时符合：';
  if (node.kind === 'any') return '符合之一：';
  if (node.kind === 'atLeast') return `至少符合 ${node.n} 项：`;
  if (node.kind === 'not') return '不得有：';
  return partsOf(node).length > 0 ? '其中：' : null;
}

/** What a leaf asks, where its own words do not say it. */
function remark(node: Node, pack: StandardPack): string | null {
  if (node.kind === 'judge') return '由评审人员判断';
  if (node.kind === 'again') return `同上所列条目，至少 ${node.n} 项`;
  if (node.kind === 'count' && node.qualities.length > 0) return '事实由材料证明，性质由评审人员确认';
  if (node.kind !== 'outside') return null;
  return `按${pack.outside.find((one) => one.id === node.slot)?.document ?? node.slot}由审核人判断`;
}

/** Conditions as a document: label with its lasting address, our wording with defined words marked, parts indented. */
export function ClauseTree({ nodes }: { nodes: readonly Node[] }) {
  return (
    <ul className="zp-clauses">
      {nodes.map((node) => (
        <Clause key={node.id} given={node} />
      ))}
    </ul>
  );
}

function Clause({ given }: { given: Node }) {
  const aids = useReadingAids();
  const { pack } = aids;
  // A reference is read as the condition it refers to.
  const node = given.kind === 'ref' ? (aids.nodes.get(given.to) ?? given) : given;
  const parts = partsOf(node);
  if (node.text === '' && node.label === '' && parts.length > 0 && node.kind !== 'atLeast') {
    return (
      <li>
        <p className="zp-muted zp-small zp-joining">{joining(node)}</p>
        <ClauseTree nodes={parts} />
      </li>
    );
  }
  const note = remark(node, pack);
  const readings = pack.readings.filter((reading) => node.readings.includes(reading.id));
  const sentence = aids.official[node.label];
  return (
    <li
      className={isWanted(node, aids.wanted) ? 'zp-clause zp-clause-wanted' : 'zp-clause'}
      data-clause={node.id}
      data-label={node.label}
    >
      <p>
        {node.label ? (
          <Link className="zp-label" href={clauseAddress(pack.id, node.id)} aria-label={`${node.label}，这一条的链接`}>
            {node.label}
          </Link>
        ) : null}
        <DefinedText text={node.text} definitions={pack.definitions} />
        {note ? <span className="zp-muted zp-small">　{note}</span> : null}
        <ReadingsOf readings={readings} pack={pack} />
      </p>
      {node.note ? <p className="zp-muted zp-small">{node.note}</p> : null}
      {sentence ? <blockquote className="zp-official">{sentence}</blockquote> : null}
      {parts.length > 0 ? (
        <>
          <p className="zp-muted zp-small zp-joining">{joining(node)}</p>
          <ClauseTree nodes={parts} />
        </>
      ) : null}
    </li>
  );
}
