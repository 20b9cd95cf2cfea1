export {
  CHOICES,
  type Choice,
  decideItem,
  hasQuorum,
  type ItemCounts,
  type ItemResult,
  TWO_THIRDS,
  type VoteRules,
} from './decide.ts';
export { envelopeHash, envelopeSize, openVote, type RoundContext, sealVote } from './envelope.ts';
export { atLeast, type Fraction, leastCount } from './fraction.ts';
export { type OpeningEnvelope, openRound } from './open.ts';
export {
  type Holder,
  handOver,
  holderKeys,
  holderShare,
  takeOver,
  unwrapRoundKey,
  type WrappedKey,
  wrapRoundKey,
} from './round-key.ts';
export { type KeyPair, keyPairOf, openSealed, seal } from './sealed-box.ts';
export { readSecret, secretText } from './secret-words.ts';
