export { markUses } from './commands/mark-uses.ts';
export { noteUses } from './commands/note-uses.ts';
export { findOtherUses, type OtherUse } from './queries/other-uses.ts';
export { reuseRoutes } from './routes.ts';
