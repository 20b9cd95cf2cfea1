export { mayAnswer, OBJECTION_STATES, type ObjectionState, openObjections } from './objection.ts';
export {
  type ConcludeRefusal,
  concludeRefusal,
  isPublic,
  phaseOf,
  type Publicity,
  type PublicityPhase,
  publicityPeriod,
} from './publicity.ts';
