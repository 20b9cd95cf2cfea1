import { AppError } from '@zhiping/contract';
import { z } from 'zod';
import zhCN from 'zod/v4/locales/zh-CN.js';

z.config(zhCN());

/** Checks input against its schema; every problem is named with its path in Chinese. Throws `INVALID`. */
export function validate<S extends z.ZodType>(schema: S, value: unknown, root = ''): z.output<S> {
  const unstorable = findUnstorable(value, []);
  if (unstorable !== null) {
    const path = [root, ...unstorable].filter((part) => part !== '').join('.');
    throw new AppError('INVALID', { fields: [{ path, message: '含有不能保存的字符' }] });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    path: [root, ...issue.path.map(String)].filter((part) => part !== '').join('.'),
    message: issue.message,
  }));
  throw new AppError('INVALID', { fields });
}

/**
 * Where a text stands that PostgreSQL cannot keep: with a NUL, or half of a surrogate pair. Answers its path, or null. Also
 * looks at names of fields.
 */
export function findUnstorable(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, part] of Object.entries(value)) {
    const found = findUnstorable(name, path) ?? findUnstorable(part, [...path, name]);
    if (found !== null) return found;
  }
  return null;
}
