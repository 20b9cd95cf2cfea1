export { importCodes } from './commands/change-codes.ts';
export { catalogueMatches } from './queries/catalogue.ts';
export { codeOn, codesOn, isEndedDivision } from './queries/codes.ts';
export { codeRoutes } from './routes.ts';
