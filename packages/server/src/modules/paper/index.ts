export { papersFound, refuseIncompletePaper } from './paper-of.ts';
export { paperRoutes } from './routes.ts';
