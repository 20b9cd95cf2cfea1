import type { ErrorDefinitions } from './types.ts';

/** Requests made before an application. */
export const consultationErrors = {
  CONSULTATION_NOT_NEEDED: {
    status: 422,
    message: '这项申报不需要事先提出',
    what: '请直接建立申报。',
  },
  CONSULTATION_EXISTS: {
    status: 409,
    message: '已经提出过，正在等待答复或已经同意',
    what: '请打开已提出的事项查看；不同意的可以补充理由重新提出。',
  },
  PAPER_STEP: {
    status: 422,
    message: '这份材料不由您交',
    what: '请按所列次序，由注明的一方交来。',
  },
  PAPERS_MISSING: {
    status: 422,
    message: '书面材料还不齐全，不能受理',
    what: '请按列出的各项补齐后再受理；也可以写明理由不予受理。',
  },
} as const satisfies ErrorDefinitions;
