import type { ReuseFinding } from '@zhiping/contract';
import { maskName } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { findOtherUses } from './other-uses.ts';

/**
 * Both sides of each other use. A person of another organiser, or one a unit looks at, is named by a masked name: who it is
 * learns the office that decides both.
 *
 * @param office the organisers whose staff asks, whose applicants stand in full
 */
export async function readReuse(
  ctx: Ctx,
  applicationId: string,
  office: ReadonlySet<string>,
): Promise<readonly ReuseFinding[]> {
  return ctx.asPlatform(async () => {
    const found = await findOtherUses(ctx, applicationId);
    if (found.length === 0) return [];
    const applications = await ctx.tx
      .selectFrom('application as a')
      .innerJoin('plan as l', 'l.id', 'a.plan_id')
      .innerJoin('person as p', 'p.id', 'a.person_id')
      .innerJoin('unit as u', 'u.id', 'a.unit_id')
      .select(['a.id', 'a.number', 'a.organiser_id as organiserId', 'l.name as plan', 'p.name', 'u.name as unitName'])
      .where('a.id', 'in', [...new Set(found.map(({ other }) => other.application_id))])
      .execute();
    const byId = new Map(applications.map((one) => [one.id, one]));
    return found.flatMap(({ mine, other, likenesses, standing }): readonly ReuseFinding[] => {
      const application = byId.get(other.application_id);
      if (application === undefined) return [];
      const { number, plan, name, unitName, organiserId } = application;
      const shown = office.has(organiserId) ? name : maskName(name);
      return [
        {
          rowId: mine.row_id,
          title: mine.title,
          part: mine.part,
          likenesses: [...likenesses],
          standing,
          other: {
            number,
            plan,
            personName: standing === 'own-earlier' ? null : shown,
            unitName,
            title: other.title,
            part: other.part,
            usedAt: other.used_at,
          },
        },
      ];
    });
  });
}
