import { exportRecord, getCheckpoint, listRecord, verifyRecordNow } from '@zhiping/contract';
import { openCheckpoint } from '@zhiping/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.moveClockTo('2024-06-25T01:00:00.000Z');
});
afterAll(() => server.close());

describe('the record for people', () => {
  it('shows an auditor everything and a supervisor the own organiser’s', async () => {
    const audit = await server.loginAs('audit');
    const supervisor = await server.loginAs('supervisor');
    const all = (await audit(listRecord, { query: { limit: 200 } })).items;
    const own = (await supervisor(listRecord, { query: { limit: 200 } })).items;
    expect(all.length).toBeGreaterThan(own.length);
    expect(own[0]).toMatchObject({ action: 'clock.move', relation: 'office', subjectId: DEMONSTRATION.organiser });
    expect(own.filter(({ action }) => action === 'person.create' || action === 'policy.import')).toEqual([]);
    expect(all.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq).toSorted((a, b) => b - a));
    const office = await server.loginAs('office');
    await expect(office(listRecord, { query: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('names no person', async () => {
    const audit = await server.loginAs('audit');
    const text = JSON.stringify((await audit(listRecord, { query: { limit: 200 } })).items);
    expect(text).not.toMatch(/王安防|李办公|1380000/);
    const file = await (await audit(exportRecord, {})).text();
    expect(file).not.toMatch(/王安防|李办公|1380000/);
    expect(file.trim().split('\n').length).toBeGreaterThan(40);
  });

  it('gives everybody a signed checkpoint and the auditor the verdict', async () => {
    const { note, publicKey } = await server.anyone(getCheckpoint, {});
    expect(openCheckpoint(note, Buffer.from(publicKey, 'hex'))?.size).toBeGreaterThan(40);
    const audit = await server.loginAs('audit');
    expect(await audit(verifyRecordNow, {})).toMatchObject({ faults: [], broken: [] });
  });
});
