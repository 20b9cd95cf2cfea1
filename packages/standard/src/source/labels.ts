import { clauseLength } from './normalise.ts';
import type { SourceClause } from './split.ts';

/** What the repository keeps of an official text instead of the text: its labels with length and hash of each clause. */
export interface LabelsFile {
  readonly document: string;
  /** Packs that together state the document, where no one of them does alone. */
  readonly packs?: readonly string[];
  readonly normalisation: string;
  readonly clauses: readonly LabelledClause[];
}

export interface LabelledClause {
  readonly label: string;
  /** Code points of the normalised clause. */
  readonly length: number;
  /** Lower-case hexadecimal SHA-256 of the normalised clause in UTF-8. */
  readonly sha256: string;
}

/** Said in every labels.json, so that anyone with the official text can repeat the hashes without this program. */
export const NORMALISATION =
  '每一条取其自身编号起、至下一编号止的文字（含编号），按 Unicode NFC，去掉全部空白（含全角空格）后取 UTF-8 字节的 SHA-256；length 为去空白后的字数';

/** Builds the labels file of a split text. `sha256` answers the lower-case hexadecimal hash of a UTF-8 text. */
export function labelsOf(
  document: string,
  clauses: readonly SourceClause[],
  sha256: (text: string) => string,
): LabelsFile {
  return {
    document,
    normalisation: NORMALISATION,
    clauses: clauses.map(({ label, text }) => ({ label, length: clauseLength(text), sha256: sha256(text) })),
  };
}
