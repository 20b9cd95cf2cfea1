import { z } from 'zod';
import { date, id, instant, text } from './common.ts';
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
  /** The first day on which it is no more; null while it exists. */
  endedOn: date.nullable(),
});
export type RegisteredUnit = z.infer<typeof registeredUnit>;

export const listUnits = endpoint({
  method: 'GET',
  url: '/api/organisations/units',
  action: 'organisation.list-units',
  summary: '用人单位名录，按名称分页；按现用或曾用名称的一部分、统一社会信用代码查找',
  query: pageQuery.extend({ search: z.string().trim().max(60).default('') }),
  answer: z.object({ items: z.array(registeredUnit), next: id.nullable() }),
});

export const UNIT_CHANGE_KINDS = { renamed: '更名', merged: '并入其他单位', closed: '撤销、注销' } as const;
const kind = z.enum(['renamed', 'merged', 'closed']);

/** What became of a unit, from which day, on what paper, by whom. */
export const unitChange = z.object({
  id,
  kind,
  validFrom: date,
  /** The exact seal name up to that day. */
  oldName: z.string(),
  newName: z.string().nullable(),
  successor: z.object({ id, name: z.string() }).nullable(),
  document: z.string(),
  reason: z.string(),
  changedBy: z.string().nullable(),
  changedAt: instant,
});
export type UnitChange = z.infer<typeof unitChange>;

export const unitEntry = registeredUnit.extend({
  /** Its seal name on the day asked. */
  nameOn: z.string(),
  people: z.int(),
  /** Applications that still move. */
  running: z.int(),
  changes: z.array(unitChange),
});
export type UnitEntry = z.infer<typeof unitEntry>;

const ofUnit = z.object({ unitId: id });

export const readUnitEntry = endpoint({
  method: 'GET',
  url: '/api/organisations/units/:unitId',
  action: 'organisation.read-unit',
  summary: '名录中的一个单位及其更名、合并、撤销的历史',
  params: ofUnit,
  query: z.object({ on: date.optional() }),
  answer: unitEntry,
});

const paper = { validFrom: date, document: text(100), reason: text(300) };

export const changeUnitEntry = endpoint({
  method: 'POST',
  url: '/api/organisations/units/:unitId/changes',
  action: 'organisation.change-unit',
  summary: '登记单位更名、并入其他单位或撤销；原来的名称保留',
  params: ofUnit,
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('renamed'), ...paper, newName: text(100) }),
    z.object({ kind: z.literal('merged'), ...paper, successorId: id }),
    z.object({ kind: z.literal('closed'), ...paper }),
  ]),
  answer: unitEntry,
});
