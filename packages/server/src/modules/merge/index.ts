export { PERSON_COLUMNS } from './person-columns.ts';
export { mergeRoutes } from './routes.ts';
export { mergeTasks } from './tell.ts';
