import { z } from 'zod';
import { achievementSchema } from '../../packages/standard/src/dossier/achievements.ts';
import { dossierSchema } from '../../packages/standard/src/dossier/dossier.ts';
import type { FieldMeta } from '../../packages/standard/src/dossier/parts.ts';
import { LADDERS } from '../../packages/standard/src/vocabulary/values.ts';
import type { ScaleId } from '../../packages/standard/src/vocabulary/values.ts';
import type { Vocabulary } from '../../packages/standard/src/vocabulary/vocabulary.ts';

type Shape = Readonly<Record<string, z.ZodType>>;

const HEAD = '| 字段 | 名称 | 填什么 | 说明 |\n|---|---|---|---|';

/** The part of docs/申报数据格式.md that follows from the schema: every section with every field and its allowed values. */
export function fieldTables(vocabulary: Vocabulary): string {
  const parts: string[] = [];
  const plain: string[] = [HEAD];
  for (const [id, schema] of Object.entries(dossierSchema.shape)) {
    const meta = metaOf(schema);
    if (meta.form === 'list' || meta.form === 'group') continue;
    plain.push(row(id, schema, vocabulary));
  }
  parts.push(`### 材料本身\n\n${plain.join('\n')}`);
  for (const [id, schema] of Object.entries(dossierSchema.shape)) {
    const meta = metaOf(schema);
    if (meta.form !== 'list' && meta.form !== 'group') continue;
    if (id === 'achievements') continue;
    const shape = shapeOf(schema);
    const what = meta.form === 'list' ? '列表，每项一个对象' : '一个对象';
    const said = meta.description ? `。${meta.description}` : '';
    parts.push(`### \`${id}\` ${meta.title}\n\n${what}${said}。\n\n${table(shape, vocabulary)}`);
  }
  parts.push(achievements(vocabulary));
  return parts.join('\n\n');
}

function achievements(vocabulary: Vocabulary): string {
  const shapes = achievementSchema.options.map((option) => option.shape as Shape);
  const first: Shape = shapes[0] ?? {};
  const shared = Object.keys(first).filter((id) => id !== 'kind' && shapes.every((shape) => id in shape));
  const common = Object.fromEntries(shared.flatMap((id) => (first[id] ? [[id, first[id]]] : [])));
  const parts = [
    `### \`achievements\` 业绩成果\n\n列表，每项一个对象，以 \`kind\` 说明类别。各类都有这些字段：\n\n${table(common, vocabulary)}`,
  ];
  for (const option of achievementSchema.options) {
    const shape = option.shape as Shape;
    const own = Object.fromEntries(Object.entries(shape).filter(([id]) => id !== 'kind' && !shared.includes(id)));
    const kind = option.shape.kind.value;
    parts.push(`#### \`kind: ${kind}\` ${option.meta()?.title ?? kind}\n\n${table(own, vocabulary)}`);
  }
  return parts.join('\n\n');
}

const metaOf = (schema: z.ZodType): Partial<FieldMeta> => (schema.meta() ?? {}) as Partial<FieldMeta>;

function unwrap(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodReadonly) inner = inner.unwrap() as z.ZodType;
  return inner;
}

function shapeOf(schema: z.ZodType): Shape {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return shapeOf(inner.element as z.ZodType);
  if (inner instanceof z.ZodRecord) return shapeOf(inner.valueType as z.ZodType);
  return inner instanceof z.ZodObject ? (inner.shape as Shape) : {};
}

const table = (shape: Shape, vocabulary: Vocabulary): string =>
  [HEAD, ...Object.entries(shape).map(([id, schema]) => row(id, schema, vocabulary))].join('\n');

function row(id: string, schema: z.ZodType, vocabulary: Vocabulary): string {
  const meta = metaOf(schema);
  return `| \`${id}\` | ${meta.title ?? id} | ${allowed(id, schema, meta, vocabulary)} | ${meta.description ?? ''} |`;
}

function allowed(id: string, schema: z.ZodType, meta: Partial<FieldMeta>, vocabulary: Vocabulary): string {
  switch (meta.form) {
    case 'yes':
      return '`true` 是，`false` 否';
    case 'date':
      return '日期';
    case 'number':
      return '整数，不小于 0';
    case 'word':
      return meta.scale ? words(meta.scale, vocabulary) : enumOf(schema);
    case 'claim':
      return meta.scale ? `程度词：${words(meta.scale, vocabulary)}` : '程度词';
    case 'list':
      return `列表；每项：${fields(shapeOf(schema), vocabulary)}`;
    case 'group':
      return id === 'qualities' ? `对象；键：${words('quality', vocabulary)}` : '对象';
    case 'text':
    case undefined:
      return id === 'format' ? '`zhiping-dossier-1`' : '文字';
    default:
      return meta.form satisfies never;
  }
}

const enumOf = (schema: z.ZodType): string => {
  const inner = unwrap(schema);
  return inner instanceof z.ZodEnum ? inner.options.map((value) => `\`${value}\``).join('、') : '文字';
};

const fields = (shape: Shape, vocabulary: Vocabulary): string =>
  Object.entries(shape)
    .map(([id, schema]) => {
      const meta = metaOf(schema);
      return `\`${id}\` ${meta.title ?? id}（${allowed(id, schema, meta, vocabulary)}）`;
    })
    .join('；');

function words(scale: ScaleId, vocabulary: Vocabulary): string {
  const { ordered, words: list } = vocabulary.scales[scale];
  const ladder = (LADDERS as readonly string[]).includes(scale);
  return list.map(({ id, label }) => `\`${id}\` ${label}`).join(ordered || ladder ? ' ＜ ' : '、');
}
