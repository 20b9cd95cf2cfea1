export {
  ACHIEVEMENT_CATEGORIES,
  type AchievementCategory,
  type NoticeAchievement,
  type NoticeContent,
  noticeContent,
  type NoticePerson,
} from './notice.ts';
export { mayAnswer, OBJECTION_STATES, type ObjectionState, openObjections } from './objection.ts';
export { missingProofs, type ProofKind, proofKinds, proofProblem } from './proofs.ts';
export {
  type ConcludeRefusal,
  concludeRefusal,
  isPublic,
  phaseOf,
  type Publicity,
  type PublicityPhase,
  publicityPeriod,
} from './publicity.ts';
