import { creditCodeCheck } from '@zhiping/core';
import type { Ctx } from '../../context.ts';

/** Ids of the organisations of the demonstration, fixed so that every start and test knows them. */
export const DEMONSTRATION = {
  organiser: '01900000-0000-7000-8000-000000000001',
  authority: '01900000-0000-7000-8000-000000000002',
  association: '01900000-0000-7000-8000-000000000003',
  confirmer: '01900000-0000-7000-8000-000000000004',
  enterprise: '01900000-0000-7000-8000-000000000005',
  institution: '01900000-0000-7000-8000-000000000006',
} as const;

/** Business time of the demonstration's first start: the day before the first window of LN-2024 opens. */
export const DEMONSTRATION_START = '2024-06-24T01:00:00.000Z';

export async function seedOrganisations(ctx: Ctx): Promise<void> {
  const { tx } = ctx;
  await tx
    .insertInto('organiser')
    .values({
      id: DEMONSTRATION.organiser,
      name: '辽宁省工业和信息化厅',
      office_name: '辽宁省安全技术防范工程高级职称评审委员会办公室',
      clock_offset_ms: BigInt(Date.parse(DEMONSTRATION_START) - Date.parse(ctx.systemNow)),
    })
    .execute();
  await tx
    .insertInto('authority')
    .values([
      { id: DEMONSTRATION.authority, name: '沈阳市人力资源和社会保障局', area: '沈阳市' },
      { id: DEMONSTRATION.confirmer, name: '辽宁省人力资源和社会保障厅', area: '辽宁省' },
    ])
    .execute();
  await tx
    .insertInto('association')
    .values({ id: DEMONSTRATION.association, name: '辽宁省公共安全防范行业协会' })
    .execute();
  const common = { area: '沈阳市', authority_id: DEMONSTRATION.authority, association_id: DEMONSTRATION.association };
  await tx
    .insertInto('unit')
    .values([
      {
        ...common,
        id: DEMONSTRATION.enterprise,
        name: '沈阳安盾科技有限公司',
        credit_code: withCheck('91210102MA0XY5123'),
        kind: 'private',
      },
      {
        ...common,
        id: DEMONSTRATION.institution,
        name: '沈阳市公共安全技术中心',
        credit_code: withCheck('12210100463000456'),
        kind: 'public-institution',
      },
    ])
    .execute();
}

function withCheck(body: string): string {
  return body + creditCodeCheck(body);
}
