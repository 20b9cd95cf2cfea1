import type { TaskHandlers } from '../../jobs/handlers.ts';
import { MATCH_ASKS, matchAsks } from './commands/note-asks.ts';

export { importCodes } from './commands/change-codes.ts';
export { noteCatalogueAsks } from './commands/note-asks.ts';
export { catalogueMatches, filledCatalogues } from './queries/catalogue.ts';
export { codeOn, codesOn, isEndedDivision } from './queries/codes.ts';
export { codeRoutes } from './routes.ts';

export const codeTasks: TaskHandlers = { [MATCH_ASKS]: matchAsks };
