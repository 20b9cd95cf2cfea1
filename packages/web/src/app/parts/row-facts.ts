import type { ArchiveRow } from '@zhiping/contract';
import { type FieldSpec, type FieldValue, headingOf, isAsked, isBlank, kindSpec } from '@zhiping/core';
import { quantity } from '@zhiping/standard/explain/quantity';
import { formatDate } from '../../shared/index.ts';

/** Name of a row in lists, e.g. 项目：市级重点单位防范系统. */
export function rowTitle(row: ArchiveRow): string {
  return headingOf(row) || '未命名';
}

/** What a row states, label and shown value, in the order of its form; what was not asked or not filled in is left out. */
export function rowFacts(row: ArchiveRow): readonly (readonly [label: string, value: string, field: string])[] {
  return kindSpec(row.kind)
    .fields.filter((field) => isAsked(field, row.fields) && !isBlank(row.fields[field.name]))
    .map((field) => [field.label, shown(field, row.fields[field.name] ?? null), field.name] as const);
}

function shown(field: FieldSpec, value: FieldValue): string {
  switch (field.type) {
    case 'flag':
      return value === true ? '是' : '否';
    case 'date':
      return formatDate(String(value), true);
    case 'integer':
      return quantity(Number(value), field.unit);
    case 'choice':
      return field.choices.find((choice) => choice.value === value)?.label ?? String(value);
    case 'choices':
      return (Array.isArray(value) ? value : [])
        .map((one) => field.choices.find((choice) => choice.value === one)?.label ?? one)
        .join('、');
    case 'row':
      return '见所指的一项业绩';
    case 'text':
    case 'long-text':
    case 'year':
      return String(value);
  }
}
