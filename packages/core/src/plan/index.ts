export { BOUND_FORMS, type BoundForm, FORM_PARTS, type FormBox, PRINTED_FORMS, type PrintedForm } from './documents.ts';
export {
  type Jurisdiction,
  type JurisdictionQuestion,
  jurisdictionOf,
  levelNameOf,
  routesFor,
  specialtyOf,
} from './jurisdiction.ts';
export { planWordsByLabel } from './labels.ts';
export {
  acceptedHere,
  type FilingFacts,
  mayOpen,
  OPENING_CHECKS,
  type OpeningCheck,
  type OpeningCheckId,
  openingChecks,
  type OpeningFacts,
} from './opening.ts';
export { type PlanProblem, type PlanReading, parsePlan, readPlan } from './parse.ts';
export { type Plan, type PlanWindow, planSchema, type Specialty } from './schema.ts';
export {
  pointsOf,
  pointWords,
  scoreRuleWords,
  type ScoredLine,
  type SelfScore,
  type SelfScoreEntry,
  type SelfScoreLine,
  selfScoreOf,
  type SelfScoreResult,
} from './self-score.ts';
export { type EndorsementKind, type EndorserNeed, endorserNeeds, needsServed } from './endorsers.ts';
export { type ChainPaper, type ChainStep, chainLacks } from './entrustment.ts';
export type { StatementSpec } from './filling.ts';
export { scopeRefusals, type ScopeFacts } from './scope.ts';
export {
  type AuthorityFacts,
  type Seal,
  type SealChain,
  type SealedUnit,
  sealChainOf,
  soughtAuthorities,
} from './sealing.ts';
export type { Condition, Effect, Rule, Stage, StageAction, StageDeadline } from './stages.ts';
export {
  ACTOR_NAMES,
  ACTORS,
  AUTHORITY_KIND_NAMES,
  AUTHORITY_KINDS,
  type AuthorityKind,
  PLAN_LEVEL_NAMES,
  PLAN_LEVELS,
  PLAN_ROUTES,
  type PlanLevel,
  type PlanRoute,
  type ProcessActor,
  UNIT_AFFILIATIONS,
  UNIT_KINDS,
  UNIT_NATURES,
  type UnitAffiliation,
  type UnitKind,
  type UnitNature,
  type UnitTraits,
} from './vocabulary.ts';
