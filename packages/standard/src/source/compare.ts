import type { LabelsFile } from './labels.ts';

/** An official text held against a pack: what fits, what changed, what one has and the other lacks. */
export interface SourceComparison {
  /** Labels in labels.json that the text lacks, and the other way round. */
  readonly missingInText: readonly string[];
  readonly missingInLabels: readonly string[];
  /** Labels whose words differ from those the pack was written on. */
  readonly changed: readonly string[];
  readonly withoutCondition: readonly string[];
  readonly withoutClause: readonly string[];
}

/**
 * Compares the labels file made of a text with the one of the pack, and both with the labels the pack uses. `excused` are
 * the labels that the pack says have no condition.
 */
export function compareSource(
  text: LabelsFile,
  kept: LabelsFile,
  used: ReadonlySet<string>,
  excused: ReadonlySet<string>,
): SourceComparison {
  const inText = new Map(text.clauses.map((clause) => [clause.label, clause]));
  const inKept = new Map(kept.clauses.map((clause) => [clause.label, clause]));
  return {
    missingInText: [...inKept.keys()].filter((label) => !inText.has(label)),
    missingInLabels: [...inText.keys()].filter((label) => !inKept.has(label)),
    changed: [...inKept.values()]
      .filter(({ label, length, sha256 }) => {
        const clause = inText.get(label);
        return clause !== undefined && (clause.length !== length || clause.sha256 !== sha256);
      })
      .map(({ label }) => label),
    withoutCondition: [...inText.keys()].filter((label) => !used.has(label) && !excused.has(label)),
    withoutClause: [...used].filter((label) => !inText.has(label)),
  };
}
