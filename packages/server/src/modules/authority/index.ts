export { authorityRoutes } from './routes.ts';
export {
  committeeOf,
  frameOf,
  letterPaper,
  type PapersAsked,
  rosterPaper,
  rosterSheet,
} from './queries/print-roster.ts';
export { passedOnBy, readRoster, type RosterPerson, type WholeRoster, wholeRoster } from './queries/roster.ts';
