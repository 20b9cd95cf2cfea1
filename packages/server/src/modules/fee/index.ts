import type { TaskHandlers } from '../../jobs/handlers.ts';
import { askOrder } from './online/ask.ts';
import { SETTLE, settleOrder } from './online/orders.ts';
import { ASK } from './online/want-no-more.ts';

export { feeStates } from './fee-of.ts';
export { keepPaymentsGoing } from './online/ask.ts';
export { type PaymentSimulator, startPaymentSimulator } from './online/simulator.ts';
export { feeRoutes } from './routes.ts';
export { loadPlan, type PlanTarget } from './target.ts';

export const feeTasks: TaskHandlers = {
  [ASK]: (ctx, payload) => askOrder(ctx, String(payload['id'])),
  [SETTLE]: (ctx, payload) => settleOrder(ctx, String(payload['id'])),
};
