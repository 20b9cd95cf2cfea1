import { PERMISSION_TABLE } from './table.ts';
import type { Action, Relation } from './types.ts';

/** Relations a program may act in: bodies that handle cases in numbers. Never a person's own matters, a vote or an administrator's. */
export const TOKEN_RELATIONS = ['unit', 'authority', 'association', 'office', 'confirmer'] as const;
export type TokenRelation = (typeof TOKEN_RELATIONS)[number];

export const isTokenRelation = (relation: Relation): relation is TokenRelation =>
  TOKEN_RELATIONS.some((one) => one === relation);

/** Nouns whose actions a person does in person: drawing, voting, tokens themselves, the clock. */
const IN_PERSON = new Set(['ballot', 'round', 'draw', 'meeting', 'seat', 'clock', 'token', 'webhook', 'signature']);

/** What a token may be allowed at most: what the table gives its relation, without what is done in person. */
export function tokenActions(relation: TokenRelation): readonly Action[] {
  const own = PERMISSION_TABLE.filter((row) => row.relation === relation).map(({ action }) => action);
  return [...new Set(own)].filter((action) => !IN_PERSON.has(action.split('.')[0] ?? '')).toSorted();
}
