import type { TaskHandlers } from '../../jobs/handlers.ts';
import { MATCH_RESULTS } from '../../jobs/tasks.ts';
import { MATCH_LIST, matchList, matchPerson } from './commands/match.ts';

export { examinationRoutes } from './routes.ts';
export const examinationTasks: TaskHandlers = { [MATCH_LIST]: matchList, [MATCH_RESULTS]: matchPerson };
