import type { Node, StandardPack } from '@zhiping/standard';
import { DefinedText } from './DefinedText.tsx';

/** How the parts of a condition are joined, said before them. */
function joining(node: Node): string | null {
  switch (node.kind) {
    case 'all':
      return '同时符合：';
    case 'any':
      return '符合之一：';
    case 'atLeast':
      return `至少符合 ${node.n} 项：`;
    case 'not':
      return '不得有：';
    case 'count':
    case 'sum':
    case 'elapsed':
    case 'every':
    case 'fact':
    case 'tenure':
    case 'yearly':
    case 'judge':
    case 'outside':
    case 'ref':
    case 'again':
      return null;
    default:
      return node satisfies never;
  }
}

/** What a leaf asks, where its own words do not say it. */
function remark(node: Node, pack: StandardPack): string | null {
  switch (node.kind) {
    case 'judge':
      return '由评审人员判断';
    case 'outside':
      return `按${pack.outside.find((one) => one.id === node.slot)?.document ?? node.slot}由审核人判断`;
    case 'again':
      return `同上所列条目，至少 ${node.n} 项`;
    case 'count':
      return node.qualities.length > 0 ? '事实由材料证明，性质由评审人员确认' : null;
    case 'all':
    case 'any':
    case 'atLeast':
    case 'not':
    case 'sum':
    case 'elapsed':
    case 'every':
    case 'fact':
    case 'tenure':
    case 'yearly':
    case 'ref':
      return null;
    default:
      return node satisfies never;
  }
}

const partsOf = (node: Node): readonly Node[] => (node.kind === 'not' ? [node.of] : 'of' in node ? node.of : []);

/** Conditions as a document: label, our wording with defined words marked, parts indented. */
export function ClauseTree({ nodes, pack, depth = 0 }: { nodes: readonly Node[]; pack: StandardPack; depth?: number }) {
  return (
    <ul className="zp-clauses">
      {nodes.map((given) => {
        const node = resolve(given, pack);
        const parts = partsOf(node);
        const note = remark(node, pack);
        const readings = pack.readings.filter((reading) => node.readings.includes(reading.id));
        return (
          <li key={`${given.id}-${node.id}`} className="zp-clause">
            <p>
              {node.label ? <span className="zp-label">{node.label}</span> : null}
              <DefinedText text={node.text} definitions={pack.definitions} />
              {note ? <span className="zp-muted zp-small">　{note}</span> : null}
              {readings.map((reading) => (
                <a
                  key={reading.id}
                  className="zp-small zp-reading-link zp-nowrap"
                  href={`#reading-${reading.id}`}
                  title={reading.question}
                  aria-label={`解读：${reading.question}`}
                >
                  解读
                </a>
              ))}
            </p>
            {parts.length > 0 ? (
              <>
                <p className="zp-muted zp-small zp-joining">{joining(node)}</p>
                <ClauseTree nodes={parts} pack={pack} depth={depth + 1} />
              </>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** A reference is read as the condition it refers to. */
const resolve = (node: Node, pack: StandardPack): Node =>
  node.kind === 'ref' ? (pack.shared.find((one) => one.id === node.to) ?? node) : node;
