export { feeRoutes } from './routes.ts';
export { loadPlan, type PlanTarget } from './target.ts';
