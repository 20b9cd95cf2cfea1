import {
  type ArchiveRow,
  askRegister,
  type Client,
  disputeRow,
  editArchiveRow,
  readArchive,
  readRegisters,
  recycleArchiveRow,
} from '@zhiping/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { fetchFromRegister } from './commands.ts';
import { type RegisterSimulator, type SimulatedAnswer, startRegisterSimulator } from './testing/register-simulator.ts';

let register: RegisterSimulator;
let server: TestServer;
let wang: Client;
beforeAll(async () => {
  register = await startRegisterSimulator('key');
  server = await startTestServer({
    settings: { registers: { education: { url: register.url, key: 'key', timeoutMs: 300 } } },
  });
  wang = await server.loginAs('applicant');
});
afterAll(async () => {
  await server.close();
  await register.close();
});

const bachelor = {
  key: 'CHSI-1',
  kind: 'education',
  fields: { level: 'bachelor', school: '东北大学', major: '自动化', graduatedOn: '2012-07-01', fullTime: true },
};
async function ask(answer: SimulatedAnswer) {
  register.answerWith(answer);
  await wang(askRegister, { params: { register: 'education' }, body: { consent: true } });
  await server.asPlatform(async (ctx) => {
    const waiting = await ctx.tx.selectFrom('register_request').select('id').where('state', '=', 'waiting').execute();
    for (const { id } of waiting) await fetchFromRegister(ctx, { id });
  });
  return (await wang(readRegisters, {})).items.find(({ id }) => id === 'education')?.last;
}
const fetchedRow = async (): Promise<ArchiveRow> => {
  const row = (await wang(readArchive, {})).rows.find((one) => one.fetched !== null);
  if (row === undefined) throw new Error('nothing was fetched');
  return row;
};

describe('a register outside', () => {
  it('is not asked where none is connected', async () => {
    const { items } = await wang(readRegisters, {});
    expect(items.map(({ id, connected }) => [id, connected])).toEqual([
      ['education', true],
      ['insurance', false],
      ['title', false],
    ]);
    await expect(wang(askRegister, { params: { register: 'title' }, body: { consent: true } })).rejects.toMatchObject({
      code: 'REGISTER_NOT_CONNECTED',
    });
  });

  it.each<[string, SimulatedAnswer]>([
    ['REGISTER_DOWN', { status: 500 }],
    ['REGISTER_DOWN', { status: 429 }],
    ['REGISTER_TIMEOUT', 'silence'],
    ['REGISTER_NOT_FOUND', { status: 404 }],
    ['REGISTER_NOT_FOUND', { rows: [] }],
    ['REGISTER_REFUSED', { status: 403 }],
    ['REGISTER_STRANGE', { status: 200, body: '<html>' }],
    ['REGISTER_STRANGE', { rows: [{ ...bachelor, kind: 'patent' }] }],
    ['REGISTER_STRANGE', { rows: [bachelor, bachelor] }],
    ['REGISTER_STRANGE', { rows: [{ ...bachelor, fields: { level: 'wizard' } }] }],
  ])('fails as %s and writes nothing', async (code, answer) => {
    const before = (await wang(readArchive, {})).rows.length;
    expect(await ask(answer)).toMatchObject({ state: 'failed', code, rows: 0 });
    expect((await wang(readArchive, {})).rows).toHaveLength(before);
  });

  it('is asked once at a time, with the number in the body only, and the consent is recorded', async () => {
    register.answerWith({ rows: [bachelor] });
    const input = { params: { register: 'education' as const }, body: { consent: true as const } };
    await wang(askRegister, input);
    await expect(wang(askRegister, input)).rejects.toMatchObject({ code: 'REGISTER_ASKED' });
    const [waiting] = await server.asPlatform(({ tx }) =>
      tx.selectFrom('register_request').select('id').where('state', '=', 'waiting').execute(),
    );
    await server.asPlatform((ctx) => fetchFromRegister(ctx, { id: waiting?.id }));
    const { path, body } = register.asked.at(-1) ?? { path: '', body: {} };
    expect(path).toBe('/query');
    expect(body).toMatchObject({
      register: 'education',
      name: '王安防',
      idNumber: expect.stringMatching(/^\d{17}/) as string,
    });
    const events = await server.asPlatform(({ tx }) =>
      tx
        .selectFrom('record_event')
        .select(['action', 'document'])
        .where('subject_id', '=', waiting?.id ?? '')
        .execute(),
    );
    expect(events.map(({ action }) => action).toSorted()).toEqual(['register.ask', 'register.fetch']);
    for (const { document } of events) expect(String(document)).not.toMatch(/(?<!\w)\d{17}[\dX]|东北大学/);
  });

  it('states what its person cannot change, may complete, dispute and throw away', async () => {
    const row = await fetchedRow();
    expect(row).toMatchObject({
      kind: 'education',
      state: 'draft',
      fetched: { register: '学历学位登记', disputed: null },
    });
    const params = { rowId: row.id };
    await expect(
      wang(editArchiveRow, { params, body: { version: row.version, fields: { school: '清华大学' } } }),
    ).rejects.toMatchObject({ code: 'REGISTER_FIELD' });
    const { row: complete } = await wang(editArchiveRow, {
      params,
      body: { version: row.version, fields: { specialtyRelation: 'same' } },
    });
    const { row: disputed } = await wang(disputeRow, {
      params,
      body: { version: complete.version, reason: '毕业日期应为 6 月' },
    });
    expect(disputed.fetched?.disputed).toBe('毕业日期应为 6 月');
    await ask({ rows: [{ ...bachelor, fields: { ...bachelor.fields, graduatedOn: '2012-06-30' } }] });
    const mended = await fetchedRow();
    expect(mended).toMatchObject({
      id: row.id,
      fields: { graduatedOn: '2012-06-30', specialtyRelation: 'same' },
      fetched: { disputed: null },
    });
    await wang(recycleArchiveRow, { params, body: { version: mended.version } });
    expect(await ask({ rows: [bachelor] })).toMatchObject({ state: 'done', rows: 0 });
    const own = (await wang(readArchive, {})).rows.find(
      ({ kind, fetched }) => kind === 'education' && fetched === null,
    );
    await expect(
      wang(disputeRow, { params: { rowId: own?.id ?? '' }, body: { version: own?.version ?? 0, reason: '不对' } }),
    ).rejects.toMatchObject({ code: 'REGISTER_NOT_FETCHED' });
  });
});
