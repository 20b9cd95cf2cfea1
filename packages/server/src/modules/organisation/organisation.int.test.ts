import { addUnit, type Client, listUnits } from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
