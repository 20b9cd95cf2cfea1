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
export {
  NONCE,
  nextAskMs,
  ORDER_LASTS_MS,
  ORDER_OUTCOME_WORDS,
  ORDER_OUTCOMES,
  ORDER_SHELF_NAMES,
  ORDER_SHELVES,
  ORDER_STATES,
  type OrderOutcome,
  type OrderSaid,
  type OrderShelf,
  type OrderState,
  outcomeOf,
  type PaymentNotice,
  readOrderSaid,
  readPaymentNotice,
  readRefundSaid,
  type RefundSaid,
  type Signed,
  SIGNED_FOR_SECONDS,
  signedText,
} from './online.ts';
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
