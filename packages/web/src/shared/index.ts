/** What pages use. Pages import from here, never from the files behind it. */
export { ApiError, api, type CallOptions, type Problem, problemFrom, send } from './api.ts';
export { type Clock, useClock } from './clock.ts';
export {
  addDays,
  dateOf,
  daysBetween,
  formatDate,
  formatInstant,
  formatMonth,
  formatMonths,
  formatTime,
} from './text/dates.ts';
export { maskId, maskName } from './text/mask.ts';
export { formatSize } from './text/size.ts';
export { Ceremony } from './ui/Ceremony.tsx';
export { type ConditionState, ConditionTree, type OfficialTexts, StateMark, STATE_WORDS } from './ui/ConditionTree.tsx';
export { ConfirmStep } from './ui/ConfirmStep.tsx';
export { Deadline } from './ui/Deadline.tsx';
export { Empty } from './ui/Empty.tsx';
export { ErrorNote } from './ui/ErrorNote.tsx';
export { Loading } from './ui/Loading.tsx';
export { Masked } from './ui/Masked.tsx';
export { PrintPage } from './ui/PrintPage.tsx';
export { type ReturnItem, ReturnList } from './ui/ReturnList.tsx';
export { SavedMark, type SaveState } from './ui/SavedMark.tsx';
export { SplitView } from './ui/SplitView.tsx';
export { StatusLine, type Waiting } from './ui/StatusLine.tsx';
export { Timeline, type TimelineStep } from './ui/Timeline.tsx';
