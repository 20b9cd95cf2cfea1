import type { TaskHandlers } from '../../jobs/handlers.ts';
import { FETCH, fetchFromRegister } from './commands.ts';

export { registerRoutes } from './routes.ts';
export const registerTasks: TaskHandlers = { [FETCH]: fetchFromRegister };
