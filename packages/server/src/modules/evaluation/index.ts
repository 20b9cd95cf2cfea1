export { type Decided, decide, replay, type Replayed, reportOfDecision } from './decisions.ts';
export { evaluationRoutes } from './routes.ts';
