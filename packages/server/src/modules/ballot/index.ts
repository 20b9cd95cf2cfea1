export { readMinutes } from './queries/read-minutes.ts';
export { ballotRoutes } from './routes.ts';
