import { accountErrors } from './account.ts';
import { applicationErrors } from './application.ts';
import { archiveErrors } from './archive.ts';
import { ballotErrors } from './ballot.ts';
import { callErrors } from './call.ts';
import { certificateErrors } from './certificate.ts';
import { codeErrors } from './codes.ts';
import { consultationErrors } from './consultation.ts';
import { consentErrors } from './consent.ts';
import { contactErrors } from './contact.ts';
import { delegationErrors } from './delegation.ts';
import { endorsementErrors } from './endorsement.ts';
import { examinationErrors } from './examination.ts';
import { extensionErrors } from './extension.ts';
import { feeErrors } from './fee.ts';
import { fileErrors } from './file.ts';
import { generalErrors } from './general.ts';
import { meetingErrors } from './meeting.ts';
import { membershipErrors } from './membership.ts';
import { mergeErrors } from './merge.ts';
import { messageErrors } from './message.ts';
import { officeErrors } from './office.ts';
import { packetErrors } from './packet.ts';
import { paperErrors } from './paper.ts';
import { photoErrors } from './photo.ts';
import { planErrors } from './plan.ts';
import { policyErrors } from './policy.ts';
import { poolErrors } from './pool.ts';
import { postErrors } from './post.ts';
import { privacyErrors } from './privacy.ts';
import { publicityErrors } from './publicity.ts';
import { registerErrors } from './register.ts';
import { resultErrors } from './result.ts';
import { retentionErrors } from './retention.ts';
import { tokenErrors } from './token.ts';
import { unitErrors } from './unit.ts';
import { volumeErrors } from './volume.ts';
import { webhookErrors } from './webhook.ts';
import type { ErrorDefinition, ErrorDefinitions } from './types.ts';

export type { ErrorDefinition } from './types.ts';

/** Every error the platform answers with: stable code, HTTP status, Chinese words. One file per noun. */
export const ERRORS = {
  ...accountErrors,
  ...applicationErrors,
  ...archiveErrors,
  ...ballotErrors,
  ...certificateErrors,
  ...codeErrors,
  ...consultationErrors,
  ...consentErrors,
  ...contactErrors,
  ...delegationErrors,
  ...endorsementErrors,
  ...examinationErrors,
  ...extensionErrors,
  ...feeErrors,
  ...fileErrors,
  ...generalErrors,
  ...meetingErrors,
  ...membershipErrors,
  ...mergeErrors,
  ...messageErrors,
  ...officeErrors,
  ...packetErrors,
  ...paperErrors,
  ...callErrors,
  ...photoErrors,
  ...planErrors,
  ...policyErrors,
  ...poolErrors,
  ...postErrors,
  ...privacyErrors,
  ...publicityErrors,
  ...registerErrors,
  ...resultErrors,
  ...retentionErrors,
  ...tokenErrors,
  ...unitErrors,
  ...volumeErrors,
  ...webhookErrors,
} as const;
export type ErrorCode = keyof typeof ERRORS;

/** The same, in the order and under the headings of docs/错误一览.md. */
export const ERROR_GROUPS: readonly { readonly heading: string; readonly errors: ErrorDefinitions }[] = [
  { heading: '各处通用', errors: generalErrors },
  { heading: '账户与登录', errors: accountErrors },
  { heading: '账户合并', errors: mergeErrors },
  { heading: '单位登记与人员归属', errors: membershipErrors },
  { heading: '手机号与邮箱', errors: contactErrors },
  { heading: '个人信息', errors: privacyErrors },
  { heading: '保存期限与销毁', errors: retentionErrors },
  { heading: '业绩档案', errors: archiveErrors },
  { heading: '电话记录', errors: callErrors },
  { heading: '证件照', errors: photoErrors },
  { heading: '外部登记', errors: registerErrors },
  { heading: '考试成绩名单', errors: examinationErrors },
  { heading: '文件与表格', errors: fileErrors },
  { heading: '申报', errors: applicationErrors },
  { heading: '申报前的事项', errors: consultationErrors },
  { heading: '委托与移交', errors: delegationErrors },
  { heading: '专家材料与签名', errors: endorsementErrors },
  { heading: '主管部门同意', errors: consentErrors },
  { heading: '用人单位与审核部门', errors: unitErrors },
  { heading: '岗位与聘任', errors: postErrors },
  { heading: '公示与异议', errors: publicityErrors },
  { heading: '资格审查', errors: officeErrors },
  { heading: '延期', errors: extensionErrors },
  { heading: '评审费', errors: feeErrors },
  { heading: '纸质材料', errors: paperErrors },
  { heading: '装订成卷', errors: volumeErrors },
  { heading: '通知', errors: messageErrors },
  { heading: '专家库与备案', errors: poolErrors },
  { heading: '会议与抽取', errors: meetingErrors },
  { heading: '评议', errors: packetErrors },
  { heading: '表决', errors: ballotErrors },
  { heading: '评审结果', errors: resultErrors },
  { heading: '证书', errors: certificateErrors },
  { heading: '开启计划', errors: planErrors },
  { heading: '政策', errors: policyErrors },
  { heading: '代码表', errors: codeErrors },
  { heading: '接口令牌', errors: tokenErrors },
  { heading: '推送', errors: webhookErrors },
];

/** What is wrong with one part of the input. `path` is dotted, e.g. `rows.2.year`. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** The body of every refused answer. */
export interface ErrorBody {
  readonly code: ErrorCode;
  readonly message: string;
  readonly what: string;
  readonly requestId?: string | undefined;
  readonly fields?: readonly FieldProblem[] | undefined;
  /** Facts the page needs to go on, e.g. both values of an autosave conflict; never free text. */
  readonly details?: unknown;
}

export interface AppErrorOptions {
  readonly fields?: readonly FieldProblem[] | undefined;
  readonly details?: unknown;
  readonly cause?: unknown;
  readonly requestId?: string | undefined;
}

/** The only error that is thrown on purpose. Its words come from the catalogue, never from the throwing place. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[] | undefined;
  readonly details: unknown;
  readonly requestId: string | undefined;

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(ERRORS[code].message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.fields = options.fields;
    this.details = options.details;
    this.requestId = options.requestId;
  }

  get definition(): ErrorDefinition {
    return ERRORS[this.code];
  }

  toBody(requestId: string): ErrorBody {
    const { message, what } = this.definition;
    const body = { code: this.code, message, what, requestId };
    return {
      ...body,
      ...(this.fields ? { fields: this.fields } : {}),
      ...(this.details === undefined ? {} : { details: this.details }),
    };
  }

  static fromBody(body: ErrorBody): AppError {
    return new AppError(body.code, { fields: body.fields, details: body.details, requestId: body.requestId });
  }
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value);
}
