import {
  type AppError,
  downloadPhoto,
  getMe,
  readApplication,
  readPersonArchive,
  readPhotos,
  replacePhoto,
  submitApplication,
} from '@zhiping/contract';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPortrait } from '../../start/demonstration/portrait.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangePlan } from '../application/testing/arrange-plan.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';
import { fillForm } from '../application/testing/fill-form.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const pictureOf = async (content: Buffer, name = 'photo.jpg') => ({
  file: new File([new Uint8Array(content)], name, { type: 'image/jpeg' }),
});
const plain = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();

describe('the photo of a person', () => {
  it('is judged by every open plan, and the one before is kept', async () => {
    const applicant = await server.loginAs('applicant');
    const before = await applicant(readPhotos, {});
    expect(before.current).not.toBeNull();
    const after = await applicant(
      replacePhoto,
      { body: { takenOn: '2024-05-01' } },
      await pictureOf(await drawPortrait('另一张')),
    );
    expect(after.current?.id).not.toBe(before.current?.id);
    expect(after.earlier[0]?.id).toBe(before.current?.id);
    expect(after.current).toMatchObject({ width: 600, height: 800, takenOn: '2024-05-01', mediaType: 'image/jpeg' });
    const [liaoning] = after.plans.filter(({ required }) => !required);
    expect(liaoning?.problems).toEqual([]);
  });

  it.each([
    ['PHOTO_TOO_SMALL', () => plain(100, 140, '#fff')],
    ['PHOTO_SHAPE', () => plain(900, 600, '#fff')],
    ['FILE_TYPE', () => Promise.resolve(Buffer.from('not a picture at all'))],
  ])('is refused with %s where no plan would take it', async (code, make) => {
    const applicant = await server.loginAs('applicant');
    const sent = await pictureOf(await make());
    await expect(applicant(replacePhoto, { body: { takenOn: '2024-05-01' } }, sent)).rejects.toMatchObject({ code });
  });

  it('is not of tomorrow', async () => {
    const applicant = await server.loginAs('applicant');
    const sent = await pictureOf(await plain(600, 800, '#fff'));
    await expect(applicant(replacePhoto, { body: { takenOn: '2099-01-01' } }, sent)).rejects.toMatchObject({
      code: 'PHOTO_DATE',
    });
  });

  it('is seen by its person and the unit, the current one only, and by nobody else', async () => {
    const applicant = await server.loginAs('applicant');
    const { current, earlier } = await applicant(readPhotos, {});
    const params = { photoId: current?.id ?? '' };
    await applicant(downloadPhoto, { params });
    const unit = await server.loginAs('unit');
    const personId = await server.asPlatform(async ({ tx }) =>
      tx.selectFrom('archive_photo').select('person_id').where('id', '=', params.photoId).executeTakeFirstOrThrow(),
    );
    const archive = await unit(readPersonArchive, { params: { personId: personId.person_id } });
    expect(archive.photoId).toBe(params.photoId);
    await unit(downloadPhoto, { params });
    await expect(unit(downloadPhoto, { params: { photoId: earlier[0]?.id ?? '' } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    for (const login of ['office', 'expert1', 'unit2'] as const) {
      const other = await server.loginAs(login);
      await expect(other(downloadPhoto, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

it('is in the way of a submission where it is missing or unfit and nothing else is (ZJ-2022 附件2之4)', async () => {
  const wang = await server.loginAs('applicant');
  const { personId } = await wang(getMe, {});
  const id = await server.asPlatform(async (ctx) => {
    const { planId } = await arrangePlan(ctx, 'zj-2022', '2022-10-10T01:00:00.000Z');
    const subject = { specialty: 'design', level: 'senior', route: 'normal' } as const;
    return arrangeApplication(ctx, { personId, planId, subject });
  });
  await fillForm(wang, id);
  const submit = async () => {
    const { version } = await wang(readApplication, { params: { id } });
    return wang(submitApplication, { params: { id }, body: { version } });
  };
  await wang(replacePhoto, { body: { takenOn: '2022-09-01' } }, await pictureOf(await plain(600, 800, '#204080')));
  const unfit = (await submit().catch((error: unknown) => error)) as AppError;
  expect(unfit.code).toBe('PHOTO_UNFIT');
  expect(unfit.fields?.map(({ path }) => path)).toContain('photo');
  const { current } = await wang(readPhotos, {});
  await server.asPlatform(({ tx, systemNow }) =>
    tx
      .updateTable('archive_photo')
      .set({ replaced_at: systemNow })
      .where('id', '=', current?.id ?? '')
      .execute(),
  );
  await expect(submit()).rejects.toMatchObject({ code: 'PHOTO_MISSING' });
});
