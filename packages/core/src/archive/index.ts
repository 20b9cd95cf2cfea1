export type { ClaimDecisions } from './achievement-of.ts';
export { ATTESTATION_IDS, ATTESTATIONS, type Attestation, type AttestationId } from './attestations.ts';
export { cellOf, type ReadCell, readCell } from './cells.ts';
export {
  type Counting,
  type CurrentTitle,
  countingOf,
  currentTitleOf,
  type EvidenceCheck,
  effectiveDateOf,
  evidenceChecklist,
  type FieldProblem,
  fieldProblems,
  fieldWarnings,
  headingOf,
  type RowFacts,
} from './counting.ts';
export { withAttestations } from './attested.ts';
export { type DossierFacts, type DossierOptions, dossierOf } from './dossier-of.ts';
export { type FieldConflict, type Merge, mergePatch, type PatchProblem, patchProblems, sameValue } from './edit.ts';
export { type EvidenceList, evidenceListSchema, evidenceRulesOf } from './evidence-lists.ts';
export {
  ARCHIVE_FORMAT,
  type ArchiveFile,
  archiveFileSchema,
  archiveJsonSchema,
  type ExchangedRow,
  exchangedRow,
  exchangedRowSchema,
  type ImportEffect,
  importEffects,
} from './exchange.ts';
export {
  type FieldChoice,
  type Fields,
  type FieldSpec,
  type FieldValue,
  fieldValueSchema,
  isAsked,
  isBlank,
} from './fields.ts';
export { type ArchiveHint, archiveHintSchema, hintsOf } from './hints.ts';
export { IDENTIFIER_KINDS, type IdentifierKind, identifierWarning, personalFactsOf } from './identifiers.ts';
export {
  type EvidenceNeed,
  type EvidenceRule,
  type KindSpec,
  PURPOSE_IDS,
  PURPOSES,
  type Purpose,
  SECTIONS,
  type SectionId,
} from './kind.ts';
export { isRowKind, kindSpec, kindsOf, ROW_KIND_IDS, ROW_KINDS, type RowKind } from './kinds/index.ts';
export { maskFields, maskIdNumber, maskName, maskPhone, personalFieldsOf } from './masking.ts';
export {
  type FetchedRow,
  readRegisterAnswer,
  REGISTER_IDS,
  type RegisterId,
  REGISTERS,
  registerSpec,
  type RegisterSpec,
  RESULT_LIST,
  type RowSource,
  sourceName,
  touchedFetched,
} from './registers.ts';
export {
  isAchieved,
  readResultLines,
  RESULT_KINDS,
  resultColumns,
  resultKey,
  type ResultKind,
  type ResultLine,
  type ResultLineProblem,
} from './result-lines.ts';
export {
  nextRowState,
  ROW_ACTIONS,
  ROW_STATE_LABELS,
  ROW_STATES,
  type RowAction,
  type RowState,
  statesAllowing,
} from './states.ts';
