import type { Outcome } from '@zhiping/standard';

/** Where one achievement counted in the tree of a route, and why not elsewhere. */
export interface AchievementUse {
  readonly id: string;
  readonly name: string;
  /** Printed labels of the conditions it counts for; `waiting` while a person must still confirm something. */
  readonly counted: readonly { readonly label: string; readonly waiting: boolean }[];
  /** Reasons, each once, with the labels they were given for. */
  readonly reasons: readonly { readonly reason: string; readonly labels: readonly string[] }[];
}

/** One entry per achievement of the dossier, in its order. */
export function achievementUses(
  tree: Outcome,
  achievements: readonly { readonly id: string; readonly name: string }[],
): readonly AchievementUse[] {
  const counted = new Map<string, Map<string, boolean>>();
  const reasons = new Map<string, Map<string, Set<string>>>();
  const visit = (outcome: Outcome, labelAbove: string): void => {
    const label = outcome.node.label || labelAbove;
    for (const { id, state } of outcome.counted) {
      const labels = counted.get(id) ?? new Map<string, boolean>();
      labels.set(label, (labels.get(label) ?? true) && state === 'judge');
      counted.set(id, labels);
    }
    for (const { id, reasons: given } of outcome.notCounted) {
      const known = reasons.get(id) ?? new Map<string, Set<string>>();
      for (const reason of given) known.set(reason, (known.get(reason) ?? new Set()).add(label));
      reasons.set(id, known);
    }
    for (const child of outcome.children) visit(child, label);
  };
  visit(tree, '');
  return achievements.map(({ id, name }) => ({
    id,
    name,
    counted: [...(counted.get(id) ?? [])].map(([label, waiting]) => ({ label, waiting })),
    reasons: [...(reasons.get(id) ?? [])].map(([reason, labels]) => ({ reason, labels: [...labels] })),
  }));
}
