export {
  type Attempt,
  type AvailableAction,
  apply as applyAction,
  available,
  begin,
  type Outcome,
  type ProcessEvent,
} from './apply.ts';
export {
  type ApplicationFacts,
  NO_FACTS,
  type Talent,
  TALENT_NAMES,
  TALENTS,
  withApplicationFacts,
} from './application-facts.ts';
export {
  characters,
  type ChoosableRow,
  type ContentFacts,
  type ContentLack,
  contentLacks,
  statementsFor,
} from './content.ts';
export { calendarFile, type CalendarEntry } from './calendar-file.ts';
export { type Deadline, deadlinesOf, endingDeadline } from './deadlines.ts';
export { type Explanation, explain as explainCase } from './explain.ts';
export { type MovedDeadline, movedDeadlines, revived, withClosings } from './extend.ts';
export { lastSafeDay, type LastSafeDay } from './last-safe-day.ts';
export { makeProcess, type Process, stageOf, windowOf, windowTimes } from './process.ts';
export { type Refusal, type RefusalCode, refusalWords } from './refusal.ts';
export { submissionLimit, submissionsLeft } from './rules.ts';
export type { ActionInput, CaseState, CorrectionItem, Period, Returned, Step, Subject } from './state.ts';
export { type TimelineMark, timeline } from './timeline.ts';
