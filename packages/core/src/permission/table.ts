import { accountRows } from './rows/account.ts';
import { applicationRows } from './rows/application.ts';
import { archiveRows } from './rows/archive.ts';
import { authorityRows } from './rows/authority.ts';
import { callRows } from './rows/call.ts';
import { codeRows } from './rows/codes.ts';
import { consultationRows } from './rows/consultation.ts';
import { consentRows } from './rows/consent.ts';
import { delegationRows } from './rows/delegation.ts';
import { endorsementRows } from './rows/endorsement.ts';
import { evaluationRows } from './rows/evaluation.ts';
import { examinationRows } from './rows/examination.ts';
import { extensionRows } from './rows/extension.ts';
import { feeRows } from './rows/fee.ts';
import { formRows } from './rows/form.ts';
import { meetingRows } from './rows/meeting.ts';
import { membershipRows } from './rows/membership.ts';
import { mergeRows } from './rows/merge.ts';
import { messageRows } from './rows/message.ts';
import { officeRows } from './rows/office.ts';
import { paperRows } from './rows/paper.ts';
import { photoRows } from './rows/photo.ts';
import { planRows } from './rows/plan.ts';
import { policyRows } from './rows/policy.ts';
import { postRows } from './rows/post.ts';
import { privacyRows } from './rows/privacy.ts';
import { registerRows } from './rows/register.ts';
import { resultRows } from './rows/result.ts';
import { retentionRows } from './rows/retention.ts';
import { securityRows } from './rows/security.ts';
import { reuseRows } from './rows/reuse.ts';
import { tokenRows } from './rows/token.ts';
import { unitRows } from './rows/unit.ts';
import { uploadRows } from './rows/upload.ts';
import { volumeRows } from './rows/volume.ts';
import { webhookRows } from './rows/webhook.ts';
import type { PermissionRow } from './types.ts';

/** The one permission table of the product. Whoever adds a command adds its rows here and nowhere else. */
export const PERMISSION_TABLE: readonly PermissionRow[] = [
  ...accountRows,
  ...evaluationRows,
  ...policyRows,
  ...archiveRows,
  ...photoRows,
  ...callRows,
  ...tokenRows,
  ...unitRows,
  ...uploadRows,
  ...volumeRows,
  ...webhookRows,
  ...applicationRows,
  ...authorityRows,
  ...codeRows,
  ...consultationRows,
  ...consentRows,
  ...examinationRows,
  ...extensionRows,
  ...delegationRows,
  ...endorsementRows,
  ...feeRows,
  ...paperRows,
  ...formRows,
  ...meetingRows,
  ...membershipRows,
  ...mergeRows,
  ...messageRows,
  ...officeRows,
  ...planRows,
  ...postRows,
  ...privacyRows,
  ...registerRows,
  ...resultRows,
  ...retentionRows,
  ...securityRows,
  ...reuseRows,
];
