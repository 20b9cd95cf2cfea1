import { z } from 'zod';
import { date, done, id, receipt, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';

export const expertLevel = z.enum(['engineer', 'senior', 'full-senior']);

export const expertRow = z.object({
  id,
  personId: id,
  name: z.string(),
  specialty: z.string(),
  level: expertLevel,
  employer: z.string(),
  appointedOn: date,
  termEnds: date,
  state: z.enum(['active', 'left']),
  /** False once the term has ended by business time. */
  inTerm: z.boolean(),
  version,
});
export type ExpertRow = z.infer<typeof expertRow>;

export const filingRow = z.object({
  id,
  name: z.string(),
  number: z.string(),
  filedOn: date,
  validUntil: date,
  members: z.int(),
  levels: z.array(expertLevel),
  specialties: z.array(z.string()),
  chairPersonId: id,
  chairName: z.string(),
  valid: z.boolean(),
});
export type FilingRow = z.infer<typeof filingRow>;

export const getPool = endpoint({
  method: 'GET',
  url: '/api/organisers/:organiserId/pool',
  action: 'pool.read',
  summary: '查看专家库和评委会备案',
  params: z.object({ organiserId: id }),
  answer: z.object({ experts: z.array(expertRow), filings: z.array(filingRow) }),
});

export const addExpert = endpoint({
  method: 'POST',
  url: '/api/organisers/:organiserId/pool',
  action: 'pool.add',
  summary: '专家入库',
  params: z.object({ organiserId: id }),
  body: z.object({
    name: text(50),
    idNumber: z.string().regex(/^[0-9]{17}[0-9X]$/, '请填写18位身份证号'),
    phone: z.string().regex(/^1[0-9]{10}$/, '请填写11位手机号'),
    username: z.string().regex(/^[a-z0-9][a-z0-9.-]{2,31}$/, '用户名由3至32个小写字母、数字、点或横线组成'),
    password: z.string().min(10, '至少10个字符').max(256),
    specialty: text(50),
    level: expertLevel,
    employer: text(100),
    unitId: id.nullable(),
    appointedOn: date,
    termEnds: date,
  }),
  answer: receipt,
});

export const renewExpert = endpoint({
  method: 'POST',
  url: '/api/experts/:id/term',
  action: 'pool.renew',
  summary: '专家续聘',
  params: z.object({ id }),
  body: z.object({ appointedOn: date, termEnds: date, version }),
  answer: receipt,
});

export const removeExpert = endpoint({
  method: 'POST',
  url: '/api/experts/:id/leaving',
  action: 'pool.remove',
  summary: '专家退出专家库',
  params: z.object({ id }),
  body: z.object({ reason: text(500), version }),
  answer: done,
});

export const registerFiling = endpoint({
  method: 'POST',
  url: '/api/organisers/:organiserId/filings',
  action: 'filing.register',
  summary: '登记评委会核准备案',
  params: z.object({ organiserId: id }),
  body: z.object({
    name: text(100),
    number: text(100),
    filedOn: date,
    validUntil: date,
    members: z.int().min(7).max(99),
    levels: z.array(expertLevel).min(1),
    specialties: z.array(text(50)).min(1),
    chairPersonId: id,
  }),
  answer: receipt,
});
