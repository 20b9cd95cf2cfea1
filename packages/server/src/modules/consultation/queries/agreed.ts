import type { ConsultationKind } from '@zhiping/contract';
import type { Talent } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';

export interface AgreedAbout {
  readonly planId: string;
  readonly personId: string;
  readonly specialty: string;
  readonly level: string;
}

/**
 * What the office agreed to before an application of this person, by kind; null where it did not. Decide first that the
 * caller may see the application: it is read as the platform.
 */
export async function agreedConsultations(
  ctx: Ctx,
  about: AgreedAbout,
): Promise<Readonly<Record<ConsultationKind, { readonly talents: readonly Talent[] } | null>>> {
  const rows = await ctx.asPlatform(() =>
    ctx.tx
      .selectFrom('consultation')
      .select(['kind', 'agreed_talents'])
      .where('person_id', '=', about.personId)
      .where('plan_id', '=', about.planId)
      .where('specialty', '=', about.specialty)
      .where('level', '=', about.level)
      .where('state', '=', 'agreed')
      .execute(),
  );
  const of = (kind: ConsultationKind) => {
    const row = rows.find((one) => one.kind === kind);
    return row === undefined ? null : { talents: row.agreed_talents };
  };
  return { green: of('green'), entrusted: of('entrusted') };
}
