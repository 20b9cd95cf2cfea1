import { describe, expect, it } from 'vitest';
import { decide, project, relationsTo, scopeOf } from './decide.ts';
import { PERMISSION_TABLE } from './table.ts';
import { type Actor, type PermissionRow, RELATIONS } from './types.ts';

const table: readonly PermissionRow[] = [
  { action: 'application.read', relation: 'applicant', stages: 'any', fields: 'all', source: '' },
  { action: 'application.read', relation: 'office', stages: ['office-check'], fields: ['number', 'stage'], source: '' },
];
const wang: Actor = { kind: 'person', personId: 'wang', held: [] };
const office: Actor = {
  kind: 'person',
  personId: 'zhao',
  held: [{ relation: 'office', subjectId: 'o1', organiserId: 'o1' }],
};

describe('permission', () => {
  it('lets the applicant read the own case in every stage', () => {
    const relations = relationsTo(wang, { stage: 'draft', applicantPersonId: 'wang', organiserId: 'o1' });
    expect(decide(table, 'application.read', relations, 'draft')).toEqual({ allowed: true, fields: 'all' });
  });

  it('refuses the office of another organiser and stages outside the row', () => {
    const elsewhere = relationsTo(office, { stage: 'office-check', organiserId: 'o2' });
    expect(decide(table, 'application.read', elsewhere, 'office-check')).toEqual({ allowed: false });
    const here = relationsTo(office, { stage: 'draft', organiserId: 'o1' });
    expect(decide(table, 'application.read', here, 'draft')).toEqual({ allowed: false });
  });

  it('refuses unknown actions', () => {
    expect(decide(table, 'application.destroy', new Set(['applicant']), 'draft')).toEqual({ allowed: false });
  });

  it('does not let office staff act for the office on the own case, nor a recused person at all', () => {
    const own = relationsTo(office, { stage: 'office-check', organiserId: 'o1', applicantPersonId: 'zhao' });
    expect([...own]).toEqual(['public', 'signed-in', 'applicant']);
    const recused = relationsTo(office, { stage: 'office-check', organiserId: 'o1', recusedPersonIds: ['zhao'] });
    expect(recused.has('office')).toBe(false);
  });

  it('leaves only the own matters to whoever owes the second factor', () => {
    const bare: Actor = { ...office, limited: true };
    const relations = relationsTo(bare, {
      stage: 'x',
      organiserId: 'o1',
      expertPersonIds: ['zhao'],
      chairPersonId: 'zhao',
    });
    expect([...relations]).toEqual(['public', 'signed-in']);
    expect(scopeOf(table, 'application.read', bare)).toEqual([{ relation: 'applicant', stages: 'any', ids: ['zhao'] }]);
  });

  it('projects fields and scopes lists', () => {
    expect(project({ number: 1, stage: 'x', idNumber: 'secret' }, new Set(['number', 'stage']))).toEqual({
      number: 1,
      stage: 'x',
    });
    expect(scopeOf(table, 'application.read', office)).toEqual([
      { relation: 'applicant', stages: 'any', ids: ['zhao'] },
      { relation: 'office', stages: ['office-check'], ids: ['o1'] },
    ]);
  });
});

describe('every cell of the table', () => {
  const stages = [
    ...new Set(PERMISSION_TABLE.flatMap((row) => (row.stages === 'any' ? [] : row.stages))),
    'no-such-stage',
  ];
  const actions = [...new Set(PERMISSION_TABLE.map(({ action }) => action))];

  it.each(RELATIONS)('%s is let in where a row says so, and nowhere else', (relation) => {
    const wrong: string[] = [];
    for (const action of actions) {
      const rows = PERMISSION_TABLE.filter((row) => row.action === action && row.relation === relation);
      for (const stage of stages) {
        const wanted = rows.some((row) => row.stages === 'any' || row.stages.some((one) => one === stage));
        if (decide(PERMISSION_TABLE, action, new Set([relation]), stage).allowed !== wanted)
          wrong.push(`${action} in ${stage}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
