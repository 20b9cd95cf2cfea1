import {
  approvePolicy,
  getLatestPolicy,
  getPolicyByHash,
  getPolicyVersion,
  listPolicies,
  listPolicyDrafts,
} from '@zhiping/contract';
import { canonicalJson, sha256Hex } from '@zhiping/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { importPack } from './index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const pack = (text: string) =>
  ({ pack: 'test-pack', kind: 'calendar', name: '试', content: { text }, source: { 'calendar.yaml': text } }) as const;

describe('policy versions', () => {
  it('publishes the packs of the demonstration, each found by its hash', async () => {
    const { items } = await server.anyone(listPolicies, {});
    expect(items.map((item) => item.pack)).toContain('ln-sec-2024');
    for (const { hash, pack: name } of items.slice(0, 2)) {
      const found = await server.anyone(getPolicyByHash, { params: { hash } });
      expect(found.pack).toBe(name);
      expect(sha256Hex(canonicalJson(found.content))).toBe(hash);
    }
  });

  it('keeps known content as the version it is and new content as the next', async () => {
    const first = await server.asPlatform((ctx) => importPack(ctx, pack('一')));
    const again = await server.asPlatform((ctx) => importPack(ctx, pack('一')));
    const second = await server.asPlatform((ctx) => importPack(ctx, pack('二')));
    expect([first.number, again.number, second.number]).toEqual([1, 1, 2]);
    expect([first.isNew, again.isNew, second.isNew]).toEqual([true, false, true]);
  });

  it('hides a draft from all but policy owners, and publishes it with the second person', async () => {
    const { number, hash } = await server.asPlatform((ctx) => importPack(ctx, pack('三')));
    const params = { pack: 'test-pack', number };
    const policy = await server.loginAs('policy');
    const office = await server.loginAs('office');
    await expect(server.anyone(getPolicyVersion, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(office(getPolicyVersion, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(office(listPolicyDrafts, {})).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await policy(listPolicyDrafts, {})).items.map((item) => item.number)).toContain(number);
    await expect(policy(approvePolicy, { params, body: { hash: 'x' } })).rejects.toMatchObject({
      code: 'POLICY_CHANGED',
    });
    expect(await policy(approvePolicy, { params, body: { hash } })).toEqual({ published: false });
    await expect(policy(approvePolicy, { params, body: { hash } })).rejects.toMatchObject({
      code: 'POLICY_ALREADY_APPROVED',
    });
    const other = await server.loginAs('policy2');
    expect(await other(approvePolicy, { params, body: { hash } })).toEqual({ published: true });
    expect((await server.anyone(getLatestPolicy, { params: { pack: 'test-pack' } })).number).toBe(number);
  });

  it('never changes a version', async () => {
    const change = server.asPlatform((ctx) => ctx.tx.updateTable('policy_version').set({ name: 'x' }).execute());
    await expect(change).rejects.toThrow();
  });
});
