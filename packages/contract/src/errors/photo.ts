import type { ErrorDefinitions } from './types.ts';

export const photoErrors = {
  PHOTO_NOT_PICTURE: {
    status: 415,
    message: '证件照应为图片',
    what: '请选择 JPG 或 PNG 格式的照片，在本页裁剪后上传。',
  },
  PHOTO_TOO_SMALL: { status: 422, message: '照片的像素太少', what: '请换一张宽至少 200 像素、高至少 260 像素的照片。' },
  PHOTO_SHAPE: { status: 422, message: '照片的宽高比例不像证件照', what: '请在本页按证件照比例裁剪后上传。' },
  PHOTO_DATE: { status: 422, message: '拍摄日期晚于今天', what: '请填写照片实际的拍摄日期。' },
  PHOTO_MISSING: {
    status: 422,
    message: '还没有上传证件照',
    what: '请到业绩档案的“证件照”上传符合本计划要求的照片，再提交。',
  },
  PHOTO_UNFIT: {
    status: 422,
    message: '证件照不符合本计划的要求',
    what: '请按列出的各处，到业绩档案的“证件照”重新裁剪或换一张，再提交。',
  },
} as const satisfies ErrorDefinitions;
