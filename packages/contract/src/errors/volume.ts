import type { ErrorDefinitions } from './types.ts';

export const volumeErrors = {
  VOLUME_NOTHING: {
    status: 422,
    message: '现在没有可以装订的申报',
    what: '申报通过网上审核后才能打印和装订；请在那以后再来。',
  },
  VOLUME_RUNNING: {
    status: 409,
    message: '同样的材料正在装订',
    what: '请等进行中的装订完成，完成后可以直接下载。',
  },
  BUNDLE_NOTHING: {
    status: 422,
    message: '这个计划还没有可以打包报送的申报',
    what: '本部门审核通过的申报才能打包报送；请在审核通过以后再来。',
  },
  BUNDLE_TOO_LARGE: {
    status: 422,
    message: '一个材料包装不下这么多申报',
    what: '一个材料包至多两千份；请与评委会办公室商定分批报送，或在材料装订页分批装订。',
  },
  VOLUME_GONE: {
    status: 410,
    message: '这份装订结果已过保存期',
    what: '请重新装订；结果保存三天。',
  },
} as const satisfies ErrorDefinitions;
