import { accountRoutes, administrationRoutes, securityRoutes, signOnRoutes } from './account/index.ts';
import { applicationDeadlines, applicationRoutes } from './application/index.ts';
import { archiveRoutes } from './archive/index.ts';
import { authorityRoutes } from './authority/index.ts';
import { ballotRoutes } from './ballot/index.ts';
import { callRoutes } from './call/index.ts';
import { certificateRoutes } from './certificate/index.ts';
import { clockRoutes } from './clock/index.ts';
import { codeRoutes, codeTasks } from './codes/index.ts';
import { consultationRoutes } from './consultation/index.ts';
import { consentRoutes } from './consent/index.ts';
import { contactRoutes, contactTasks } from './contact/index.ts';
import { delegationRoutes } from './delegation/index.ts';
import { demonstrationRoutes } from './demonstration/index.ts';
import { endorsementRoutes } from './endorsement/index.ts';
import { evaluationRoutes } from './evaluation/index.ts';
import { examinationRoutes, examinationTasks } from './examination/index.ts';
import { extensionRoutes } from './extension/index.ts';
import { feeRoutes, feeTasks } from './fee/index.ts';
import { formRoutes } from './form/index.ts';
import { meetingRoutes } from './meeting/index.ts';
import { membershipRoutes } from './membership/index.ts';
import { mergeRoutes, mergeTasks } from './merge/index.ts';
import { messageDeadlines, messageRoutes, messageTasks } from './message/index.ts';
import { officeRoutes } from './office/index.ts';
import { organisationRoutes } from './organisation/index.ts';
import { packetRoutes } from './packet/index.ts';
import { paperRoutes } from './paper/index.ts';
import { photoRoutes } from './photo/index.ts';
import { planRoutes } from './plan/index.ts';
import { policyRoutes, policyTasks } from './policy/index.ts';
import { poolRoutes } from './pool/index.ts';
import { postRoutes } from './post/index.ts';
import { privacyRoutes } from './privacy/index.ts';
import { publicityRoutes } from './publicity/index.ts';
import { recordRoutes } from './record/index.ts';
import { reuseRoutes } from './reuse/index.ts';
import { registerRoutes, registerTasks } from './register/index.ts';
import { resultDeadlines, resultRoutes } from './result/index.ts';
import { retentionRoutes, retentionTasks } from './retention/index.ts';
import { signatureRoutes } from './signature/index.ts';
import { tokenRoutes } from './token/index.ts';
import { unitRoutes } from './unit/index.ts';
import { volumeRoutes, volumeTasks } from './volume/index.ts';
import { webhookRoutes, webhookTasks } from './webhook/index.ts';
import { uploadRoutes } from '../files/routes.ts';
import type { DeadlineHandlers, TaskHandlers } from '../jobs/handlers.ts';
import { windowDeadlines } from '../jobs/window.ts';
import type { AnyRoute } from '../http/route.ts';

/** Every route of the platform, one module a line. */
export const ROUTES: readonly AnyRoute[] = [
  ...accountRoutes,
  ...administrationRoutes,
  ...applicationRoutes,
  ...archiveRoutes,
  ...authorityRoutes,
  ...ballotRoutes,
  ...certificateRoutes,
  ...clockRoutes,
  ...codeRoutes,
  ...consultationRoutes,
  ...consentRoutes,
  ...contactRoutes,
  ...delegationRoutes,
  ...demonstrationRoutes,
  ...endorsementRoutes,
  ...evaluationRoutes,
  ...examinationRoutes,
  ...extensionRoutes,
  ...feeRoutes,
  ...formRoutes,
  ...meetingRoutes,
  ...membershipRoutes,
  ...mergeRoutes,
  ...messageRoutes,
  ...officeRoutes,
  ...organisationRoutes,
  ...packetRoutes,
  ...paperRoutes,
  ...photoRoutes,
  ...callRoutes,
  ...planRoutes,
  ...policyRoutes,
  ...poolRoutes,
  ...postRoutes,
  ...privacyRoutes,
  ...publicityRoutes,
  ...recordRoutes,
  ...registerRoutes,
  ...resultRoutes,
  ...retentionRoutes,
  ...securityRoutes,
  ...signOnRoutes,
  ...reuseRoutes,
  ...signatureRoutes,
  ...tokenRoutes,
  ...unitRoutes,
  ...uploadRoutes,
  ...volumeRoutes,
  ...webhookRoutes,
];

/** What happens when a deadline passes, by its `what`. */
export const DEADLINE_HANDLERS: DeadlineHandlers = {
  ...windowDeadlines,
  ...applicationDeadlines,
  ...messageDeadlines,
  ...resultDeadlines,
};

/** What the outbox does, by task. */
export const TASK_HANDLERS: TaskHandlers = {
  ...codeTasks,
  ...contactTasks,
  ...examinationTasks,
  ...feeTasks,
  ...mergeTasks,
  ...messageTasks,
  ...policyTasks,
  ...registerTasks,
  ...retentionTasks,
  ...volumeTasks,
  ...webhookTasks,
};
