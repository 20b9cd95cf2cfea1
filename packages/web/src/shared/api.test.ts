import { AppError } from '@zhiping/contract';
import { expect, test } from 'vitest';
import { ApiError, problemFrom } from './api.ts';

test('a refusal of the typed client is shown with the words of the catalogue', () => {
  const fields = [{ path: 'name', message: '请填写姓名' }];
  const problem = problemFrom(new AppError('INVALID', { requestId: 'r-1', fields }));
  expect(problem).toEqual({
    code: 'INVALID',
    status: 422,
    message: '有内容需要修改',
    what: '请按各项的提示修改后再提交。',
    requestId: 'r-1',
    fields,
  });
});

test('our own refusals keep their words, anything else is told without its inner text', () => {
  const own = { code: 'BUSY', status: 503, message: '系统正忙', what: '请稍后再试', requestId: null };
  expect(problemFrom(new ApiError(own))).toEqual(own);
  expect(problemFrom(new TypeError('x is undefined')).message).not.toContain('undefined');
});
