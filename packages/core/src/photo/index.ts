export { EDGE_STEPS, edgeOf } from './edge.ts';
export { type PhotoOutput, photoOutput } from './output.ts';
export { type PhotoFacts, type PhotoProblem, photoProblems, photoRuleWords } from './problems.ts';
export type { PhotoRule } from './rule.ts';
