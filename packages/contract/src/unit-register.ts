import { z } from 'zod';
import { id } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

/** One unit in the register, as those who keep the register see it. */
export const registeredUnit = z.object({
  id,
  name: z.string(),
  creditCode: z.string(),
  area: z.string(),
  authorityName: z.string().nullable(),
  agency: z.boolean(),
});
export type RegisteredUnit = z.infer<typeof registeredUnit>;

export const listUnits = endpoint({
  method: 'GET',
  url: '/api/organisations/units',
  action: 'organisation.list-units',
  summary: '用人单位名录，按名称分页；按名称的一部分或统一社会信用代码查找',
  query: pageQuery.extend({ search: z.string().trim().max(60).default('') }),
  answer: z.object({ items: z.array(registeredUnit), next: id.nullable() }),
});
