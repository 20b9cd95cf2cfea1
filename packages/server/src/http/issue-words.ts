import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;
/** Named in a refusal at most; more would bury them. */
const NAMED = 5;

const TYPES: Readonly<Record<string, string>> = {
  string: '应为文字',
  number: '应为数字',
  int: '应为整数',
  bigint: '应为整数',
  boolean: '应为是或否',
  array: '应为列表',
  object: '应为一组数据',
  record: '应为一组数据',
  date: '应为日期',
  file: '应为文件',
};
const FORMATS: Readonly<Record<string, string>> = {
  email: '应为电子邮箱地址，如 zhang@example.cn',
  url: '应为完整的网址，如 https://example.cn',
  date: '应为日期，如 2024-06-30',
  datetime: '应为时间，如 2024-06-30T09:00:00.000Z',
  uuid: '不是有效的编号',
  guid: '不是有效的编号',
};

/**
 * What is wrong with one part of an input, in plain Chinese: for whoever filled it in, not for programmers. Schemas that know
 * better say so themselves.
 */
export function wordsOfIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return '不能缺少';
      return TYPES[issue.expected] ?? '内容的形式不对';
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive !== false);
    case 'invalid_format':
      return FORMATS[issue.format] ?? '格式不对';
    case 'not_multiple_of':
      return `应为 ${issue.divisor} 的整数倍`;
    case 'unrecognized_keys':
      return `没有这样的栏目：${issue.keys.slice(0, NAMED).join('、')}${issue.keys.length > NAMED ? '等' : ''}`;
    case 'invalid_value':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return '不是可以选择的内容';
    case 'custom':
      return '不符合要求';
  }
}

/** How a thing is counted; null where its size is its value. */
const UNITS: Readonly<Record<string, string>> = {
  string: '个字',
  array: '项',
  set: '项',
  map: '项',
  object: '项',
  file: '字节',
};

function tooSmall(origin: string, minimum: number, inclusive: boolean): string {
  const unit = UNITS[origin];
  if (unit === undefined) return inclusive ? `不能小于 ${minimum}` : `应大于 ${minimum}`;
  const least = inclusive ? minimum : minimum + 1;
  return least === 1 ? '不能为空' : `至少 ${least} ${unit}`;
}

function tooBig(origin: string, maximum: number, inclusive: boolean): string {
  const unit = UNITS[origin];
  if (unit === undefined) return inclusive ? `不能大于 ${maximum}` : `应小于 ${maximum}`;
  return `最多 ${inclusive ? maximum : maximum - 1} ${unit}`;
}
