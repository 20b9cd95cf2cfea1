export { type Advanced, type AdvanceOptions, advance, setDeadline } from './advance.ts';
export { chosenRowIds, removeRows } from './chosen-rows.ts';
export { acceptanceOf, acceptanceWords, basicFactsOf, outOfScope, standardObstacle } from './choosing.ts';
export { applicationDeadlines } from './deadlines.ts';
export {
  type CaseFacts,
  caseFacts,
  currentPlan,
  lastSubmission,
  readyCases,
  submittedPhotos,
  withStampedPage,
} from './queries/for-meeting.ts';
export { type Pinned, processOf } from './process-of.ts';
export { replayDecisions, type ReplayedSubmission } from './replay-decisions.ts';
export { keptReport, type Review, reviewOf } from './report.ts';
export { consentFacts, consentSpecs, needsConsent } from './consents.ts';
export { draftSnapshot } from './snapshot-for.ts';
export { appointmentRows, linkedPosts, recordedPost } from './posts.ts';
export { applicationRoutes } from './routes.ts';
export { openSeals, sealChainFor } from './sealing.ts';
export { type ApplicationRow, type ApplicationTarget, applicationTarget, loadApplication } from './target.ts';
export {
  APPLICATION_COLUMNS,
  describeApplication,
  dueSoon,
  readWorklist,
  SOON_MS,
  type WorklistAsked,
} from './queries/worklist.ts';
