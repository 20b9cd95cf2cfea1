import { z } from 'zod';
import { dossierSchema } from '../../packages/standard/src/dossier/dossier.ts';

/** What fields say to our own forms only. */
const OWN_WORDS = new Set(['form', 'scale']);

/** The dossier format as JSON Schema (draft 2020-12), with the Chinese names and descriptions of the fields. */
export function dossierJsonSchema(): string {
  const schema = z.toJSONSchema(dossierSchema, { io: 'input' });
  const named = {
    $schema: schema.$schema,
    title: '申报材料数据',
    description: '说明见 docs/申报数据格式.md',
    ...plain(schema),
  };
  return `${JSON.stringify(named, null, 2)}\n`;
}

function plain(value: unknown): Record<string, unknown> {
  return strip(value) as Record<string, unknown>;
}

/** `inProperties`: keys are then names of fields, which stay whatever they are. */
function strip(value: unknown, inProperties = false): unknown {
  if (Array.isArray(value)) return value.map((part) => strip(part));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => inProperties || !OWN_WORDS.has(key))
      .map(([key, part]) => [key, strip(part, !inProperties && key === 'properties')]),
  );
}
