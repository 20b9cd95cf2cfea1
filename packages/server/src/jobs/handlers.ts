import type { Ctx } from '../context.ts';

/** What happens when a legal deadline passes. Runs as the platform, in the transaction that marks it done. */
export type DeadlineHandler = (ctx: Ctx, subjectId: string) => Promise<void>;
/** By `what`. Each module exports its own; `modules/index.ts` joins them. */
export type DeadlineHandlers = Readonly<Record<string, DeadlineHandler>>;

/** Work from the outbox. It may come twice: do nothing the second time. */
export type TaskHandler = (ctx: Ctx, payload: Readonly<Record<string, unknown>>) => Promise<void>;
export type TaskHandlers = Readonly<Record<string, TaskHandler>>;
