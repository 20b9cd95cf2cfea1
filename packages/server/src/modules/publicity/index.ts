export { type NewPublicity, postPublicity } from './commands/post-publicity.ts';
export type { Notice, ResultNotice, UnitNotice } from './notice.ts';
export { publicityRoutes } from './routes.ts';
