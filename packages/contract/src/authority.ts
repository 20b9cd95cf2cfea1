import { AUTHORITY_KINDS } from '@zhiping/core';
import { z } from 'zod';
import { date, id, instant, receipt, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { decisionBodies, pageQuery, worklistPage } from './worklist.ts';

const ofApplication = z.object({ id });
/** What every decision on an application answers. */
export const decided = z.object({ id, stage: z.string(), version, receipt });

/** Who seals a recommendation: the authority, and after it the association where the plan says so. */
export const SEALS = ['authority', 'association'] as const;

/** One body of an application's chain, with what it decided. */
export const sealView = z.object({
  position: z.int(),
  /** Null: none that fits is registered; the committee office names one. */
  authorityName: z.string().nullable(),
  wanted: z.string(),
  as: z.string(),
  decision: z.enum(['approved', 'returned', 'refused']).nullable(),
  decidedAt: instant.nullable(),
  document: z.object({ number: z.string(), date }).nullable(),
  committeeName: z.string().nullable(),
  reason: z.string(),
});
export type SealView = z.infer<typeof sealView>;

export const readSealing = endpoint({
  method: 'GET',
  url: '/api/applications/:id/sealing',
  action: 'application.read-sealing',
  summary: '由哪些部门依次审核盖章、理由和已作出的决定',
  params: ofApplication,
  answer: z.object({
    /** Whether the chain has begun; before that it is what the plan's table says today. */
    begun: z.boolean(),
    why: z.string(),
    label: z.string(),
    via: z.string().nullable(),
    seals: z.array(sealView),
    /** Seals after the authorities where the plan asks for it. */
    association: z.string().nullable(),
    /** Committees the submitting authority may choose among; null where the plan has no such choice. */
    choice: z
      .object({
        label: z.string(),
        committees: z.array(
          z.object({ id: z.string(), name: z.string(), takes: z.boolean(), specialties: z.string() }),
        ),
      })
      .nullable(),
  }),
});
export type Sealing = z.infer<typeof readSealing.answer>;

export const redirectSeal = endpoint({
  method: 'POST',
  url: '/api/applications/:id/redirect-seal',
  action: 'application.redirect-seal',
  summary: '不归本部门审核：写明理由，交评委会办公室改派',
  params: ofApplication,
  body: z.object({ version, reason: text(500) }),
  answer: z.object({ id, version, receipt }),
});

export const listUnassigned = endpoint({
  method: 'GET',
  url: '/api/office/unassigned-seals',
  action: 'application.list-unassigned',
  summary: '还没有确定由哪个部门审核盖章的申报',
  query: pageQuery,
  answer: worklistPage,
});

export const assignAuthority = endpoint({
  method: 'POST',
  url: '/api/applications/:id/assign-authority',
  action: 'application.assign-authority',
  summary: '评委会办公室指定审核盖章的部门，写明理由',
  params: ofApplication,
  body: z.object({ version, authorityId: id, reason: text(500) }),
  answer: z.object({ id, version, receipt }),
});

export const findAuthorities = endpoint({
  method: 'GET',
  url: '/api/authorities',
  action: 'authority.find',
  summary: '按名称查找已登记的人社和主管部门，至多 20 个',
  query: z.object({ name: z.string().trim().max(60).default(''), kind: z.enum(AUTHORITY_KINDS).optional() }),
  answer: z.object({
    items: z.array(z.object({ id, name: z.string(), area: z.string(), kind: z.enum(AUTHORITY_KINDS) })),
  }),
});

export const listSealing = endpoint({
  method: 'GET',
  url: '/api/authority/applications',
  action: 'application.list-sealing',
  summary: '等待本部门或本协会审核盖章的申报，可以按计划、单位、编号或姓名、期限筛选',
  query: pageQuery.extend({
    plan: id.optional(),
    /** A number, or the beginning of the name of the person or unit. */
    find: z.string().trim().max(60).optional(),
    due: z.enum(['late', 'soon']).optional(),
  }),
  answer: worklistPage,
});

export const listSealingDeadlines = endpoint({
  method: 'GET',
  url: '/api/authority/deadlines',
  action: 'application.list-sealing',
  summary: '本部门或本协会的期限：各计划几时截止，多少件在等',
  answer: z.object({
    /** By plan and stage, the first deadline first. */
    items: z.array(
      z.object({
        planId: id,
        planName: z.string(),
        organiserId: id,
        stageName: z.string(),
        waiting: z.int(),
        /** Of them: due within three days. */
        soon: z.int(),
        /** Of them: past a deadline that only marks. */
        late: z.int(),
        firstDue: instant.nullable(),
        /** The windows of the plan that are this body's own. */
        windows: z.array(z.object({ name: z.string(), label: z.string(), closesAt: instant })),
      }),
    ),
  }),
});
export type SealingDeadline = z.infer<typeof listSealingDeadlines.answer>['items'][number];

const decision = <B extends z.ZodType>(name: string, summary: string, body: B) =>
  endpoint({
    method: 'POST',
    url: `/api/applications/:id/${name}`,
    action: `application.${name}`,
    summary,
    params: ofApplication,
    body,
    answer: decided,
  });

export const authorityApprove = decision(
  'authority-approve',
  '人社或主管部门同意推荐；由其选择评委会的，写明所选',
  decisionBodies.approve.extend({ committee: z.string().max(60).optional() }),
);
export const authorityReturn = decision('authority-return', '人社或主管部门退回修改', decisionBodies.return);
export const authorityRefuse = decision('authority-refuse', '人社或主管部门不同意推荐', decisionBodies.refuse);
export const associationApprove = decision('association-approve', '行业协会同意', decisionBodies.approve);
export const associationReturn = decision('association-return', '行业协会退回修改', decisionBodies.return);
export const associationRefuse = decision('association-refuse', '行业协会不同意', decisionBodies.refuse);
