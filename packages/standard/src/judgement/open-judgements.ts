import type { Dossier } from '../dossier/dossier.ts';
import { indexNodes } from '../evaluate/evaluate.ts';
import { readClaim } from '../evaluate/predicate.ts';
import type { ConditionRow } from '../explain/view.ts';
import type { Node } from '../language/node.ts';
import type { StandardPack } from '../language/pack.ts';
import { isAtom, type Predicate, type PredicateAtom } from '../language/predicate.ts';
import { wordLabel } from '../vocabulary/vocabulary.ts';

/** One answer a person may give: `met` or `unmet`, or a degree word up to the one claimed. */
export interface JudgementChoice {
  readonly value: string;
  readonly label: string;
}

/** Something in an evaluation that a person must decide (P6): the engine advises, a person decides. */
export interface OpenJudgement {
  /** `condition:<id>`, `quality:<achievement>:<quality>` or `claim:<achievement>:<field>`; {@link withJudgements} reads it. */
  readonly id: string;
  /** Printed label and wording of the condition it is asked for first. */
  readonly label: string;
  readonly text: string;
  /** The achievement it is about, and what is asked of it; null where the condition itself is. */
  readonly achievement: string | null;
  readonly asked: string;
  readonly choices: readonly JudgementChoice[];
}

const YES_NO: readonly JudgementChoice[] = [
  { value: 'met', label: '符合' },
  { value: 'unmet', label: '不符合' },
];

/**
 * What is still open for a person in a route's tree, each thing once, in the order of the conditions: conditions that are a
 * matter of judgement or delegated to another text, qualities of achievements, and degree words that are only claimed.
 */
export function openJudgements(pack: StandardPack, dossier: Dossier, tree: ConditionRow): readonly OpenJudgement[] {
  const nodes = indexNodes([...pack.shared, ...pack.levels.flatMap(({ routes }) => routes.map(({ node }) => node))]);
  const found = new Map<string, OpenJudgement>();
  const add = (one: OpenJudgement): void => {
    if (!found.has(one.id)) found.set(one.id, one);
  };
  // A part without a label is asked about in the name of the condition it belongs to.
  const visit = (row: ConditionRow, owner: ConditionRow): void => {
    // Settled whatever is decided below it, e.g. by another alternative: nobody is asked for nothing.
    if (row.state === 'met' || row.state === 'unmet') return;
    const here = row.label === '' ? owner : row;
    const node = nodes.get(row.id);
    if (isAskedItself(row, node)) {
      const asked = row.outside === null ? row.text : `${row.text}（按《${row.outside}》）`;
      add({
        id: `condition:${row.id}`,
        label: here.label,
        text: here.text,
        achievement: null,
        asked,
        choices: YES_NO,
      });
    }
    for (const one of row.counted) {
      if (one.state === 'judge')
        for (const ask of asksOf(one.id, node, pack, dossier)) add({ ...ask, label: here.label, text: here.text });
    }
    for (const child of row.children) visit(child, here);
  };
  visit(tree, tree);
  return [...found.values()];
}

/** Conditions of a plan are not in the pack: a leaf of theirs that waits for a person is asked about as it stands. */
function isAskedItself(row: ConditionRow, node: Node | undefined): boolean {
  if (row.state !== 'judge' || row.children.length > 0 || row.counted.length > 0) return false;
  return node === undefined || node.kind === 'judge' || node.kind === 'outside';
}

type Ask = Pick<OpenJudgement, 'id' | 'achievement' | 'asked' | 'choices'>;

function asksOf(achievementId: string, node: Node | undefined, pack: StandardPack, dossier: Dossier): readonly Ask[] {
  const record = dossier.achievements?.find(({ id }) => id === achievementId);
  if (record === undefined || (node?.kind !== 'count' && node?.kind !== 'sum')) return [];
  const achievement = record.name ?? record.id;
  const qualities = node.qualities
    .filter((quality) => record.qualities?.[quality] === undefined)
    .map((quality): Ask => {
      const asked = wordLabel(pack.vocabulary, 'quality', quality);
      return { id: `quality:${achievementId}:${quality}`, achievement, asked, choices: YES_NO };
    });
  const claims = claimsIn(node.where).flatMap((atom): Ask[] => {
    const [name] = atom.field.path;
    const claim = name === undefined ? null : readClaim((record as Readonly<Record<string, unknown>>)[name]);
    if (name === undefined || claim === null || claim.confirmed !== undefined) return [];
    const { words } = pack.vocabulary.scales[atom.scale];
    const rank = (word: string): number => words.findIndex(({ id }) => id === word);
    // Less than the condition needs was claimed: it does not help here, whatever a person says.
    if (rank(claim.claimed) < rank(atom.value)) return [];
    const upTo = words.slice(0, rank(claim.claimed) + 1);
    const claimed = wordLabel(pack.vocabulary, atom.scale, claim.claimed);
    return [
      {
        id: `claim:${achievementId}:${name}`,
        achievement,
        asked: `${atom.field.name}（本人主张：${claimed}）`,
        choices: upTo.toReversed().map(({ id, label }) => ({ value: id, label })),
      },
    ];
  });
  return [...qualities, ...claims];
}

type ClaimAtom = Extract<PredicateAtom, { op: 'claim' }>;

function claimsIn(predicate: Predicate): readonly ClaimAtom[] {
  if (isAtom(predicate)) return predicate.op === 'claim' ? [predicate] : [];
  return predicate.op === 'not' ? claimsIn(predicate.of) : predicate.of.flatMap(claimsIn);
}
