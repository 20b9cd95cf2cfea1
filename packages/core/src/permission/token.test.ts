import { expect, it } from 'vitest';
import { PERMISSION_TABLE, relationsTo, scopeOf, TOKEN_RELATIONS, tokenActions } from './index.ts';
import type { Actor } from './types.ts';

const unit = { relation: 'unit' as const, subjectId: 'u', organiserId: null };
const actor: Actor = { kind: 'person', personId: 'p', held: [unit], token: ['application.list-unit'] };

it('gives a token nothing but the one relation it was made for', () => {
  expect([...relationsTo(actor, { stage: 'any', unitId: 'u', applicantPersonId: 'p' })]).toEqual(['public']);
  expect([...relationsTo(actor, { stage: 'any', unitId: 'u', applicantPersonId: 'q' })]).toEqual(['public', 'unit']);
  const far = { stage: 'any', expertPersonIds: ['p'], chairPersonId: 'p' };
  expect([...relationsTo(actor, far)]).toEqual(['public']);
  expect(scopeOf(PERMISSION_TABLE, 'privacy.read', actor)).toEqual([]);
});

it('never offers what is done in person', () => {
  for (const relation of TOKEN_RELATIONS) {
    const nouns = tokenActions(relation).map((action) => action.split('.')[0]);
    for (const noun of ['ballot', 'draw', 'token', 'webhook', 'meeting']) expect(nouns).not.toContain(noun);
    expect(nouns.length).toBeGreaterThan(0);
  }
});
