import { PLAN_LEVELS } from '@zhiping/core';
import { z } from 'zod';
import { date, id, instant, receipt, text } from './common.ts';
import { endpoint } from './endpoint.ts';

const ofUnit = z.object({ unitId: id });
const ofApplication = z.object({ id });
const grade = z.int().min(1).max(13);
const level = z.enum(PLAN_LEVELS);
const result = z.enum(['excellent', 'qualified', 'basic', 'unqualified', 'undetermined']);

export const APPOINTMENT_WAYS = { appointed: '聘任', promoted: '晋升', demoted: '降聘' } as const;
export const SELF_APPOINTMENT_BASES = { doctor: '博士', master: '取得助理工程师 2 年以上的硕士' } as const;

export const levelPosts = z.object({ level, quota: z.int(), held: z.int(), asked: z.int(), vacancies: z.int() });
export type LevelPosts = z.infer<typeof levelPosts>;

export const readPosts = endpoint({
  method: 'GET',
  url: '/api/units/:unitId/posts',
  action: 'post.read',
  summary: '单位各级岗位的数额、在聘和空缺',
  params: ofUnit,
  answer: z.object({
    grades: z.array(z.object({ grade, level, quota: z.int(), held: z.int() })),
    levels: z.array(levelPosts),
  }),
});

export const setPostQuota = endpoint({
  method: 'PUT',
  url: '/api/units/:unitId/posts/:grade',
  action: 'post.set-quota',
  summary: '登记一个岗位等级的核定数额',
  params: z.object({ unitId: id, grade: z.coerce.number().pipe(grade) }),
  body: z.object({ quota: z.int().min(0).max(100_000) }),
  answer: z.object({ receipt }),
});

export const appointment = z.object({
  id,
  personId: id,
  personName: z.string(),
  grade,
  level,
  postName: z.string(),
  way: z.enum(['appointed', 'promoted', 'demoted']),
  from: date,
  to: date.nullable(),
  endReason: z.string(),
  assessments: z.array(z.object({ year: z.int(), result, note: z.string() })),
  recordedAt: instant,
});
export type Appointment = z.infer<typeof appointment>;

export const listAppointments = endpoint({
  method: 'GET',
  url: '/api/units/:unitId/appointments',
  action: 'post.read',
  summary: '单位的聘任登记，按登记先后',
  params: ofUnit,
  query: z.object({
    after: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    personId: id.optional(),
  }),
  answer: z.object({ items: z.array(appointment), next: id.nullable() }),
});

export const appoint = endpoint({
  method: 'POST',
  url: '/api/units/:unitId/appointments',
  action: 'post.appoint',
  summary: '聘任、晋升或降聘：原聘任在前一日结束，期间计入任职年限',
  params: ofUnit,
  body: z.object({ personId: id, grade, postName: text(100), from: date, to: date.nullable().default(null) }),
  answer: z.object({ id, way: z.enum(['appointed', 'promoted', 'demoted']), receipt }),
});

export const endAppointment = endpoint({
  method: 'POST',
  url: '/api/units/:unitId/appointments/:id/end',
  action: 'post.appoint',
  summary: '解聘：写明结束日期和原因',
  params: z.object({ unitId: id, id }),
  body: z.object({ to: date, reason: text(200) }),
  answer: z.object({ receipt }),
});

export const assessAppointment = endpoint({
  method: 'PUT',
  url: '/api/units/:unitId/appointments/:id/assessments/:year',
  action: 'post.appoint',
  summary: '登记聘后一个年度的考核结果',
  params: z.object({ unitId: id, id, year: z.coerce.number().pipe(z.int().min(1980).max(2100)) }),
  body: z.object({ result, note: z.string().trim().max(300).default('') }),
  answer: z.object({ receipt }),
});

export const selfAppointment = z.object({
  id,
  personId: id,
  personName: z.string(),
  specialty: z.string(),
  basis: z.enum(['doctor', 'master']),
  from: date,
  note: z.string(),
});
export type SelfAppointment = z.infer<typeof selfAppointment>;

export const listSelfAppointments = endpoint({
  method: 'GET',
  url: '/api/units/:unitId/self-appointments',
  action: 'post.read',
  summary: '企业自主聘任工程师登记，不经评审委员会',
  params: ofUnit,
  query: z.object({ after: id.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
  answer: z.object({ items: z.array(selfAppointment), next: id.nullable() }),
});

export const selfAppoint = endpoint({
  method: 'POST',
  url: '/api/units/:unitId/self-appointments',
  action: 'post.self-appoint',
  summary: '登记企业自主聘任的工程师',
  params: ofUnit,
  body: z.object({
    personId: id,
    specialty: text(100),
    basis: z.enum(['doctor', 'master']),
    from: date,
    note: z.string().trim().max(300).default(''),
  }),
  answer: z.object({ id, receipt }),
});

export const readCasePost = endpoint({
  method: 'GET',
  url: '/api/applications/:id/post',
  action: 'post.read-case',
  summary: '本次申报占用的岗位；评聘结合的单位须登记',
  params: ofApplication,
  answer: z.object({
    /** Whether the plan asks this unit for it. */
    needed: z.boolean(),
    label: z.string().nullable(),
    posts: levelPosts,
    recorded: z.object({ takes: z.boolean(), reason: z.string(), recordedAt: instant }).nullable(),
  }),
});

export const recordCasePost = endpoint({
  method: 'POST',
  url: '/api/applications/:id/post',
  action: 'post.record-case',
  summary: '登记本次申报占用一个空缺岗位，或者不占用的原因',
  params: ofApplication,
  body: z.object({ takes: z.boolean(), reason: z.string().trim().max(300).default('') }),
  answer: z.object({ receipt }),
});
