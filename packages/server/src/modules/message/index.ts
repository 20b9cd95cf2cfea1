import type { TaskHandlers } from '../../jobs/handlers.ts';
import { deliver, sendPosting } from './deliver.ts';

export { channelsOf } from './channels/channels.ts';
export { sendOut } from './deliver.ts';
export { messageDeadlines } from './daily.ts';
export { notify, type Posting } from './notify.ts';
export { messageRoutes } from './routes.ts';

export const messageTasks: TaskHandlers = { 'message.send': sendPosting, 'message.deliver': deliver };
