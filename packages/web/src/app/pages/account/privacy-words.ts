import type { AccessKind, PrivacyRequest, PrivacyRequestKind } from '@zhiping/contract';

export const ACCESS_NAMES = {
  archive: '查看了您的业绩档案',
  'archive-numbers': '显示了您档案中的证件号码等',
  evidence: '查看了您的佐证材料',
  numbers: '显示了您的证件号码和手机号码',
  application: '查看了您的申报',
} as const satisfies Record<AccessKind, string>;

export const REQUEST_KIND_NAMES = {
  copy: '查阅、复制',
  correct: '更正、补充',
  delete: '删除',
  explain: '说明处理规则',
  'human-review': '人工复核',
} as const satisfies Record<PrivacyRequestKind, string>;

export const REQUEST_STATE_NAMES = {
  received: '办理中',
  done: '已办结',
  refused: '不予办理',
} as const satisfies Record<PrivacyRequest['state'], string>;
