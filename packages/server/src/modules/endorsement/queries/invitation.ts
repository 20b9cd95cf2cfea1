import { AppError, type OpenedInvitation } from '@zhiping/contract';
import { headingOf, levelNameOf, type PlanLevel, specialtyOf } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { linkHash } from '../../../security/links.ts';
import { loadApplication, processOf } from '../../application/index.ts';
import { factsOf, readRows } from '../../archive/index.ts';
import { needsOf } from '../needs.ts';

/**
 * What the holder of a link is asked for: about whom, for what, and who the standard wants. Nothing else of the
 * application is shown.
 * @throws AppError `LINK_UNUSABLE`
 */
export async function openInvitation(ctx: Ctx, token: string): Promise<OpenedInvitation> {
  return ctx.asPlatform(async () => {
    const one = await ctx.tx
      .selectFrom('endorsement')
      .selectAll()
      .where('token_hash', '=', linkHash(token))
      .executeTakeFirst();
    const open = one?.state === 'invited' && one.expires_at !== null && one.expires_at > ctx.systemNow;
    const target = one && open ? await loadApplication(ctx, { id: one.application_id }) : null;
    if (!one || !target) throw new AppError('LINK_UNUSABLE');
    const { row } = target;
    const { plan } = await processOf(ctx, row);
    const names = await ctx.tx
      .selectFrom('person as p')
      .innerJoin('unit as u', (join) => join.on('u.id', '=', row.unit_id))
      .innerJoin('plan as l', (join) => join.on('l.id', '=', row.plan_id))
      .select(['p.name as applicant', 'u.name as unit', 'l.name as plan'])
      .where('p.id', '=', row.person_id)
      .executeTakeFirstOrThrow();
    const [subject] = one.row_id === null ? [] : await readRows(ctx, row.person_id, 'masked', { ids: [one.row_id] });
    const needs = (await needsOf(ctx, row)) ?? [];
    return {
      kind: one.kind,
      form: plan.endorsements?.[one.kind]?.form ?? '专家意见',
      invitedName: one.invited_name,
      applicantName: names.applicant,
      unitName: names.unit,
      planName: names.plan,
      specialtyName: specialtyOf(plan, row.specialty)?.name ?? row.specialty,
      levelName: levelNameOf(plan, row.level as PlanLevel),
      subject: subject === undefined ? null : headingOf(factsOf(subject)),
      asked: needs.filter(({ kind }) => kind === one.kind).map(({ label, text }) => ({ label, text })),
      expiresAt: one.expires_at ?? ctx.systemNow,
    };
  });
}
