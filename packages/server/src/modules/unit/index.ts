export { readAppraisal } from './queries/appraisal.ts';
export { unitRoutes } from './routes.ts';
