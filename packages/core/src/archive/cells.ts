import type { FieldSpec, FieldValue } from './fields.ts';

/** A value as a spreadsheet shows it: words of the form, dates as `YYYY-MM-DD`, 是 and 否. */
export function cellOf(field: FieldSpec, value: FieldValue | undefined): string {
  if (value === undefined || value === null) return '';
  const word = (one: FieldValue): string =>
    'choices' in field ? (field.choices.find((choice) => choice.value === one)?.label ?? String(one)) : String(one);
  if (Array.isArray(value)) return value.map(word).join('、');
  if (typeof value === 'boolean') return value ? '是' : '否';
  return word(value);
}

export type ReadCell =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly message: string };

/**
 * What a person wrote in a cell, as the field holds it. Blank is null. Dates as people and spreadsheet programs write them;
 * a choice by its words or its code.
 *
 * @param rowByHeading ids of own rows by their heading, for fields that point at one
 */
export function readCell(field: FieldSpec, cell: string, rowByHeading: ReadonlyMap<string, string>): ReadCell {
  const text = cell.trim();
  if (text === '') return { ok: true, value: null };
  const refused = (message: string): ReadCell => ({ ok: false, message: `${field.label}：${message}` });
  switch (field.type) {
    case 'text':
    case 'long-text':
      return text.length > field.max ? refused(`不超过 ${field.max} 字`) : { ok: true, value: text };
    case 'date': {
      const value = dateOf(text);
      return value === null ? refused('应写作 2022-05-01 这样的日期') : { ok: true, value };
    }
    case 'year':
    case 'integer': {
      const plain = text.replaceAll(',', '');
      const value = /^\d{1,13}(\.0+)?$/.test(plain) ? Number.parseInt(plain, 10) : Number.NaN;
      const [min, max] = field.type === 'year' ? [1950, 2100] : [field.min, field.max];
      return value >= min && value <= max ? { ok: true, value } : refused(`应为 ${min} 至 ${max} 的整数`);
    }
    case 'flag':
      if (['是', '有', 'true', 'TRUE', '1'].includes(text)) return { ok: true, value: true };
      if (['否', '无', 'false', 'FALSE', '0'].includes(text)) return { ok: true, value: false };
      return refused('请填写“是”或“否”');
    case 'choice': {
      const value = choiceOf(field, text);
      return value === null
        ? refused(`请填写${field.choices.map(({ label }) => label).join('、')}之一`)
        : { ok: true, value };
    }
    case 'choices': {
      const values = text.split(/[、,，;；]/).map((one) => choiceOf(field, one.trim()));
      if (values.includes(null))
        return refused(`请从${field.choices.map(({ label }) => label).join('、')}中选择，用顿号分开`);
      return { ok: true, value: values.filter((one) => one !== null) };
    }
    case 'row': {
      const id = rowByHeading.get(text) ?? (/^[0-9a-f-]{36}$/.test(text) ? text : undefined);
      return id === undefined ? refused('档案中没有这个名称的业绩') : { ok: true, value: id };
    }
  }
}

function choiceOf(field: Extract<FieldSpec, { choices: unknown }>, text: string): string | null {
  return field.choices.find(({ value, label }) => label === text || value === text)?.value ?? null;
}

/** `2022-5-1`, `2022/05/01`, `2022年5月1日`, `2022.5` (first day), or the day number of a spreadsheet. */
function dateOf(text: string): string | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?日?)?(?:\s+0?0:00(?::00)?)?$/.exec(text);
  if (parts !== null) return realDate(Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 1));
  if (!/^\d{5}(\.0+)?$/.test(text)) return null;
  // Days since 1899-12-30, as spreadsheet programs count from 1900-03-01 on.
  return new Date(Date.UTC(1899, 11, 30 + Number.parseInt(text, 10))).toISOString().slice(0, 10);
}

function realDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text ? text : null;
}
