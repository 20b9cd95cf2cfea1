import type { TaskHandlers } from '../../jobs/handlers.ts';
import { makeVolumes } from './commands/make-volumes.ts';
import { MAKE } from './commands/order-volumes.ts';

export { keepVolumesGoing } from './keep-going.ts';
export { volumeRoutes } from './routes.ts';

export const volumeTasks: TaskHandlers = { [MAKE]: makeVolumes };
