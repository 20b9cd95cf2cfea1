import type { ErrorDefinitions } from './types.ts';

export const registerErrors = {
  REGISTER_NOT_CONNECTED: {
    status: 422,
    message: '这个登记没有接通',
    what: '请自行填写，并上传证明材料，由单位核验。',
  },
  REGISTER_ASKED: { status: 409, message: '正在查询', what: '请稍等，查到后会写入档案。' },
  REGISTER_DOWN: {
    status: 503,
    message: '对方系统现在不能查询',
    what: '请过一会儿再查；急用的，自行填写并上传证明材料。',
  },
  REGISTER_TIMEOUT: {
    status: 503,
    message: '对方系统没有按时回答',
    what: '请过一会儿再查；急用的，自行填写并上传证明材料。',
  },
  REGISTER_NOT_FOUND: {
    status: 404,
    message: '没有查到您的登记',
    what: '请核对基本信息中的姓名和证件号码；确实没有登记的，自行填写并上传证明材料。',
  },
  REGISTER_REFUSED: {
    status: 503,
    message: '对方系统不受理查询',
    what: '请联系平台的运行单位检查接口设置；急用的，自行填写并上传证明材料。',
  },
  REGISTER_STRANGE: {
    status: 503,
    message: '对方系统的回答读不懂，没有写入任何内容',
    what: '请联系平台的运行单位检查接口；急用的，自行填写并上传证明材料。',
  },
  REGISTER_FIELD: {
    status: 422,
    message: '取自外部登记的内容不能修改',
    what: '内容有误的，请写明哪里不对，或移入回收站后自行填写并上传证明材料。',
  },
  REGISTER_NOT_FETCHED: {
    status: 422,
    message: '这一项不是取自外部登记',
    what: '请直接修改它的内容。',
  },
} as const satisfies ErrorDefinitions;
