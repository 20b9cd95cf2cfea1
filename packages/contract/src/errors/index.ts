import { accountErrors } from './account.ts';
import { applicationErrors } from './application.ts';
import { archiveErrors } from './archive.ts';
import { ballotErrors } from './ballot.ts';
import { certificateErrors } from './certificate.ts';
import { consultationErrors } from './consultation.ts';
import { consentErrors } from './consent.ts';
import { endorsementErrors } from './endorsement.ts';
import { evaluationErrors } from './evaluation.ts';
import { extensionErrors } from './extension.ts';
import { feeErrors } from './fee.ts';
import { fileErrors } from './file.ts';
import { generalErrors } from './general.ts';
import { meetingErrors } from './meeting.ts';
import { membershipErrors } from './membership.ts';
import { messageErrors } from './message.ts';
import { officeErrors } from './office.ts';
import { packetErrors } from './packet.ts';
import { paperErrors } from './paper.ts';
import { policyErrors } from './policy.ts';
import { poolErrors } from './pool.ts';
import { postErrors } from './post.ts';
import { privacyErrors } from './privacy.ts';
import { publicityErrors } from './publicity.ts';
import { resultErrors } from './result.ts';
import { unitErrors } from './unit.ts';
import { volumeErrors } from './volume.ts';
import type { ErrorDefinition } from './types.ts';

export type { ErrorDefinition } from './types.ts';

/** Every error the platform answers with: stable code, HTTP status, Chinese words. One file per noun. */
export const ERRORS = {
  ...accountErrors,
  ...applicationErrors,
  ...archiveErrors,
  ...ballotErrors,
  ...certificateErrors,
  ...consultationErrors,
  ...consentErrors,
  ...endorsementErrors,
  ...evaluationErrors,
  ...extensionErrors,
  ...feeErrors,
  ...fileErrors,
  ...generalErrors,
  ...meetingErrors,
  ...membershipErrors,
  ...messageErrors,
  ...officeErrors,
  ...packetErrors,
  ...paperErrors,
  ...policyErrors,
  ...poolErrors,
  ...postErrors,
  ...privacyErrors,
  ...publicityErrors,
  ...resultErrors,
  ...unitErrors,
  ...volumeErrors,
} as const;
export type ErrorCode = keyof typeof ERRORS;

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
