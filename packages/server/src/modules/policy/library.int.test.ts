import {
  approvePolicy,
  attachOfficialText,
  getOfficialText,
  listLibrary,
  listPolicyVersions,
  removeOfficialText,
  searchPolicies,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { importPack } from './index.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const search = (q: string, more: { pack?: string; level?: 'senior' | 'engineer' } = {}) =>
  server.anyone(searchPolicies, { query: { q, ...more } });

describe('the policy library', () => {
  it('tells of every published document what it is', async () => {
    const { items } = await server.anyone(listLibrary, {});
    const found = items.find(({ pack }) => pack === 'ln-sec-2024');
    expect(found?.card).toMatchObject({ jurisdiction: 'liaoning', number: '辽人社职〔2024〕36号' });
    expect(found?.card.levels.map(({ level }) => level)).toEqual([
      'technician',
      'assistant',
      'engineer',
      'senior',
      'full-senior',
    ]);
    expect(items.find(({ pack }) => pack === 'ln-2024-eng')?.card.standards).toContain('ln-sec-2024');
    expect(items.map(({ kind }) => kind)).not.toContain('calendar');
  });

  it('finds clauses by the words people use', async () => {
    const { items, words } = await search('发文章', { pack: 'ln-sec-2024', level: 'senior' });
    expect(words).toContain('论文');
    expect(items[0]?.text).toContain('论文');
    expect(items.map(({ anchor }) => anchor)).toContain('senior-4-7');
    expect((await search('软著', { pack: 'ln-sec-2024' })).items[0]?.text).toContain('软件著作权');
  });

  it('takes a title in the question as the level asked about', async () => {
    const { items, words } = await search('学历不够怎么评高工', { pack: 'ln-sec-2024' });
    expect(items.map(({ anchor }) => anchor)).toContain('senior-break');
    expect(items.every(({ level }) => level === 'senior' || level === null)).toBe(true);
    expect(words).not.toContain('高工');
    expect((await search('高级工程师', { pack: 'ln-sec-2024' })).total).toBeGreaterThan(0);
  });

  it('finds a clause by its printed label, whichever brackets', async () => {
    for (const q of ['五(四)4(3)', '五（四）4（3）']) {
      expect((await search(q, { pack: 'ln-sec-2024' })).items[0]).toMatchObject({ anchor: 'senior-4-3' });
    }
  });

  it('takes wildcards as nothing, and answers nothing to nonsense', async () => {
    for (const q of ['%', '_', '%%%', "' or 1=1 --", '魑魅魍魉']) {
      expect((await search(q)).items.every(({ text }) => text.length > 0)).toBe(true);
    }
    expect((await search('魑魅魍魉')).total).toBe(0);
    await expect(search(' ')).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('finds a new version when it is published, and the old one no more', async () => {
    const content = (text: string) => ({
      pack: 'test-questions',
      kind: 'questions',
      title: '问答',
      jurisdiction: 'tianjin',
      document: { title: '问答' },
      questions: [{ id: 'q1', label: '1', question: text, answer: '答', clauses: [] }],
    });
    const pack = (text: string) => ({
      pack: 'test-questions',
      kind: 'questions' as const,
      name: '问答',
      content: content(text),
      source: {},
    });
    const publish = async (number: number, hash: string) => {
      for (const login of ['policy', 'policy2'] as const) {
        const call = await server.loginAs(login);
        await call(approvePolicy, { params: { pack: 'test-questions', number }, body: { hash } });
      }
    };
    const first = await server.asPlatform((ctx) => importPack(ctx, pack('貔貅怎样计')));
    expect((await search('貔貅')).total).toBe(0);
    await publish(first.number, first.hash);
    expect((await search('貔貅')).items).toMatchObject([{ anchor: 'q1', kind: 'question', number: 1 }]);
    const second = await server.asPlatform((ctx) => importPack(ctx, pack('麒麟怎样计')));
    await publish(second.number, second.hash);
    expect((await search('貔貅')).total).toBe(0);
    expect((await search('麒麟')).total).toBe(1);
    const { items } = await server.anyone(listPolicyVersions, { params: { pack: 'test-questions' } });
    expect(items.map(({ number }) => number)).toEqual([2, 1]);
  });
});

describe('the official text', () => {
  const params = { pack: 'ln-sec-2024' };
  const TEXT = '某通知\n一、范围\n（一）甲。\n（二）乙。\n';

  it('is attached by a policy owner only, shown to everybody, and taken away again', async () => {
    const body = { text: TEXT };
    const office = await server.loginAs('office');
    await expect(server.anyone(attachOfficialText, { params, body })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await expect(office(attachOfficialText, { params, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await server.anyone(getOfficialText, { params })).toEqual({ attachedAt: null, clauses: [] });
    const policy = await server.loginAs('policy');
    const compared = await policy(attachOfficialText, { params, body });
    expect(compared.clauses).toBe(4);
    expect(compared.missingInText).toContain('五(四)4(3)');
    expect(compared.changed).toContain('一');
    const { clauses } = await server.anyone(getOfficialText, { params });
    expect(clauses.map(({ label }) => label)).toEqual(['文前', '一', '一(一)', '一(二)']);
    await expect(office(removeOfficialText, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await policy(removeOfficialText, { params })).toEqual({ removed: 4 });
    expect((await server.anyone(getOfficialText, { params })).clauses).toEqual([]);
  });

  it('must have printed numbers', async () => {
    const policy = await server.loginAs('policy');
    await expect(policy(attachOfficialText, { params, body: { text: '没有编号' } })).rejects.toMatchObject({
      code: 'POLICY_TEXT_WITHOUT_NUMBERS',
    });
  });
});
