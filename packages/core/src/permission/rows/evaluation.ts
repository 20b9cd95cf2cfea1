import type { PermissionRow } from '../types.ts';

/** Evaluation keeps nothing and shows nothing but what was sent. */
export const evaluationRows = [
  { action: 'evaluation.ask', relation: 'public', stages: 'any', fields: 'all', source: '自定：任何人可自测' },
] as const satisfies readonly PermissionRow[];
