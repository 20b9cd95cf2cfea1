import type { ErrorDefinitions } from './types.ts';

export const paperErrors = {
  NO_PAPER: { status: 422, message: '本计划不收纸质材料', what: '不需要报送纸质材料，请在网上办理。' },
  PAPER_UNKNOWN_ITEM: { status: 422, message: '收卷清单中没有这一项', what: '请刷新页面，按现在的清单核对。' },
  PAPER_INCOMPLETE: {
    status: 422,
    message: '纸质材料还没有收齐，或有不合要求的',
    what: '可以先保存已收到的部分，请单位补齐或改正后再登记收齐。',
  },
  PAPER_NOT_HERE: {
    status: 422,
    message: '没有可以退回的纸质材料',
    what: '还没有收到，或已经退卷；请刷新页面，查看收卷记录。',
  },
} as const satisfies ErrorDefinitions;
