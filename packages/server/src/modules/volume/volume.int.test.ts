import { downloadVolumes, listVolumeOrders, orderVolumeBatch, orderVolumes, type VolumeOrder } from '@zhiping/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../documents/testing/read-pdf.ts';
import { samplePdf } from '../../files/testing/sample-pdf.ts';
import { saveFile } from '../../files/index.ts';
import type { DemonstrationLogin } from '../../start/demonstration/logins.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { keepVolumesGoing } from './index.ts';
import { arrangeSubmitted, downloaded, takeUpAgain } from './testing/arrange-order.ts';

let server: TestServer;
let sealed: string;
let early: string;
beforeAll(async () => {
  server = await startTestServer();
  await server.moveClockTo('2024-07-20T01:00:00.000Z');
  sealed = await arranged('applicant', 'stamped-page');
  early = await arranged('applicant2', 'office-check');
});
afterAll(() => server.close());

const arranged = (username: DemonstrationLogin, stage: string): Promise<string> =>
  server.asPlatform((ctx) => arrangeSubmitted(ctx, username, stage));

/** Gives the first achievement of the submission a PDF as its evidence. */
async function withEvidence(id: string): Promise<void> {
  await server.asPlatform(async (ctx) => {
    const file = await saveFile(ctx, { content: samplePdf(), name: '证书.pdf', mediaType: 'application/pdf' });
    const row = await ctx.tx
      .selectFrom('application_submission')
      .select(['id', 'snapshot'])
      .where('application_id', '=', id)
      .executeTakeFirstOrThrow();
    const snapshot = row.snapshot as { rows: { kind: string; files: unknown[] }[] };
    const paper = snapshot.rows.find(({ kind }) => kind === 'project') ?? snapshot.rows[0];
    paper?.files.splice(0, 9, { fileId: file.id, name: '证书.pdf', mediaType: 'application/pdf', purpose: '立项书' });
    await ctx.tx
      .updateTable('application_submission')
      .set({ snapshot: JSON.stringify(snapshot) })
      .where('id', '=', row.id)
      .execute();
  });
}

describe('the volumes of an application', () => {
  it('come as one archive in the order of the plan, with contents and page numbers', async () => {
    await withEvidence(sealed);
    const applicant = await server.loginAs('applicant');
    const { id } = await applicant(orderVolumes, { params: { id: sealed } });
    await expect(applicant(orderVolumes, { params: { id: sealed } })).rejects.toMatchObject({ code: 'VOLUME_RUNNING' });
    await expect(applicant(downloadVolumes, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await server.settle();
    const [order] = (await applicant(listVolumeOrders, { query: { applicationId: sealed } })).items as VolumeOrder[];
    expect(order).toMatchObject({ id, state: 'done', percent: 100, cases: 1, problems: [] });
    const files = await downloaded(applicant, id);
    const names = [...files.keys()].map((name) => name.replace(/^[^/]+\//, ''));
    expect(names).toContain('主卷.pdf');
    expect(names).toContain('表格/辽宁省专业技术资格评定表.pdf');
    const volume = await readPdf(new Uint8Array([...files.values()][0] ?? []));
    expect(volume.pages[1]).toMatch(/目\s*录/);
    for (const part of ['报评推荐表', '具体业绩材料', '立项书']) expect(volume.text).toContain(part);
    expect(volume.pages[2]).toContain('辽宁省专业技术资格报评推荐表');
    expect(volume.pages.at(-1)).toMatch(new RegExp(`${volume.pages.length - 2}$`));
  });

  it('are not ordered before the check is passed, nor read by others', async () => {
    const other = await server.loginAs('applicant2');
    await expect(other(orderVolumes, { params: { id: early } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(other(orderVolumes, { params: { id: sealed } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const [order] = (await (await server.loginAs('applicant'))(listVolumeOrders, {})).items;
    await expect(other(downloadVolumes, { params: { id: order?.id ?? '' } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await other(listVolumeOrders, {})).items).toEqual([]);
  });

  it('of a whole unit start again by themselves after the server died, and expire', async () => {
    const unit = await server.loginAs('unit');
    const { id } = await unit(orderVolumeBatch, {});
    await takeUpAgain(server, id);
    const stateOf = async () => (await unit(listVolumeOrders, {})).items.find((one) => one.id === id)?.state;
    expect(await stateOf()).toBe('done');
    await server.asPlatform(({ tx }) =>
      tx.updateTable('volume_order').set({ expires_at: '2024-01-01T00:00:00.000Z' }).where('id', '=', id).execute(),
    );
    await keepVolumesGoing(server.installation);
    expect(await stateOf()).toBe('expired');
    await expect(unit(downloadVolumes, { params: { id } })).rejects.toMatchObject({ code: 'VOLUME_GONE' });
    const unit2 = await server.loginAs('unit2');
    await expect(unit2(orderVolumeBatch, {})).rejects.toMatchObject({ code: 'VOLUME_NOTHING' });
  });

  it('of a body with more cases than go into one archive go on with those left out, then begin anew', async () => {
    await server.asPlatform(({ tx }) =>
      sql`insert into application select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(),
        'number', 'B' || i, 'person_id', gen_random_uuid()))).*
        from application a, generate_series(1, 520) i where a.id = ${sealed}`.execute(tx),
    );
    const unit = await server.loginAs('unit');
    const inTurn: string[][] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const { id } = await unit(orderVolumeBatch, {});
      const { cases } = await server.asPlatform(({ tx }) =>
        tx
          .updateTable('volume_order')
          .set({ state: 'done' })
          .where('id', '=', id)
          .returning('cases')
          .executeTakeFirstOrThrow(),
      );
      inTurn.push(cases);
    }
    expect(inTurn.map(({ length }) => length)).toEqual([500, 21, 500]);
    expect(new Set(inTurn.slice(0, 2).flat()).size).toBe(521);
    expect((await unit(listVolumeOrders, { query: { batch: 'yes' } })).items.length).toBeGreaterThan(2);
    expect((await unit(listVolumeOrders, { query: { applicationId: sealed } })).items).toHaveLength(1);
    await server.asPlatform(({ tx }) => tx.deleteFrom('application').where('number', 'like', 'B%').execute());
  });
});
