import { AppError } from '@zhiping/contract';
import { z } from 'zod';
import { wordsOfIssue } from './issue-words.ts';

z.config({ localeError: wordsOfIssue });

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

/** A value with the names that lead to it, last first, so that going deeper copies nothing. */
interface Place {
  readonly value: unknown;
  readonly name: string;
  readonly inside: Place | null;
}

/**
 * Where a text stands that PostgreSQL cannot keep: with a NUL, or half of a surrogate pair. Answers its path after `path`, or
 * null. Also looks at names of fields. Walks without recursion: a request may be nested as deep as its sender liked.
 */
export function findUnstorable(value: unknown, path: readonly string[]): readonly string[] | null {
  const open: Place[] = [{ value, name: '', inside: null }];
  for (let place = open.pop(); place; place = open.pop()) {
    const inside = place;
    if (typeof place.value === 'string') {
      if (place.value.includes('\0') || !place.value.isWellFormed()) return [...path, ...namesOf(place)];
    } else if (typeof place.value === 'object' && place.value !== null) {
      const parts = Object.entries(place.value);
      const bad = parts.find(([name]) => name.includes('\0') || !name.isWellFormed());
      if (bad) return [...path, ...namesOf(place)];
      for (const [name, part] of parts.toReversed()) open.push({ value: part, name, inside });
    }
  }
  return null;
}

function namesOf(place: Place): readonly string[] {
  const names: string[] = [];
  for (let at = place; at.inside !== null; at = at.inside) names.unshift(at.name);
  return names;
}
