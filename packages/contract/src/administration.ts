import { AUTHORITY_KINDS, RELATIONS } from '@zhiping/core';
import { z } from 'zod';
import { done, id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

/** What an administrator may make somebody, and the kind of organisation it is to. The other relations come from cases and meetings. */
export const GRANTABLE = {
  unit: 'unit',
  authority: 'authority',
  association: 'association',
  confirmer: 'authority',
  office: 'organiser',
  supervisor: 'organiser',
  'policy-owner': 'organiser',
  'system-admin': 'organiser',
  'security-admin': 'organiser',
  'audit-admin': 'organiser',
} as const;
export type Grantable = keyof typeof GRANTABLE;
const grantable = z.enum(Object.keys(GRANTABLE) as [Grantable, ...Grantable[]]);

export const accountLine = z.object({
  personId: id,
  name: z.string(),
  username: z.string(),
  lockedUntil: instant.nullable(),
  /** Joined into another account of the same person: nobody signs in with it any more. */
  merged: z.boolean(),
  relations: z.array(z.object({ id, relation: z.enum(RELATIONS), subjectId: id, subjectName: z.string() })),
});
export type AccountLine = z.infer<typeof accountLine>;

export const listAccounts = endpoint({
  method: 'GET',
  url: '/api/accounts',
  action: 'account.list',
  summary: '账户和身份，按用户名分页',
  query: pageQuery.extend({ search: z.string().trim().max(60).default('') }),
  answer: z.object({ items: z.array(accountLine), next: id.nullable() }),
});

const newRelation = z.object({ relation: grantable, subjectId: id });
/** The first password is shown once, to the administrator who hands it over. */
const firstPassword = z.object({ personId: id, password: z.string() });

export const createAccount = endpoint({
  method: 'POST',
  url: '/api/accounts',
  action: 'account.create',
  summary: '登记一个人的账户',
  body: z.object({
    name: text(60),
    username: z.string().regex(/^[a-z][a-z0-9._-]{2,39}$/, '用小写字母开头的3到40个字母、数字、点、横线'),
    idNumber: z
      .string()
      .regex(/^\d{17}[\dX]$/, '应是18位居民身份证号码')
      .optional(),
    phone: z
      .string()
      .regex(/^1\d{10}$/, '应是11位手机号码')
      .optional(),
    relations: z.array(newRelation).max(20),
  }),
  answer: firstPassword,
});

export const grantRelation = endpoint({
  method: 'POST',
  url: '/api/accounts/:personId/relations',
  action: 'account.grant',
  summary: '给一个账户增加身份',
  params: z.object({ personId: id }),
  body: newRelation,
  answer: done,
});

export const endRelation = endpoint({
  method: 'DELETE',
  url: '/api/accounts/:personId/relations/:relationId',
  action: 'account.revoke',
  summary: '结束一个账户的身份',
  params: z.object({ personId: id, relationId: id }),
  answer: done,
});

export const resetPassword = endpoint({
  method: 'POST',
  url: '/api/accounts/:personId/password-reset',
  action: 'account.reset-password',
  summary: '重置密码并结束其全部会话',
  params: z.object({ personId: id }),
  answer: firstPassword,
});

export const unlockAccount = endpoint({
  method: 'POST',
  url: '/api/accounts/:personId/unlock',
  action: 'account.unlock',
  summary: '解除账户锁定',
  params: z.object({ personId: id }),
  answer: done,
});

/** A body that people are staff of, but for units, which are many and have their own list. */
export const organisation = z.object({
  id,
  kind: z.enum(['organiser', 'authority', 'association']),
  name: z.string(),
  area: z.string().nullable(),
});
export type Organisation = z.infer<typeof organisation>;

export const listOrganisations = endpoint({
  method: 'GET',
  url: '/api/organisations',
  action: 'organisation.list',
  summary: '组建单位、人社或主管部门、行业协会；用人单位另有名录',
  answer: z.object({ items: z.array(organisation) }),
});

export const UNIT_NATURE_NAMES = {
  'public-institution': '事业单位',
  enterprise: '国有企业',
  private: '民营企业',
  social: '社会组织',
} as const;
type UnitNature = keyof typeof UNIT_NATURE_NAMES;

export const addUnit = endpoint({
  method: 'POST',
  url: '/api/organisations/units',
  action: 'organisation.add',
  summary: '登记用人单位',
  body: z.object({
    name: text(100),
    creditCode: z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, '应是18位统一社会信用代码'),
    kind: z.enum(Object.keys(UNIT_NATURE_NAMES) as [UnitNature, ...UnitNature[]]),
    area: text(40),
    authorityId: id.nullable(),
    associationId: id.nullable(),
  }),
  answer: z.object({ id }),
});

export const addAuthority = endpoint({
  method: 'POST',
  url: '/api/organisations/authorities',
  action: 'organisation.add',
  summary: '登记人社或主管部门',
  body: z.object({ name: text(100), area: text(40), kind: z.enum(AUTHORITY_KINDS).default('hr') }),
  answer: z.object({ id }),
});

export const addAssociation = endpoint({
  method: 'POST',
  url: '/api/organisations/associations',
  action: 'organisation.add',
  summary: '登记行业协会',
  body: z.object({ name: text(100) }),
  answer: z.object({ id }),
});

export const addOrganiser = endpoint({
  method: 'POST',
  url: '/api/organisations/organisers',
  action: 'organisation.add',
  summary: '登记组建单位（评审委员会的组建单位和办公室）',
  body: z.object({
    name: text(100),
    officeName: text(100),
    /** Business time it starts at; in demonstration mode only. */
    startsAt: instant.nullable().default(null),
  }),
  answer: z.object({ id }),
});
