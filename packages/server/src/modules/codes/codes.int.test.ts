import {
  changeCode,
  type Client,
  importCodes,
  listCodeImports,
  listCodes,
  listOpenPlans,
  readCode,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
let system: Client;
let policy: Client;
beforeAll(async () => {
  server = await startTestServer();
  [system, policy] = [await server.loginAs('system'), await server.loginAs('policy')];
});
afterAll(() => server.close());

const division = { table: 'division' as const };
const grounds = { source: '国函〔2024〕1号', reason: '区划调整' };
const codesOf = ({ items }: { readonly items: readonly { readonly code: string }[] }) => items.map(({ code }) => code);

describe('a code table', () => {
  it('holds on each day what held then, a page by code', async () => {
    const hangzhou = async (on: string) =>
      codesOf(await system(listCodes, { params: division, query: { on, search: '3301', limit: 100 } }));
    expect(await hangzhou('2021-04-08')).toEqual([
      '330100',
      '330102',
      '330103',
      '330104',
      '330105',
      '330106',
      '330108',
    ]);
    expect(await hangzhou('2021-04-09')).toEqual([
      '330100',
      '330102',
      '330105',
      '330106',
      '330108',
      '330113',
      '330114',
    ]);
    const whole = codesOf(await system(listCodes, { params: division, query: { limit: 100 } }));
    const first = await system(listCodes, { params: division, query: { limit: 5 } });
    const second = await system(listCodes, { params: division, query: { limit: 5, after: first.next ?? '' } });
    expect([...codesOf(first), ...codesOf(second)]).toEqual(whole.slice(0, 10));
    const { entry, successor } = await system(readCode, { params: division, query: { code: '330103' } });
    expect([entry?.ended, successor?.name]).toEqual([true, '拱墅区']);
  });

  it('is changed from a day on by its keeper alone, with who and why', async () => {
    const body = {
      code: '330106',
      name: '西湖新区',
      validFrom: '2024-05-01',
      ended: false,
      parentCode: '330100',
      ...grounds,
    };
    const { history } = await system(changeCode, { params: division, body });
    expect(history.map(({ name, reason }) => [name, reason])).toEqual([
      ['西湖新区', '区划调整'],
      ['西湖区', '导入division.csv'],
    ]);
    expect(history[0]?.changedBy).not.toBeNull();
    await expect(system(changeCode, { params: division, body })).rejects.toMatchObject({ code: 'CODE_UNCHANGED' });
    const lost = { ...body, ended: true, successorCode: '999999' };
    await expect(system(changeCode, { params: division, body: lost })).rejects.toMatchObject({
      code: 'CODE_SUCCESSOR_UNKNOWN',
    });
    const short = { ...body, code: '33' };
    await expect(system(changeCode, { params: division, body: short })).rejects.toMatchObject({
      code: 'CODE_WRONG_FORM',
    });
    for (const call of [policy, await server.loginAs('office'), await server.loginAs('applicant')]) {
      await expect(call(changeCode, { params: division, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(call(listCodeImports, { params: division, query: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('ends a specialty for new applications from its day on', async () => {
    const body = { code: 'liaoning/security', name: '安防工程', validFrom: '2024-01-01', ...grounds };
    const params = { table: 'specialty' as const };
    const obstacle = async () => {
      const { items } = await (await server.loginAs('applicant'))(listOpenPlans, {});
      const all = items.flatMap(({ specialties }) => specialties);
      return all.find(({ id }) => id === 'security')?.obstacle ?? null;
    };
    await policy(changeCode, { params, body: { ...body, ended: false } });
    expect(await obstacle()).toBeNull();
    await policy(changeCode, { params, body: { ...body, validFrom: '2024-06-01', ended: true } });
    expect(await obstacle()).toBe('专业目录自 2024-06-01 起不再有“安防工程”');
  });

  it('is imported with its source; what failed is listed, what is known is not entered twice', async () => {
    const params = { table: 'journal' as const };
    const content =
      '代码,名称,生效日期\n1000-1234,中国安防,2010-01-01\n不是刊号,某刊,2010-01-01\n21-1234,辽宁安防,2010-01-01';
    const body = { fileName: '期刊.csv', content, source: '国家新闻出版署公布的名单' };
    const once = await policy(importCodes, { params, body });
    expect(once).toMatchObject({ added: 2, unchanged: 0 });
    expect(once.failures).toMatchObject([{ line: 3, problem: expect.stringContaining('ISSN') as string }]);
    expect(await policy(importCodes, { params, body })).toMatchObject({ added: 0, unchanged: 2 });
    const { items } = await policy(listCodeImports, { params, query: {} });
    expect(items.map(({ added }) => added)).toEqual([0, 2]);
  });
});
