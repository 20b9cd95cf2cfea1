export { type Advanced, type AdvanceOptions, advance, setDeadline } from './advance.ts';
export { chosenRowIds, removeRows } from './chosen-rows.ts';
export { applicationDeadlines } from './deadlines.ts';
export { type CaseFacts, caseFacts, currentPlan, lastSubmission, readyCases } from './queries/for-meeting.ts';
export { processOf } from './process-of.ts';
export { type Review, reviewOf } from './report.ts';
export { applicationRoutes } from './routes.ts';
export { type ApplicationRow, type ApplicationTarget, applicationTarget, loadApplication } from './target.ts';
export { APPLICATION_COLUMNS, describeApplication, readWorklist, type WorklistAsked } from './queries/worklist.ts';
