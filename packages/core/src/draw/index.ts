export { assertInput, commitDraw, commitSecret, poolRootOf, recusalRootOf, type SecretHolder } from './commit.ts';
export { drawnOrder, drawSeed } from './order.ts';
export { completeDraw, type DrawFault, drawFaults } from './transcript.ts';
export {
  DRAW_FORMAT,
  type DrawCommitment,
  type DrawInput,
  type DrawOutcome,
  type DrawRecusal,
  type DrawReveal,
  type DrawRules,
  type DrawTranscript,
  type PassReason,
  type PoolEntry,
  type PublicSource,
  type Quota,
  RECUSAL_KINDS,
  type RecusalKind,
} from './types.ts';
export { type Substitution, substitute, walk } from './walk.ts';
