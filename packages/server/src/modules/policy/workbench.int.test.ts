import {
  approvePolicy,
  checkPolicyVersion,
  draftReadings,
  getLatestPolicy,
  getPolicyVersion,
  getSimulation,
  getVersionEffect,
  listPackVersions,
  startSimulation,
  tryReadings,
  standardIn,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const params = { pack: 'ln-sec-2024', number: 1 };
const choices = { 'items-not-share': 'shared' };

describe('a version of a standard', () => {
  it('is checked: lints, readings, every example', async () => {
    const policy = await server.loginAs('policy');
    const report = await policy(checkPolicyVersion, { params });
    expect(report.problems).toEqual([]);
    expect(report.examples.run).toBeGreaterThan(100);
    expect(report.examples.failed).toEqual([]);
    expect(report.readings.tried).toBeGreaterThan(50);
    expect(report.source).toBeNull();
  });

  it('shows what another meaning of a reading would change, and keeps nothing', async () => {
    const policy = await server.loginAs('policy');
    const before = await policy(listPackVersions, {});
    // Read by its level, what a unit set up itself fulfils two items; only then does sharing change an example.
    const both = { ...choices, 'unit-projects': 'by-level' };
    const effect = await policy(tryReadings, { params, body: { choices: both } });
    expect(effect.changes.map(({ id }) => id)).toContain('items-not-share');
    const shared = effect.examples.find(({ name }) => name === 'one-achievement-two-items');
    expect(shared?.clauses.map(({ id }) => id)).toContain('senior-4');
    expect(await policy(listPackVersions, {})).toEqual(before);
    const unknown = await policy(tryReadings, { params, body: { choices: { 'items-not-share': 'nonsense' } } });
    expect(unknown.problems.join('')).toContain('nonsense');
  });

  it('with other meanings becomes a draft that two persons publish', async () => {
    const policy = await server.loginAs('policy');
    const drafted = await policy(draftReadings, { params, body: { choices } });
    expect(drafted).toMatchObject({ pack: 'ln-sec-2024', number: 2, isNew: true });
    const draft = { pack: 'ln-sec-2024', number: 2 };
    const { readings, counting } = standardIn(await policy(getPolicyVersion, { params: draft }));
    expect(readings.find(({ id }) => id === 'items-not-share')?.chosen).toBe('shared');
    expect(counting.map(({ id }) => id)).not.toContain('no-sharing');
    await expect(policy(draftReadings, { params, body: { choices } })).rejects.toMatchObject({
      code: 'POLICY_ALREADY_THERE',
    });
    await expect(server.anyone(getPolicyVersion, { params: draft })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const effect = await policy(getVersionEffect, { params: draft });
    expect(effect).toMatchObject({ against: 1, problems: [] });
    expect(effect.examples.length).toBeGreaterThan(0);
    for (const login of ['policy', 'policy2'] as const) {
      const call = await server.loginAs(login);
      await call(approvePolicy, { params: draft, body: { hash: drafted.hash } });
    }
    expect((await server.anyone(getLatestPolicy, { params: { pack: 'ln-sec-2024' } })).number).toBe(2);
    // The version that is in use now can be switched back: its own files travel with it.
    const back = await policy(tryReadings, { params: draft, body: { choices: { 'items-not-share': 'exclusive' } } });
    expect(back.changes.map(({ id }) => id)).toContain('no-sharing');
  });

  it('refuses what does not load, what is no standard, and what nobody switched', async () => {
    const policy = await server.loginAs('policy');
    const nonsense = { choices: { 'items-not-share': 'nonsense' } };
    await expect(policy(draftReadings, { params, body: nonsense })).rejects.toMatchObject({
      code: 'POLICY_NOT_LOADABLE',
    });
    await expect(policy(draftReadings, { params, body: { choices: {} } })).rejects.toMatchObject({ code: 'INVALID' });
    const plan = { pack: 'ln-2024-eng', number: 1 };
    await expect(policy(checkPolicyVersion, { params: plan })).rejects.toMatchObject({ code: 'POLICY_NOT_A_STANDARD' });
  });

  it('is open to policy owners only', async () => {
    for (const call of [server.anyone, await server.loginAs('office'), await server.loginAs('system')]) {
      const codes = { code: expect.stringMatching(/^(NOT_FOUND|UNAUTHENTICATED)$/) as string };
      await expect(call(listPackVersions, {})).rejects.toMatchObject(codes);
      await expect(call(checkPolicyVersion, { params })).rejects.toMatchObject(codes);
      await expect(call(tryReadings, { params, body: { choices } })).rejects.toMatchObject(codes);
      await expect(call(draftReadings, { params, body: { choices } })).rejects.toMatchObject(codes);
      await expect(call(getVersionEffect, { params })).rejects.toMatchObject(codes);
    }
  });
});

describe('a simulation', () => {
  it('is computed by a job and tells who gains and who loses, by clause', async () => {
    const policy = await server.loginAs('policy');
    const body = { against: { pack: 'ln-sec-2024', number: 1 }, level: 'senior' as const, people: 2_000 };
    const { id } = await policy(startSimulation, { params: { pack: 'ln-sec-2024', number: 2 }, body });
    const office = await server.loginAs('office');
    await expect(office(getSimulation, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await policy(getSimulation, { params: { id } })).result).toBeNull();
    await server.settle();
    const { result, done } = await policy(getSimulation, { params: { id } });
    expect(done).toBe(2_000);
    expect(result).toMatchObject({ people: 2_000, level: 'senior', lose: 0 });
    expect((result?.gain ?? 0) + (result?.same ?? 0)).toBe(2_000);
  });

  it('is refused for a level that one side lacks, and for an unknown version', async () => {
    const policy = await server.loginAs('policy');
    const against = (pack: string, number: number) => ({
      against: { pack, number },
      level: 'senior' as const,
      people: 100,
    });
    await expect(policy(startSimulation, { params, body: against('ln-2024-eng', 1) })).rejects.toMatchObject({
      code: 'POLICY_NOT_A_STANDARD',
    });
    await expect(policy(startSimulation, { params, body: against('ln-sec-2024', 99) })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      policy(startSimulation, { params, body: { ...against('ln-sec-2024', 1), people: 5_000_000 } }),
    ).rejects.toMatchObject({ code: 'INVALID' });
  });
});
