import { AppError, type OpenedPledge, type PledgeSignature } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { openFile } from '../../../files/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import { linkHash } from '../../../security/links.ts';
import { type ApplicationRow, loadApplication } from '../../application/index.ts';
import { pledgeOf } from '../pledge.ts';

type Pledged = Pick<ApplicationRow, 'id' | 'organiser_id' | 'pack' | 'pack_number'>;

/** The last signature under the pledge as the plan words it; null where none stands. */
async function standing(ctx: Ctx, row: Pledged) {
  const { hash } = await pledgeOf(ctx, row);
  const one = await ctx.tx
    .selectFrom('pledge_signature')
    .selectAll()
    .where('application_id', '=', row.id)
    .where('signed_at', 'is not', null)
    .where('text_hash', '=', hash)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return one ?? null;
}

/** Whether the pledge is signed by hand. */
export async function isPledgeSigned(ctx: Ctx, row: Pledged): Promise<boolean> {
  return (await standing(ctx, row)) !== null;
}

export async function readSignature(ctx: Ctx, row: Pledged): Promise<PledgeSignature> {
  const one = await standing(ctx, row);
  const waiting = await ctx.tx
    .selectFrom('pledge_signature')
    .select('expires_at')
    .where('application_id', '=', row.id)
    .where('signed_at', 'is', null)
    .where('expires_at', '>', ctx.systemNow)
    .executeTakeFirst();
  return {
    signed:
      one === null || one.signed_at === null
        ? null
        : { way: one.way, at: one.signed_at, fileName: one.file_name ?? '' },
    waitingUntil: waiting?.expires_at ?? null,
  };
}

export async function openSignatureFile(ctx: Ctx, row: Pledged): Promise<FileAnswer> {
  const one = await standing(ctx, row);
  if (one === null || one.file_id === null) throw new AppError('SIGNATURE_MISSING');
  const { mediaType, content } = await openFile(ctx, one.file_id);
  return { fileName: one.file_name ?? '签名', mediaType, content, disposition: 'inline' };
}

/**
 * What the phone shows before signing: whose pledge it is and its words.
 * @throws AppError `LINK_UNUSABLE`
 */
export async function openPledge(ctx: Ctx, token: string): Promise<OpenedPledge> {
  return ctx.asPlatform(async () => {
    const one = await ctx.tx
      .selectFrom('pledge_signature')
      .selectAll()
      .where('token_hash', '=', linkHash(token))
      .executeTakeFirst();
    const open = one?.signed_at === null && one.expires_at !== null && one.expires_at > ctx.systemNow;
    const target = one && open ? await loadApplication(ctx, { id: one.application_id }) : null;
    if (!one || !target) throw new AppError('LINK_UNUSABLE');
    const { row } = target;
    const names = await ctx.tx
      .selectFrom('person as p')
      .innerJoin('plan as l', (join) => join.on('l.id', '=', row.plan_id))
      .select(['p.name as applicant', 'l.name as plan'])
      .where('p.id', '=', row.person_id)
      .executeTakeFirstOrThrow();
    return {
      applicantName: names.applicant,
      planName: names.plan,
      number: row.number,
      text: (await pledgeOf(ctx, row)).text,
      expiresAt: one.expires_at ?? ctx.systemNow,
    };
  });
}
