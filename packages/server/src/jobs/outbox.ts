import { sql } from 'kysely';
import type { Ctx } from '../context.ts';

/** Work done after the commit by the handler registered under `task`, at least once. */
export interface Job {
  readonly task: string;
  /** Ids only: payloads are kept until done and appear in operators' tools. */
  readonly payload: { readonly [key: string]: string | number | boolean | null };
  /** Jobs with one key replace each other while they wait. */
  readonly key?: string;
}

export async function enqueue(ctx: Ctx, job: Job): Promise<void> {
  await sql`select enqueue_job(${job.task}, ${JSON.stringify(job.payload)}::json, ${job.key ?? null})`.execute(ctx.tx);
}
