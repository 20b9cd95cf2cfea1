import { AppError } from '@zhiping/contract';
import type { EndorsementKind } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { newLink } from '../../../security/links.ts';
import { after } from '../../../time/clocks.ts';
import { type ApplicationRow, chosenRowIds, processOf } from '../../application/index.ts';
import { needsOf } from '../needs.ts';

export interface About {
  readonly kind: EndorsementKind;
  readonly rowId?: string | undefined;
}
const DAY_MS = 86_400_000;

/** Refuses a letter that neither plan nor route asks for, or that is about no chosen achievement. */
export async function assertAsked(ctx: Ctx, row: ApplicationRow, { kind, rowId }: About): Promise<void> {
  const { plan } = await processOf(ctx, row);
  const needs = await needsOf(ctx, row);
  const asked = needs === null || needs.some((need) => need.kind === kind);
  const placed = kind === 'recommendation' ? rowId === undefined : chosenRowIds(row).includes(rowId ?? '');
  if (plan.endorsements?.[kind] === undefined || !asked || !placed) throw new AppError('ENDORSEMENT_NOT_ASKED');
}

/** Invites an expert by a link of one use, without login (product F7). The secret is answered once and never again. */
export async function invite(
  ctx: Ctx,
  row: ApplicationRow,
  { kind, rowId, name }: About & { readonly name: string },
): Promise<{ id: string; token: string; expiresAt: string }> {
  await assertAsked(ctx, row, { kind, rowId });
  const { plan } = await processOf(ctx, row);
  const id = ctx.newId();
  const { token, hash } = newLink();
  const expiresAt = after(ctx.systemNow, (plan.endorsements?.linkDays ?? 1) * DAY_MS);
  await ctx.tx
    .insertInto('endorsement')
    .values({
      ...EMPTY_LETTER,
      id,
      application_id: row.id,
      kind,
      row_id: rowId ?? null,
      way: 'link',
      state: 'invited',
      invited_name: name,
      invited_at: ctx.systemNow,
      token_hash: hash,
      expires_at: expiresAt,
    })
    .execute();
  await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'endorsement', id },
    data: { applicationId: row.id, kind, rowId: rowId ?? null },
  });
  return { id, token, expiresAt };
}

/** Columns of a letter that is not written yet. */
export const EMPTY_LETTER = {
  name: null,
  id_index: null,
  unit: null,
  title_name: null,
  title_level: null,
  field: null,
  relation: null,
  title_years: null,
  national_talent: null,
  relation_to_applicant: null,
  opinion: null,
  file_id: null,
  file_name: null,
  filled_at: null,
  checked_at: null,
  checked_by: null,
  check_reason: null,
} as const;
