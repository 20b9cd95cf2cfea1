import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';

export interface Move {
  readonly applicationId: string;
  readonly organiserId: string;
  readonly from: string;
  readonly to: string;
  /** Whose case it is, by relation; null where nobody has it yet. */
  readonly bodies: Readonly<Record<string, string | null>>;
}

/** Tells the systems that listen to one of the bodies, after the commit. The text holds ids and stages only. */
export async function announceMove(ctx: Ctx, { applicationId, organiserId, from, to, bodies }: Move): Promise<void> {
  const listeners = Object.entries(bodies).flatMap(([relation, subject]) =>
    subject === null ? [] : [{ relation, subject }],
  );
  const body = { type: 'application.moved', at: ctx.businessNowOf(organiserId), applicationId, from, to };
  await sql`select announce_move(${JSON.stringify(listeners)}::jsonb, ${JSON.stringify(body)}::jsonb,
    ${ctx.systemNow})`.execute(ctx.tx);
}
