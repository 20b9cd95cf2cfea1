import type { Organisation } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../../context.ts';

/** The bodies that run and confirm evaluations: tens, not thousands. Units are listed by `listUnits`. */
export async function listOrganisations(ctx: Ctx): Promise<Organisation[]> {
  const { rows } = await sql<Organisation>`
    select id, 'organiser' as kind, name, null as area from organiser
    union all select id, 'authority', name, area from authority
    union all select id, 'association', name, null from association
    order by 2, 3`.execute(ctx.tx);
  return rows;
}
