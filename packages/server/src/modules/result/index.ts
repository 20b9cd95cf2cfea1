export { resultDeadlines } from './deadlines.ts';
export { resultRoutes } from './routes.ts';
