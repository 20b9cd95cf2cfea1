export { ballotRoutes } from './routes.ts';
