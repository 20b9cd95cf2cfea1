import type { TaskHandlers } from '../../jobs/handlers.ts';
import { deliver } from './commands.ts';

export { announceMove } from './announce.ts';
export { moveWebhooks } from './move.ts';
export { webhookRoutes } from './routes.ts';

export const webhookTasks: TaskHandlers = { 'webhook.deliver': (ctx, payload) => deliver(ctx, String(payload['id'])) };
