import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateDossier } from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POLICIES } from '../../policy/import-packs.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const example = (name: string) => {
  const file = join(POLICIES, 'liaoning', 'ln-sec-2024', 'examples', name);
  return JSON.parse(readFileSync(file, 'utf8')) as never;
};
const ask = { standard: 'ln-sec-2024', level: 'senior', asOf: '2024-07-15' } as const;

describe('POST /api/evaluate', () => {
  it('answers anybody, as the example expects', async () => {
    const expected = example('done-senior.expected.json') as { verdict: string; routes: Record<string, string> };
    const answer = await server.anyone(evaluateDossier, {
      body: { ...ask, dossier: example('done-senior.dossier.json') },
    });
    expect(answer.verdict).toBe(expected.verdict);
    expect(Object.fromEntries(answer.routes.map(({ route, verdict }) => [route, verdict]))).toEqual(expected.routes);
    expect(answer.achievements.find(({ id }) => id === '戊')?.reasons).toEqual([
      '不晚于现职称取得日期（2018-11-20）（六(三)）',
    ]);
  });

  it('counts years and achievements as the plan says', async () => {
    const answer = await server.anyone(evaluateDossier, {
      body: {
        standard: ask.standard,
        level: ask.level,
        plan: 'ln-2024-eng',
        dossier: example('done-senior.dossier.json'),
      },
    });
    expect(answer).toMatchObject({
      asOf: '2024-07-31',
      achievementCutOff: '2024-06-30',
      tenure: { rule: 'YEAR_DIFF' },
    });
  });

  it('names every problem of a dossier with its path', async () => {
    const dossier = { applicant: { employment: 'x' }, achievements: [{ kind: 'patent' }], more: 1 };
    await expect(server.anyone(evaluateDossier, { body: { ...ask, dossier } })).rejects.toMatchObject({
      code: 'INVALID',
      fields: expect.arrayContaining([
        expect.objectContaining({ path: 'dossier.applicant.employment' }),
        expect.objectContaining({ path: 'dossier.achievements[0].id' }),
        expect.objectContaining({ path: 'dossier.more' }),
      ]) as unknown,
    });
  });

  it('answers a body nested beyond reason as a mistake, not as a breakdown', async () => {
    // Written by hand: the client itself could not turn this into text.
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    const body = JSON.stringify({ ...ask, dossier: { titles: null } }).replace('null', deep);
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${server.url}/api/evaluate`, { method: 'POST', headers, body });
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { code: 'INVALID', fields: [{ path: 'dossier.titles[0]' }] },
    ]);
  });

  it('refuses a day before the text is in force, an unknown standard and an unknown route', async () => {
    const refused = (body: Record<string, string>) =>
      server.anyone(evaluateDossier, { body: { ...ask, ...body, dossier: {} } as never });
    await expect(refused({ asOf: '2024-06-18' })).rejects.toMatchObject({ fields: [{ path: 'asOf' }] });
    await expect(refused({ standard: 'nothing' })).rejects.toMatchObject({ fields: [{ path: 'standard' }] });
    await expect(refused({ route: 'green' })).rejects.toMatchObject({ fields: [{ path: 'route' }] });
  });
});
