import { UNIT_AFFILIATIONS, UNIT_KINDS } from '@zhiping/core';
import { z } from 'zod';
import { me } from './account.ts';
import { UNIT_NATURE_NAMES } from './administration.ts';
import { date, done, id, instant, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { pageQuery } from './worklist.ts';

const keysOf = <K extends string>(names: Readonly<Record<K, string>>) => Object.keys(names) as [K, ...K[]];

export const UNIT_AFFILIATION_NAMES = {
  central: '中央驻省单位',
  province: '省（直辖市）直属单位',
  city: '市属及以下、其他单位',
  'other-province': '外省（市）单位',
} as const satisfies Record<(typeof UNIT_AFFILIATIONS)[number], string>;
export const UNIT_CATEGORY_NAMES = {
  other: '其他',
  university: '高等学校',
  hospital: '医院',
} as const satisfies Record<(typeof UNIT_KINDS)[number], string>;

export const idNumberText = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^\d{17}[\dX]$/, '应是18位居民身份证号码');
export const phoneText = z
  .string()
  .trim()
  .regex(/^1\d{10}$/, '应是11位手机号码');
export const newPassword = z.string().min(10, '至少10个字符').max(256);

export const registerPerson = endpoint({
  method: 'POST',
  url: '/api/registration',
  action: 'account.register',
  summary: '本人注册账户并登录',
  body: z
    .object({
      name: text(60),
      idNumber: idNumberText,
      phone: phoneText.optional(),
      email: z.email('应是电子邮箱地址').max(120).optional(),
      password: newPassword,
      /** Version of the privacy notice that was shown and agreed to; needed where one is published. */
      notice: z.int().positive().optional(),
      /** Separate consent for sensitive data, 个人信息保护法第29条. */
      sensitive: z.boolean().optional(),
    })
    .refine((body) => body.phone !== undefined || body.email !== undefined, {
      path: ['phone'],
      message: '手机号码和电子邮箱至少填一项',
    }),
  answer: me,
});

/** Fields of an upload are texts; several names stand one a line. */
export const unitRegistrationBody = z.object({
  name: text(100),
  creditCode: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/, '应是18位统一社会信用代码'),
  kind: z.enum(keysOf(UNIT_NATURE_NAMES)),
  category: z.enum(UNIT_KINDS),
  affiliation: z.enum(UNIT_AFFILIATIONS),
  area: text(40),
  /** 二级单位名称, one a line. */
  secondLevel: z.string().max(2000).default(''),
  agency: z.enum(['yes', 'no']).default('no'),
  contactName: text(60),
  contactPhone: z
    .string()
    .trim()
    .regex(/^[\d-]{7,20}$/, '应是电话号码'),
});

export const REGISTRATION_STATES = ['waiting', 'approved', 'returned', 'refused', 'withdrawn'] as const;

export const unitRegistration = z.object({
  id,
  state: z.enum(REGISTRATION_STATES),
  name: z.string(),
  creditCode: z.string(),
  kind: z.enum(keysOf(UNIT_NATURE_NAMES)),
  category: z.enum(UNIT_KINDS),
  affiliation: z.enum(UNIT_AFFILIATIONS),
  area: z.string(),
  secondLevelNames: z.array(z.string()),
  agency: z.boolean(),
  contactName: z.string(),
  contactPhone: z.string(),
  /** Who asked, and who is to decide. */
  applicantName: z.string(),
  decider: z.string(),
  letterName: z.string(),
  reason: z.string(),
  createdAt: instant,
  decidedAt: instant.nullable(),
  unitId: id.nullable(),
  /** The unit is there already but nobody acts for it: approving gives it its staff and changes nothing else. */
  takesOver: z.boolean(),
});
export type UnitRegistration = z.infer<typeof unitRegistration>;

const ofRegistration = z.object({ registrationId: id });

export const registerUnit = endpoint({
  method: 'POST',
  url: '/api/unit-registrations',
  action: 'unit-registration.create',
  summary: '申请登记用人单位，附授权书',
  transport: 'upload',
  body: unitRegistrationBody,
  answer: unitRegistration,
});

export const listAreas = endpoint({
  method: 'GET',
  url: '/api/unit-registration-areas',
  action: 'unit-registration.areas',
  summary: '各地由谁审核单位登记',
  answer: z.object({ items: z.array(z.object({ area: z.string(), decider: z.string() })) }),
});

export const listOwnRegistrations = endpoint({
  method: 'GET',
  url: '/api/me/unit-registrations',
  action: 'unit-registration.list-own',
  summary: '本人申请登记的用人单位',
  answer: z.object({ items: z.array(unitRegistration) }),
});

export const withdrawRegistration = endpoint({
  method: 'POST',
  url: '/api/unit-registrations/:registrationId/withdrawal',
  action: 'unit-registration.withdraw',
  summary: '撤回单位登记申请',
  params: ofRegistration,
  answer: unitRegistration,
});

export const listRegistrations = endpoint({
  method: 'GET',
  url: '/api/unit-registrations',
  action: 'unit-registration.read',
  summary: '单位登记申请，待审核的或已办理的',
  query: pageQuery.extend({ state: z.enum(['waiting', 'done']).default('waiting') }),
  answer: z.object({ items: z.array(unitRegistration), next: id.nullable() }),
});

export const downloadLetter = endpoint({
  method: 'GET',
  url: '/api/unit-registrations/:registrationId/letter',
  action: 'unit-registration.read',
  summary: '单位登记的授权书',
  params: ofRegistration,
  transport: 'download',
});

export const approveRegistration = endpoint({
  method: 'POST',
  url: '/api/unit-registrations/:registrationId/approval',
  action: 'unit-registration.decide',
  summary: '通过单位登记；申请人成为该单位经办人',
  params: ofRegistration,
  answer: unitRegistration,
});

const withReason = z.object({ reason: text(500) });

export const returnRegistration = endpoint({
  method: 'POST',
  url: '/api/unit-registrations/:registrationId/return',
  action: 'unit-registration.decide',
  summary: '退回单位登记申请，写明怎么修改',
  params: ofRegistration,
  body: withReason,
  answer: unitRegistration,
});

export const refuseRegistration = endpoint({
  method: 'POST',
  url: '/api/unit-registrations/:registrationId/refusal',
  action: 'unit-registration.decide',
  summary: '不予登记，写明理由',
  params: ofRegistration,
  body: withReason,
  answer: unitRegistration,
});

/** A unit as its own staff see it. */
export const unitSettings = z.object({
  id,
  name: z.string(),
  creditCode: z.string(),
  kind: z.enum(keysOf(UNIT_NATURE_NAMES)),
  category: z.enum(UNIT_KINDS),
  affiliation: z.enum(UNIT_AFFILIATIONS).nullable(),
  area: z.string(),
  authorityName: z.string().nullable(),
  associationName: z.string().nullable(),
  secondLevelNames: z.array(z.string()),
  agency: z.boolean(),
  contactName: z.string(),
  contactPhone: z.string(),
  registeredOn: date,
});
export type UnitSettings = z.infer<typeof unitSettings>;
const ofUnit = z.object({ unitId: id });

export const readUnitSettings = endpoint({
  method: 'GET',
  url: '/api/units/:unitId',
  action: 'unit.read-settings',
  summary: '本单位登记的内容',
  params: ofUnit,
  answer: unitSettings,
});

export const changeUnitSettings = endpoint({
  method: 'PUT',
  url: '/api/units/:unitId',
  action: 'unit.change-settings',
  summary: '修改本单位的二级单位名称和联系人',
  params: ofUnit,
  body: z.object({
    secondLevelNames: z.array(text(100)).max(200),
    contactName: text(60),
    contactPhone: z
      .string()
      .trim()
      .regex(/^[\d-]{7,20}$/, '应是电话号码'),
  }),
  answer: unitSettings,
});

export const unitStaff = z.object({ personId: id, name: z.string(), since: instant, self: z.boolean() });

export const listStaff = endpoint({
  method: 'GET',
  url: '/api/units/:unitId/staff',
  action: 'unit-staff.list',
  summary: '本单位经办人',
  params: ofUnit,
  answer: z.object({ items: z.array(unitStaff) }),
});

export const endStaff = endpoint({
  method: 'DELETE',
  url: '/api/units/:unitId/staff/:personId',
  action: 'unit-staff.end',
  summary: '结束一名经办人的身份',
  params: ofUnit.extend({ personId: id }),
  answer: done,
});

export const invitation = z.object({
  id,
  kind: z.enum(['staff', 'member']),
  name: z.string(),
  post: z.string(),
  invitedBy: z.string(),
  createdAt: instant,
  expiresAt: instant,
  state: z.enum(['open', 'used', 'expired', 'revoked']),
});
export type Invitation = z.infer<typeof invitation>;

export const listInvitations = endpoint({
  method: 'GET',
  url: '/api/units/:unitId/invitations',
  action: 'unit-invitation.list',
  summary: '本单位最近发出的邀请',
  params: ofUnit,
  answer: z.object({ items: z.array(invitation) }),
});

export const invite = endpoint({
  method: 'POST',
  url: '/api/units/:unitId/invitations',
  action: 'unit-invitation.create',
  summary: '邀请经办人或人员加入本单位；链接只显示一次',
  params: ofUnit,
  body: z.object({ kind: z.enum(['staff', 'member']), name: text(60), post: z.string().trim().max(60).default('') }),
  answer: z.object({ invitation, link: z.string() }),
});

export const revokeInvitation = endpoint({
  method: 'DELETE',
  url: '/api/unit-invitations/:invitationId',
  action: 'unit-invitation.revoke',
  summary: '收回邀请',
  params: z.object({ invitationId: id }),
  answer: done,
});

const byToken = z.object({ token: z.string().regex(/^[\w-]{22}$/) });

export const readInvitation = endpoint({
  method: 'GET',
  url: '/api/invitations/:token',
  action: 'invitation.read',
  summary: '收到的邀请',
  params: byToken,
  answer: z.object({
    kind: z.enum(['staff', 'member']),
    unitName: z.string(),
    name: z.string(),
    post: z.string(),
    invitedBy: z.string(),
    expiresAt: instant,
  }),
});

export const acceptInvitation = endpoint({
  method: 'POST',
  url: '/api/invitations/:token/acceptance',
  action: 'invitation.accept',
  summary: '接受邀请；每个邀请只能用一次',
  params: byToken,
  answer: z.object({
    /** `waiting`: the unit has yet to check the identity document. */
    outcome: z.enum(['staff', 'member', 'waiting']),
    unitName: z.string(),
  }),
});
