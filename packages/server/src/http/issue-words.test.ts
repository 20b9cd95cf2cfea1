import { AppError } from '@zhiping/contract';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { validate } from './validate.ts';

/** What is said of each part of `value`. */
function said(schema: z.ZodType, value: unknown): readonly string[] {
  try {
    validate(schema, value);
  } catch (error) {
    if (error instanceof AppError) return (error.fields ?? []).map(({ message }) => message);
    throw error;
  }
  return [];
}

describe('what is wrong with an input', () => {
  it.each<[string, z.ZodType, unknown]>([
    ['不能缺少', z.string(), undefined],
    ['不能缺少', z.object({ a: z.int() }), {}],
    ['应为文字', z.string(), 7],
    ['应为数字', z.number(), '7'],
    ['应为整数', z.int(), 7.5],
    ['应为列表', z.array(z.string()), {}],
    ['应为一组数据', z.object({}), []],
    ['不能为空', z.string().min(1), ''],
    ['至少 16 个字', z.string().min(16), 'x'],
    ['最多 2 个字', z.string().max(2), '三个字'],
    ['不能为空', z.array(z.string()).min(1), []],
    ['最多 1 项', z.array(z.string()).max(1), ['a', 'b']],
    ['不能小于 1', z.number().min(1), 0],
    ['应大于 0', z.number().positive(), 0],
    ['不能大于 500', z.number().max(500), 501],
    ['应为 5 的整数倍', z.number().multipleOf(5), 3],
    ['应为电子邮箱地址，如 zhang@example.cn', z.email(), 'x'],
    ['应为日期，如 2024-06-30', z.iso.date(), '2024-02-30'],
    ['不是有效的编号', z.uuid(), 'x'],
    ['格式不对', z.string().regex(/^a$/), 'b'],
    ['不是可以选择的内容', z.enum(['a', 'b']), 'c'],
    ['不是可以选择的内容', z.literal(1), 2],
    ['不是可以选择的内容', z.discriminatedUnion('k', [z.object({ k: z.literal('a') })]), { k: 'b' }],
    ['没有这样的栏目：b、c', z.strictObject({ a: z.int() }), { a: 1, b: 1, c: 1 }],
    ['不符合要求', z.string().refine(() => false), 'x'],
    ['应为十八位', z.string().length(18, '应为十八位'), 'x'],
  ])('%s', (words, schema, value) => {
    expect(said(schema, value)).toEqual([words]);
  });
});
