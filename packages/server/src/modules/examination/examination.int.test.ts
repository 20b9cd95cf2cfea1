import {
  type ArchiveRow,
  type Client,
  disputeRow,
  editArchiveRow,
  importResultList,
  listMessages,
  listResultLists,
  listUnmatchedResults,
  previewResultList,
  readArchive,
  recycleArchiveRow,
  restoreArchiveRow,
  returnArchiveRow,
} from '@zhiping/contract';
import { dossierOf } from '@zhiping/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION } from '../../start/demonstration/ids.ts';
import { idNumber } from '../../start/demonstration/people.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { confirmIdentity, readNumbers } from '../account/index.ts';
import { registerNewcomer } from '../account/testing/newcomer.ts';
import { factsOf, readRows } from '../archive/index.ts';

let server: TestServer;
let office: Client;
let wang: Client;
let ofWang = '';
const later = idNumber('21010219900101', 7);
const params = { organiserId: DEMONSTRATION.organiser };
beforeAll(async () => {
  server = await startTestServer();
  [office, wang] = [await server.loginAs('office'), await server.loginAs('applicant')];
  ofWang = await server.asPlatform(async (ctx) => (await readNumbers(ctx, await personOf('applicant'))).idNumber ?? '');
});
afterAll(() => server.close());

const personOf = (username: string): Promise<string> =>
  server.asPlatform(async ({ tx }) => {
    const account = tx.selectFrom('account').select('person_id').where('username', '=', username);
    return (await account.executeTakeFirstOrThrow()).person_id;
  });
const EXAMINATION = '全国经济专业技术资格考试';
const line = (name: string, number: string, rest = '副高级,合格,2020-06-20,132 分'): string =>
  `${name},${number},${EXAMINATION},${rest}`;
const file = (...lines: string[]) => ({
  kind: 'examination' as const,
  fileName: '成绩.csv',
  content: Buffer.from(['姓名,证件号码,考试名称,层级,成绩合格,合格证明日期,成绩', ...lines].join('\n')).toString(
    'base64',
  ),
});
const grounds = { source: '省考试院〔2020〕9号', publishedOn: '2020-07-01' };
async function imported(...lines: string[]) {
  return importedAs(true, ...lines);
}
async function importedAs(tell: boolean, ...lines: string[]) {
  const body = file(...lines);
  const { digest } = await office(previewResultList, { params, body });
  const list = await office(importResultList, { params, body: { ...body, ...grounds, digest, tell } });
  await server.settle();
  return list;
}
/** What a person was told of lists. */
const told = async (client: Client) =>
  (await client(listMessages, {})).items.filter(({ template }) => template === 'archive.listed');
async function listed(): Promise<ArchiveRow> {
  const row = (await wang(readArchive, {})).rows.find(({ fetched }) => fetched?.listed === true);
  if (row === undefined) throw new Error('nothing was taken from a list');
  return row;
}
const list = () => [
  line('王安防', ofWang),
  line('赵某', idNumber('21010219900101', 8)),
  line('周晚到', later),
  line('别名', ofWang, '中级,合格,2015-06-20,'),
  line('王安防', ofWang, '正高级,不合格,,90 分'),
  line('王安防', '123'),
];

describe('a list of examination results', () => {
  it('is seen line by line before it is imported, and nobody else may', async () => {
    const seen = await office(previewResultList, { params, body: file(...list()) });
    expect(seen.counts).toEqual({
      taken: 1,
      waiting: 2,
      'name-differs': 1,
      'not-passed': 1,
      known: 0,
      unreadable: 1,
    });
    expect(seen.lines[0]).toMatchObject({ line: 2, person: '王*防', state: 'taken' });
    expect(JSON.stringify(seen)).not.toMatch(/(?<!\w)\d{17}|赵某|晚/);
    for (const call of [wang, await server.loginAs('unit'), await server.loginAs('zj-office')]) {
      await expect(call(previewResultList, { params, body: file() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(call(listResultLists, { params, query: {} })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const other = { ...file(...list()), ...grounds, digest: 'another' };
    await expect(office(importResultList, { params, body: other })).rejects.toMatchObject({
      code: 'RESULT_LIST_CHANGED',
    });
    const nothing = { ...file('王,1'), ...grounds, digest: 'another' };
    await expect(office(importResultList, { params, body: nothing })).rejects.toMatchObject({
      code: 'RESULT_LIST_EMPTY',
    });
  });

  it('reaches the archive and the dossier of its people, verified without the unit, and once', async () => {
    const { id } = await imported(...list());
    const row = await listed();
    expect(row).toMatchObject({
      kind: 'examination',
      state: 'verified',
      fields: { name: EXAMINATION, level: 'senior', passed: true, passedOn: '2020-06-20', score: '132 分' },
      fetched: { register: `考试成绩名单（${grounds.source}）` },
      counting: { counts: true },
    });
    const [kept] = (await office(listResultLists, { params, query: {} })).items;
    expect(kept).toMatchObject({ ...grounds, id, added: 5, taken: 1, waiting: 2, nameDiffers: 1, notPassed: 1 });
    expect(kept?.importedBy).not.toBeNull();
    const { items } = await office(listUnmatchedResults, { params: { id }, query: {} });
    expect(items.map(({ line: at, state }) => [at, state])).toEqual([
      [3, 'waiting'],
      [4, 'waiting'],
      [5, 'name-differs'],
      [6, 'not-passed'],
    ]);
    expect(await told(wang)).toMatchObject([
      { title: '考试成绩名单中有您的结果，已写入业绩档案', about: { noun: 'result-list', id } },
    ]);
    expect((await told(wang))[0]?.body).toContain(grounds.source);
    const stored = await server.asPlatform(({ tx }) => tx.selectFrom('result_line').selectAll().execute());
    expect(JSON.stringify(stored)).not.toMatch(/(?<!\w)\d{17}|王|赵|周/);
    expect(await imported(...list())).toMatchObject({ added: 0, unchanged: 5, taken: 0 });
    expect(await listed()).toMatchObject({ id: row.id, version: row.version });
    // What was known tells nobody again, nor does a list the office wants kept quiet.
    await importedAs(false, line('王安防', ofWang, '中级,合格,2014-06-20,'));
    expect((await wang(readArchive, {})).rows.filter(({ fetched }) => fetched?.listed === true)).toHaveLength(2);
    expect(await told(wang)).toHaveLength(1);
  });

  it('reaches the dossier as the plan of the economists reads it', async () => {
    const rows = await server.asPlatform(async (ctx) => readRows(ctx, await personOf('applicant'), 'masked'));
    const dossier = dossierOf(rows.map(factsOf), {}, { basis: 'verified', chosen: 'all', asOf: '2024-07-01' });
    expect(dossier.examinations).toContainEqual({
      name: EXAMINATION,
      level: 'senior',
      passed: true,
      passedOn: '2020-06-20',
    });
  });

  it('is its own witness: its person may object and discard, the unit may not return it', async () => {
    const row = await listed();
    const at = { rowId: row.id };
    const edit = { version: row.version, fields: { score: '140 分' } };
    await expect(wang(editArchiveRow, { params: at, body: edit })).rejects.toMatchObject({ code: 'REGISTER_FIELD' });
    const unit = await server.loginAs('unit');
    const items = [{ field: null, problem: '不对', whatToDo: '改' }];
    await expect(unit(returnArchiveRow, { params: at, body: { version: row.version, items } })).rejects.toMatchObject({
      code: 'ARCHIVE_ROW_STATE',
    });
    const { row: disputed } = await wang(disputeRow, {
      params: at,
      body: { version: row.version, reason: '分数不对' },
    });
    expect(disputed).toMatchObject({ state: 'verified', fetched: { disputed: '分数不对' } });
    await wang(recycleArchiveRow, { params: at, body: { version: disputed.version } });
    await imported(line('王安防', ofWang, '副高级,合格,2020-06-20,133 分'));
    const discarded = await listed();
    expect(discarded).toMatchObject({ state: 'recycled', fields: { score: '133 分' } });
    await wang(restoreArchiveRow, { params: at, body: { version: discarded.version } });
    await imported(line('王安防', ofWang, '副高级,不合格,2020-06-20,13 分'));
    expect(await listed()).toMatchObject({ id: row.id, state: 'verified', fields: { passed: false, score: '13 分' } });
  });

  it('finds whoever registers later once the number was compared, and nobody who only states it', async () => {
    const newcomer = await registerNewcomer(server, { name: '周晚到', idNumber: later });
    await server.settle();
    expect((await newcomer.call(readArchive, {})).rows).toEqual([]);
    await server.asPlatform((ctx) => confirmIdentity(ctx, newcomer.me.personId));
    await server.settle();
    expect((await newcomer.call(readArchive, {})).rows).toMatchObject([{ kind: 'examination', state: 'verified' }]);
    expect(await told(newcomer.call)).toHaveLength(1);
  });
});
