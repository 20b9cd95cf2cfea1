import { z } from 'zod';
import { id, receipt, version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { decisionBodies, pageQuery, worklistPage } from './worklist.ts';

const ofApplication = z.object({ id });
/** What every decision on an application answers. */
export const decided = z.object({ id, stage: z.string(), version, receipt });

/** Who seals a recommendation: the authority, and after it the association where the plan says so. */
export const SEALS = ['authority', 'association'] as const;

export const listSealing = endpoint({
  method: 'GET',
  url: '/api/authority/applications',
  action: 'application.list-sealing',
  summary: '等待本部门或本协会审核盖章的申报',
  query: pageQuery,
  answer: worklistPage,
});

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

export const authorityApprove = decision('authority-approve', '人社或主管部门同意推荐', decisionBodies.approve);
export const authorityReturn = decision('authority-return', '人社或主管部门退回修改', decisionBodies.return);
export const authorityRefuse = decision('authority-refuse', '人社或主管部门不同意推荐', decisionBodies.refuse);
export const associationApprove = decision('association-approve', '行业协会同意', decisionBodies.approve);
export const associationReturn = decision('association-return', '行业协会退回修改', decisionBodies.return);
export const associationRefuse = decision('association-refuse', '行业协会不同意', decisionBodies.refuse);
