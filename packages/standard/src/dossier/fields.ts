import { z } from 'zod';
import type { Subject } from '../language/predicate.ts';
import { VALUES } from '../vocabulary/values.ts';
import type { AchievementKind, ScaleId } from '../vocabulary/values.ts';
import { achievementSchema, expertSchema } from './achievements.ts';
import { dossierSchema } from './dossier.ts';
import type { DossierList } from './dossier.ts';
import type { FieldMeta } from './parts.ts';

/** One field a predicate or a form may use. `kinds` are the kinds of achievement that have it (achievements only). */
export interface Field {
  readonly id: string;
  readonly path: readonly string[];
  readonly title: string;
  readonly form: FieldMeta['form'];
  readonly scale: ScaleId | null;
  /** What a number counts; empty for other fields. */
  readonly unit: string;
  readonly description: string;
  /** It follows from the other fields of its group: nobody is asked for it. */
  readonly derived: boolean;
  /** The least a number can mean. */
  readonly least: number;
  readonly kinds: readonly AchievementKind[] | null;
}

function unwrap(schema: z.ZodType): z.ZodType {
  let inner: z.ZodType = schema;
  for (;;) {
    if (inner instanceof z.ZodOptional || inner instanceof z.ZodReadonly) inner = inner.unwrap() as z.ZodType;
    else return inner;
  }
}

/** The least number the schema takes. */
function leastOf(schema: z.ZodType): number {
  const inner = unwrap(schema);
  return inner instanceof z.ZodNumber ? (inner.minValue ?? 0) : 0;
}

function fieldsOfShape(shape: Readonly<Record<string, z.ZodType>>, kinds: readonly AchievementKind[] | null): Field[] {
  return Object.entries(shape).flatMap(([id, schema]) => {
    const meta = schema.meta() as Partial<FieldMeta> | undefined;
    if (!meta?.title || !meta.form) return [];
    return [
      {
        id,
        path: [id],
        title: meta.title,
        form: meta.form,
        scale: meta.scale ?? null,
        unit: meta.unit ?? '',
        description: meta.description ?? '',
        derived: meta.derived === true,
        least: leastOf(schema),
        kinds,
      },
    ];
  });
}

const shapeOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> => {
  const inner = unwrap(schema);
  return inner instanceof z.ZodObject ? (inner.shape as Record<string, z.ZodType>) : {};
};

/** Shape of each kind of achievement, read from the union so that a new kind is known everywhere at once. */
export function achievementFields(): readonly Field[] {
  const options = achievementSchema.options;
  return options.flatMap((option) => {
    const kind = option.shape.kind.value;
    return fieldsOfShape(option.shape, [kind]);
  });
}

/** Fields of the dossier itself: yes/no, words and numbers of its groups, as `group.field`. */
function dossierFields(): readonly Field[] {
  return Object.entries(dossierSchema.shape).flatMap(([id, schema]) => {
    const meta = schema.meta() as Partial<FieldMeta> | undefined;
    if (meta?.form !== 'group') return [];
    return fieldsOfShape(shapeOf(schema), null).map((field) => ({
      ...field,
      id: `${id}.${field.id}`,
      path: [id, field.id],
      title: `${meta.title ?? id}.${field.title}`,
    }));
  });
}

function listFields(list: DossierList): readonly Field[] {
  if (list === 'achievements') return achievementFields();
  const inner = unwrap(dossierSchema.shape[list]);
  return inner instanceof z.ZodArray ? fieldsOfShape(shapeOf(inner.element as z.ZodType), null) : [];
}

const cache = new Map<Subject, readonly Field[]>();

/** The fields of a subject, in the order of the schema. Achievement fields appear once per kind that has them. */
export function fieldsOf(subject: Subject): readonly Field[] {
  const known = cache.get(subject);
  if (known) return known;
  const fields =
    subject === 'dossier'
      ? dossierFields()
      : subject === 'experts'
        ? fieldsOfShape(shapeOf(expertSchema), null)
        : listFields(subject);
  cache.set(subject, fields);
  return fields;
}

const leasts = new Map<Subject, ReadonlyMap<string, number>>();

/** The least number a field of a subject can mean: a rank counts from 1, everything else from nothing. */
export function leastOfField(subject: Subject, path: readonly string[]): number {
  const known =
    leasts.get(subject) ?? new Map(fieldsOf(subject).map((field) => [field.path.join('.'), field.least] as const));
  leasts.set(subject, known);
  return known.get(path.join('.')) ?? 0;
}

/** Whether a field of the dossier itself follows from others, so that nobody can state it. */
export const isDerived = (path: readonly string[]): boolean => {
  derivedPaths ??= new Set(fieldsOf('dossier').flatMap((field) => (field.derived ? [field.path.join('.')] : [])));
  return derivedPaths.has(path.join('.'));
};
let derivedPaths: ReadonlySet<string> | undefined;

/** The Chinese name of a kind of achievement in the schema, e.g. 项目. */
export const ALL_KINDS: readonly AchievementKind[] = VALUES['achievement-kind'];
