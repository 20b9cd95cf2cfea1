import type { ActionInput } from '@zhiping/core';
import type { Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { advance } from '../../application/index.ts';

export interface SealDecision {
  readonly version: number;
  readonly batch?: string | undefined;
  readonly document?: { readonly number: string; readonly date: string } | undefined;
  readonly items?: ActionInput['items'] | undefined;
  readonly reason?: string | undefined;
}

/**
 * One decision of the authority or the association on one application, LN-2024 五(六): approve, return with items, or
 * refuse with grounds. `action` is the plan's name of it. Bulk is this command once per application with a common batch.
 */
export async function decideSeal(
  ctx: Ctx,
  applicationId: string,
  action: string,
  { version, batch, document, items, reason }: SealDecision,
): Promise<{ id: string; stage: string; version: number; receipt: Receipt }> {
  const { after, receipt } = await advance(
    ctx,
    applicationId,
    action,
    { ...(items === undefined ? {} : { items }), ...(reason === undefined ? {} : { reason }) },
    {
      version,
      data: {
        ...(batch === undefined ? {} : { batch }),
        ...(document === undefined ? {} : { documentNumber: document.number, documentDate: document.date }),
      },
    },
  );
  return { id: after.id, stage: after.stage, version: after.version, receipt };
}
