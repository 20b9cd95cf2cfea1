import fc from 'fast-check';
import type { RowFacts } from './counting.ts';
import { type Fields, type FieldSpec, type FieldValue, isAsked } from './fields.ts';
import { PURPOSE_IDS } from './kind.ts';
import { kindSpec, ROW_KIND_IDS, type RowKind } from './kinds/index.ts';
import { ROW_STATES, type RowState } from './states.ts';

/** A complete value for a field, for tests. */
export function sampleValue(field: FieldSpec): FieldValue {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return field.label;
    case 'date':
      return '2022-05-01';
    case 'year':
      return 2022;
    case 'integer':
      return field.min;
    case 'flag':
      return true;
    case 'choice':
      return field.choices[0]?.value ?? null;
    case 'choices':
      return field.choices.slice(0, 1).map((one) => one.value);
    case 'row':
      return '01890000-0000-7000-8000-000000000000';
  }
}

/** A row with every field filled in and every needed purpose shown; `fields` override. */
export function sampleRow(
  kind: RowKind,
  fields: Fields = {},
  state: RowState = 'verified',
  id: string = kind,
): RowFacts {
  const spec = kindSpec(kind);
  const filled = { ...Object.fromEntries(spec.fields.map((field) => [field.name, sampleValue(field)])), ...fields };
  const asked = Object.fromEntries(
    spec.fields.filter((field) => isAsked(field, filled)).map((field) => [field.name, filled[field.name] ?? null]),
  );
  const evidence = spec.evidence.flatMap((rule) =>
    Array.from({ length: rule.files ?? 1 }, () => ({ purposes: [...rule.anyOf] })),
  );
  return { id, kind, state, fields: asked, evidence };
}

/** Any row, half filled in, in any state, with any files. */
export const anyRow: fc.Arbitrary<RowFacts> = fc.constantFrom(...ROW_KIND_IDS).chain((kind) =>
  fc.record({
    id: fc.uuid(),
    kind: fc.constant(kind),
    state: fc.constantFrom(...ROW_STATES),
    fields: fc.tuple(...kindSpec(kind).fields.map(anyValue)).map((pairs) => Object.fromEntries(pairs)),
    evidence: fc.array(fc.record({ purposes: fc.array(fc.constantFrom(...PURPOSE_IDS), { maxLength: 3 }) }), {
      maxLength: 4,
    }),
  }),
);

function anyValue(field: FieldSpec): fc.Arbitrary<[string, FieldValue]> {
  return fc
    .option(fc.oneof(fc.constant(sampleValue(field)), others(field)))
    .map((value): [string, FieldValue] => [field.name, value]);
}

function others(field: FieldSpec): fc.Arbitrary<FieldValue> {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return fc.string({ maxLength: Math.min(field.max, 40) });
    case 'date':
      return fc
        .date({ min: new Date('1960-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((one) => one.toISOString().slice(0, 10));
    case 'year':
      return fc.integer({ min: 1990, max: 2030 });
    case 'integer':
      return fc.integer({ min: field.min, max: Math.min(field.max, 5000) });
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.choices.map((one) => one.value));
    case 'choices':
      return fc.subarray(field.choices.map((one) => one.value));
    case 'row':
      return fc.uuid();
  }
}
