const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A plan as today's schema has it, from a version that an older program published: cases are pinned to it and its content
 * never changes, so what was written otherwise then is read as it was meant. Leaves everything else alone.
 */
export function fromOlder(value: unknown): unknown {
  if (!isObject(value) || !isObject(value.documents) || !isObject(value.documents.photo)) return value;
  const { background, ...photo } = value.documents.photo;
  // Before the background was measured it was a word for the eye of the office, and so it stays.
  if (typeof background !== 'string') return value;
  return { ...value, documents: { ...value.documents, photo: { ...photo, seen: [background] } } };
}
