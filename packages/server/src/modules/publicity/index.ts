export { type NewPublicity, postPublicity } from './commands/post-publicity.ts';
export type { Notice, ResultNotice, UnitNotice } from './notice.ts';
export { concludedProofs } from './queries/concluded-proofs.ts';
export { printNotice } from './queries/print-notice.ts';
export { concludedPublicity, objectionStates } from './queries/read-objections.ts';
export { publicityRoutes } from './routes.ts';
export { rowPhase } from './state.ts';
export type { PublicityRow } from './target.ts';
export { titleOf } from './title-of.ts';
