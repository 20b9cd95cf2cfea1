export { membershipRoutes } from './routes.ts';
export { loadUnit } from './target.ts';
