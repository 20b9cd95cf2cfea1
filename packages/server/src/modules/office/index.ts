export { reviewedReport } from './judgements.ts';
export { officeRoutes } from './routes.ts';
