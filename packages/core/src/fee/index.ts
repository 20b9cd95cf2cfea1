export { fenOf, yuanOf } from './amount.ts';
export { parseTable } from './csv.ts';
export {
  type BankEntry,
  type Matched,
  matchEntries,
  type Matching,
  type OpenFee,
  type Unmatched,
  UNMATCHED_WORDS,
  type UnmatchedReason,
} from './match.ts';
export { paymentReference, possibleReferences } from './reference.ts';
export { type SkippedLine, type Statement, type StatementLine, readStatement } from './statement.ts';
export {
  afterFeeAct,
  FEE_STATE_NAMES,
  FEE_STATES,
  type FeeAct,
  type FeeState,
  feeStageOf,
  PAYS,
  WAIVES,
} from './states.ts';
