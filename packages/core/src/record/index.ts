export { canonicalJson, type Json, NotCanonicalError } from './canonical.ts';
export {
  type ChainEntry,
  type ChainHead,
  chainFaults,
  EMPTY_HEAD,
  FIRST_LINK,
  headOf,
  linkLeaves,
  type RecordFault,
} from './chain.ts';
export { type Checkpoint, checkpointText, openCheckpoint, signCheckpoint } from './checkpoint.ts';
export { EVENT_FORMAT, type EventDocument, eventDocument, leafOf, personalHash, type RecordEvent } from './event.ts';
export { HASH_PATTERN, type Hash, hmacHex, leafHash, linkHash, nodeHash, sha256Hex } from './hash.ts';
export {
  checkInclusion,
  EMPTY_FRONTIER,
  extend,
  type Frontier,
  frontierRoot,
  inclusionPath,
  rootOf,
} from './merkle.ts';
export { checkReceipt, RECEIPT_FORMAT, type Receipt, signReceipt } from './receipt.ts';
export {
  checkRecord,
  contentFaults,
  type RecordCheck,
  recordFaults,
  type StoredEntry,
  type Witnessed,
} from './verify.ts';
