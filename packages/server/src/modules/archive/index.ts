export { factsOf, readRows, type RowWithFiles } from './queries/read-rows.ts';
export { viewOf } from './queries/view.ts';
export { archiveRoutes } from './routes.ts';
