import { AppError } from '@zhiping/contract';
import type { Receipt } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { type ApplicationRow, loadApplication, openSeals } from '../../application/index.ts';

interface Moved {
  readonly id: string;
  readonly version: number;
  readonly receipt: Receipt;
}

/**
 * The authority says the case is not its to seal. The application waits, in the same stage and with the same deadline, for
 * the office to name the right one. Throws `STALE`, and `NOT_FOUND` where no chain has begun.
 */
export async function redirectSeal(ctx: Ctx, applicationId: string, version: number, reason: string): Promise<Moved> {
  const row = await locked(ctx, applicationId, version);
  const [mine] = await openSeals(ctx, applicationId);
  if (mine !== undefined) {
    await ctx.tx
      .updateTable('application_seal')
      .set({ authority_id: null, reason })
      .where('id', '=', mine.id)
      .execute();
  }
  const receipt = await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'application', id: row.id },
    data: { number: row.number },
    personal: { of: row.person_id, values: { reason } },
  });
  return move(ctx, row, null, receipt);
}

/**
 * The office names the authority of a case nobody has to seal yet: none that fits was registered, or the one it came to
 * sent it on. Throws `STALE`, `SEAL_ASSIGNED` where one has its turn, `NOT_FOUND` for an authority that is not registered.
 */
export async function assignAuthority(
  ctx: Ctx,
  applicationId: string,
  { version, authorityId, reason }: { readonly version: number; readonly authorityId: string; readonly reason: string },
): Promise<Moved> {
  const row = await locked(ctx, applicationId, version);
  if (row.authority_id !== null) throw new AppError('SEAL_ASSIGNED');
  const authority = await ctx.tx.selectFrom('authority').select('id').where('id', '=', authorityId).executeTakeFirst();
  if (!authority) throw new AppError('NOT_FOUND');
  const [open] = await openSeals(ctx, applicationId);
  if (open !== undefined) {
    await ctx.tx
      .updateTable('application_seal')
      .set({ authority_id: authorityId, reason })
      .where('id', '=', open.id)
      .execute();
  }
  const receipt = await ctx.record({
    organiserId: row.organiser_id,
    subject: { noun: 'application', id: row.id },
    data: { number: row.number, authorityId },
    personal: { of: row.person_id, values: { reason } },
  });
  return move(ctx, row, authorityId, receipt);
}

async function locked(ctx: Ctx, applicationId: string, version: number): Promise<ApplicationRow> {
  const target = await loadApplication(ctx, { id: applicationId }, true);
  if (!target) throw new AppError('NOT_FOUND');
  if (target.row.version !== version) throw new AppError('STALE');
  return target.row;
}

async function move(ctx: Ctx, row: ApplicationRow, authorityId: string | null, receipt: Receipt): Promise<Moved> {
  const version = row.version + 1;
  // The one who sends it on loses sight of it by this step: past row level security.
  await ctx.asPlatform(async () => {
    await ctx.tx
      .updateTable('application')
      .set({ authority_id: authorityId, version })
      .where('id', '=', row.id)
      .where('version', '=', row.version)
      .execute();
  });
  return { id: row.id, version, receipt };
}
