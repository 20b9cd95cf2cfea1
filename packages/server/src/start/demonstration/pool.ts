import type { Ctx } from '../../context.ts';
import { fileExpert, registerFiling } from '../../modules/pool/index.ts';
import { EXPERTS } from './expert-logins.ts';
import { DEMONSTRATION } from './organisations.ts';

const EMPLOYERS = [
  '沈阳理工大学',
  '大连理工大学',
  '辽宁省公安厅科技信息化总队',
  '辽宁省建筑设计研究院有限责任公司',
  '东北大学',
  '中国科学院沈阳自动化研究所',
  '大连华铁安防工程有限公司',
  '鞍山市公共安全技术研究所',
  '沈阳城市公共安全有限公司',
  '辽宁省电子信息产品监督检验院',
  '国网辽宁省电力有限公司',
  '锦州市智能交通科技有限公司',
];
/** Every so many experts one works where the applicant of the demonstration does, so that recusal has something to find. */
const COLLEAGUE_EVERY = 12;
const TERM = { appointedOn: '2023-03-01', termEnds: '2026-02-28' } as const;

/** On an empty pool: the experts on file, one whose term has ended, and a committee of eleven with a valid filing. */
export async function seedPool(ctx: Ctx): Promise<void> {
  const { organiser, enterprise } = DEMONSTRATION;
  const there = await ctx.tx.selectFrom('expert').select('id').where('organiser_id', '=', organiser).limit(1).execute();
  if (there.length > 0) return;
  const accounts = await ctx.tx.selectFrom('account').select(['person_id', 'username']).execute();
  const personOf = new Map(accounts.map(({ username, person_id }) => [username, person_id]));
  const chair = personOf.get('chair') ?? '';
  const file = (username: string, entry: Parameters<typeof fileExpert>[3]) =>
    fileExpert(ctx, organiser, personOf.get(username) ?? '', entry);
  await file('chair', {
    specialty: '安防工程',
    level: 'full-senior',
    employer: '辽宁省公共安全技术研究院',
    unitId: null,
    ...TERM,
  });
  for (let number = 1; number <= EXPERTS; number += 1) {
    const colleague = number % COLLEAGUE_EVERY === 0;
    await file(`expert${number}`, {
      specialty: number % 4 === 0 ? '网信行业有关专业' : '安防工程',
      level: number % 3 === 0 ? 'full-senior' : 'senior',
      employer: colleague ? '沈阳安盾科技有限公司' : (EMPLOYERS[number % EMPLOYERS.length] ?? ''),
      unitId: colleague ? enterprise : null,
      ...(number === EXPERTS - 1 ? { appointedOn: '2021-03-01', termEnds: '2024-02-29' } : TERM),
    });
  }
  await registerFiling(ctx, organiser, {
    name: '辽宁省安全技术防范工程高级职称评审委员会',
    number: '辽人社职备〔2023〕18号',
    filedOn: '2023-03-01',
    validUntil: '2026-02-28',
    members: 11,
    levels: ['engineer', 'senior', 'full-senior'],
    specialties: ['安防工程', '网信行业有关专业'],
    chairPersonId: chair,
  });
}
