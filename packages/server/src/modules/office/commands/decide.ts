import type { ActionInput, Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { type Advanced, advance } from '../../application/index.ts';

export interface Decided {
  readonly id: string;
  readonly stage: string;
  readonly version: number;
  readonly receipt: Receipt;
}

export function decided({ after, receipt }: Advanced): Decided {
  return { id: after.id, stage: after.stage, version: after.version, receipt };
}

/** A decision of the office that needs nothing but the plan's own rules. `action` is the plan's name of it. */
export async function decide(
  ctx: Ctx,
  applicationId: string,
  action: string,
  version: number,
  input: ActionInput = {},
): Promise<Decided> {
  return decided(await advance(ctx, applicationId, action, input, { version }));
}
