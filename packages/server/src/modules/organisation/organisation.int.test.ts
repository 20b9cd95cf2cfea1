import {
  addUnit,
  askToJoin,
  changeUnitEntry,
  type Client,
  getMe,
  listMembers,
  listUnits,
  readMembership,
  readUnitEntry,
  searchUnits,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrangeApplication } from '../application/testing/arrange.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
let system: Client;
let authority: Client;
beforeAll(async () => {
  server = await startTestServer();
  [system, authority] = [await server.loginAs('system'), await server.loginAs('authority')];
});
afterAll(() => server.close());

const names = (answer: { readonly items: readonly { readonly name: string }[] }) =>
  answer.items.map(({ name }) => name);

describe('the register of units', () => {
  it('is read page by page in the order of names, none twice and none left out', async () => {
    const whole = await system(listUnits, { query: { limit: 100 } });
    expect(whole.next).toBeNull();
    const turned: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await system(listUnits, { query: { limit: 2, ...(after === undefined ? {} : { after }) } });
      turned.push(...names(page));
      after = page.next;
    }
    expect(turned).toEqual(names(whole));
    expect(turned).toEqual(turned.toSorted());
    expect(names(await system(listUnits, { query: { search: '安盾' } }))).toEqual(['沈阳安盾科技有限公司']);
    expect(names(await system(listUnits, { query: { search: '%' } }))).toEqual([]);
  });

  it('shows an authority the units it is given, and nobody else any', async () => {
    const body = {
      name: '大连测控有限公司',
      creditCode: '91350100M000100Y43',
      kind: 'private' as const,
      area: '大连市',
    };
    await system(addUnit, { body: { ...body, authorityId: null, associationId: null } });
    const own = names(await authority(listUnits, { query: { limit: 100 } }));
    expect(own).toContain('沈阳安盾科技有限公司');
    expect(own).not.toContain(body.name);
    for (const login of ['unit', 'office', 'security', 'applicant'] as const) {
      const call = await server.loginAs(login);
      await expect(call(listUnits, { query: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('what becomes of a unit', () => {
  const paper = { document: '沈人社〔2024〕1号', reason: '机构改革' };
  const unit = { unitId: DEMONSTRATION.enterprise };
  const renamed = { kind: 'renamed' as const, validFrom: '2024-03-01', newName: '沈阳安盾安全技术有限公司', ...paper };

  it('keeps the old seal name, found by it and told for each day', async () => {
    const after = await authority(changeUnitEntry, { params: unit, body: renamed });
    expect(after).toMatchObject({ name: renamed.newName, endedOn: null });
    expect(after.changes).toMatchObject([{ kind: 'renamed', oldName: '沈阳安盾科技有限公司', reason: paper.reason }]);
    const nameOn = async (on: string) => (await system(readUnitEntry, { params: unit, query: { on } })).nameOn;
    expect(await nameOn('2024-02-29')).toBe('沈阳安盾科技有限公司');
    expect(await nameOn('2024-03-01')).toBe(renamed.newName);
    expect(names(await authority(listUnits, { query: { search: '安盾科技' } }))).toEqual([renamed.newName]);
    const applicant = await server.loginAs('applicant');
    expect(names(await applicant(searchUnits, { query: { search: '安盾科技' } }))).toEqual([renamed.newName]);
  });

  it.each([
    ['lies ahead', { validFrom: '2099-01-01' }],
    ['lies before the last change', { validFrom: '2024-02-01' }],
  ])('is refused when its day %s', async (_why, change) => {
    const body = { ...renamed, ...change };
    await expect(system(changeUnitEntry, { params: unit, body })).rejects.toMatchObject({ code: 'UNIT_CHANGE_DATE' });
  });

  it('is not for its own staff, the office or another authority', async () => {
    for (const login of ['unit', 'office', 'tj-authority'] as const) {
      const call = await server.loginAs(login);
      await expect(call(changeUnitEntry, { params: unit, body: renamed })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(call(readUnitEntry, { params: unit, query: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('cannot be closed while an application runs, but merged: people and open work go to the successor', async () => {
    const applicant = await server.loginAs('applicant');
    const { personId } = await applicant(getMe, {});
    await server.asPlatform((ctx) =>
      arrangeApplication(ctx, { personId, state: { stage: 'unit-review', submissions: 0 } }),
    );
    const closing = { kind: 'closed' as const, validFrom: '2024-06-01', ...paper };
    await expect(system(changeUnitEntry, { params: unit, body: closing })).rejects.toMatchObject({
      code: 'UNIT_CASES_RUNNING',
    });
    const into = { kind: 'merged' as const, validFrom: '2024-06-01', ...paper };
    const itself = { ...into, successorId: unit.unitId };
    await expect(system(changeUnitEntry, { params: unit, body: itself })).rejects.toMatchObject({
      code: 'UNIT_SUCCESSOR',
    });
    const successorId = DEMONSTRATION.institution;
    const { people } = await system(readUnitEntry, { params: unit, query: {} });
    const ended = await system(changeUnitEntry, { params: unit, body: { ...into, successorId } });
    expect(people).toBeGreaterThan(0);
    expect(ended).toMatchObject({ people: 0, running: 1, endedOn: '2024-06-01' });

    const membership = await applicant(readMembership, {});
    expect(membership.unit?.id).toBe(successorId);
    expect(membership.earlier).toMatchObject([{ unitName: renamed.newName, leftOn: '2024-06-01' }]);
    const unit2 = await server.loginAs('unit2');
    const held = (await unit2(getMe, {})).relations.map(({ subjectId }) => subjectId);
    expect(held).toContain(unit.unitId);
    expect((await unit2(listMembers, { params: { unitId: successorId }, query: {} })).items.length).toBeGreaterThan(0);

    const stranger = await server.loginAs('applicant2');
    const join = stranger(askToJoin, { body: { unitId: unit.unitId, post: '', employerName: '' } });
    await expect(join).rejects.toMatchObject({ code: 'UNIT_ENDED' });
    await expect(system(changeUnitEntry, { params: unit, body: closing })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
