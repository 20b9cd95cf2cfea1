import { z } from 'zod';
import { date, done, id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

export const foundUnit = z.object({
  id,
  name: z.string(),
  creditCode: z.string(),
  area: z.string(),
  /** 人事代理机构: takes people without a unit and people of units that do not register. */
  agency: z.boolean(),
  /** Whether somebody besides the caller can act for it. */
  staffed: z.boolean(),
});
export type FoundUnit = z.infer<typeof foundUnit>;

export const searchUnits = endpoint({
  method: 'GET',
  url: '/api/units',
  action: 'unit.search',
  summary: '按名称或统一社会信用代码查找已登记的用人单位',
  query: z.object({ search: z.string().trim().min(2, '至少两个字').max(60) }),
  answer: z.object({ items: z.array(foundUnit) }),
});

export const JOINING_STATES = ['waiting', 'accepted', 'refused', 'withdrawn'] as const;
const joining = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  post: z.string(),
  employerName: z.string(),
  by: z.enum(['person', 'unit']),
  state: z.enum(JOINING_STATES),
  reason: z.string(),
  createdAt: instant,
});

/** How the caller stands to units: now, before, and what waits. */
export const membership = z.object({
  /** `stated`: nobody has checked the identity document yet; the unit does when it accepts. */
  identity: z.enum(['stated', 'confirmed']),
  unit: z
    .object({
      id,
      name: z.string(),
      agency: z.boolean(),
      staffed: z.boolean(),
      post: z.string(),
      employerName: z.string(),
      joinedOn: date,
    })
    .nullable(),
  earlier: z.array(z.object({ unitName: z.string(), post: z.string(), joinedOn: date, leftOn: date })),
  /** The latest request, unless the person has been taken in since. */
  request: joining.nullable(),
});
export type Membership = z.infer<typeof membership>;

export const readMembership = endpoint({
  method: 'GET',
  url: '/api/me/membership',
  action: 'membership.read',
  summary: '本人所在的用人单位和加入申请',
  answer: membership,
});

export const askToJoin = endpoint({
  method: 'POST',
  url: '/api/me/membership/requests',
  action: 'membership.ask',
  summary: '申请加入用人单位',
  body: z.object({ unitId: id, post: z.string().trim().max(60), employerName: z.string().trim().max(100).default('') }),
  answer: membership,
});

export const withdrawJoining = endpoint({
  method: 'DELETE',
  url: '/api/me/membership/requests/:requestId',
  action: 'membership.withdraw',
  summary: '撤回加入申请',
  params: z.object({ requestId: id }),
  answer: membership,
});

const leaving = z.object({ leftOn: date, reason: text(200) });

export const leaveUnit = endpoint({
  method: 'POST',
  url: '/api/me/membership/leaving',
  action: 'membership.leave',
  summary: '离开现在的用人单位',
  body: leaving,
  answer: membership,
});

/** Somebody who wants in, as the unit sees it: numbers masked. */
export const joiningPerson = z.object({
  id,
  personId: id,
  name: z.string(),
  idNumber: z.string(),
  phone: z.string(),
  identity: z.enum(['stated', 'confirmed']),
  post: z.string(),
  employerName: z.string(),
  by: z.enum(['person', 'unit']),
  createdAt: instant,
});
export type JoiningPerson = z.infer<typeof joiningPerson>;
const ofUnit = z.object({ unitId: id });
const ofRequest = z.object({ requestId: id });

export const listJoining = endpoint({
  method: 'GET',
  url: '/api/units/:unitId/joining',
  action: 'membership.list-joining',
  summary: '申请加入本单位的人员',
  params: ofUnit,
  answer: z.object({ items: z.array(joiningPerson) }),
});

export const revealJoining = endpoint({
  method: 'POST',
  url: '/api/joining/:requestId/revealing',
  action: 'membership.reveal',
  summary: '显示申请加入人员的证件号码和手机号码，留下记录',
  params: ofRequest,
  answer: z.object({ idNumber: z.string().nullable(), phone: z.string().nullable() }),
});

export const acceptJoining = endpoint({
  method: 'POST',
  url: '/api/joining/:requestId/acceptance',
  action: 'membership.decide',
  summary: '同意加入，并确认已核对身份证件',
  params: ofRequest,
  body: z.object({ joinedOn: date, identityChecked: z.literal(true, '请先核对身份证件原件') }),
  answer: done,
});

export const refuseJoining = endpoint({
  method: 'POST',
  url: '/api/joining/:requestId/refusal',
  action: 'membership.decide',
  summary: '不同意加入，写明理由',
  params: ofRequest,
  body: z.object({ reason: text(300) }),
  answer: done,
});

export const unitMember = z.object({
  personId: id,
  name: z.string(),
  post: z.string(),
  employerName: z.string(),
  joinedOn: date,
});
export type UnitMember = z.infer<typeof unitMember>;

export const listMembers = endpoint({
  method: 'GET',
  url: '/api/units/:unitId/members',
  action: 'membership.list-members',
  summary: '本单位人员',
  params: ofUnit,
  query: pageQuery.extend({ search: z.string().trim().max(60).optional() }),
  answer: z.object({ items: z.array(unitMember), next: id.nullable() }),
});

export const endMembership = endpoint({
  method: 'POST',
  url: '/api/units/:unitId/members/:personId/leaving',
  action: 'membership.end',
  summary: '登记人员离开本单位',
  params: ofUnit.extend({ personId: id }),
  body: leaving,
  answer: done,
});
