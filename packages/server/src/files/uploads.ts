import { AppError, type UploadState } from '@zhiping/contract';
import type { TargetFacts } from '@zhiping/core';
import type { Selectable } from 'kysely';
import type { Readable } from 'node:stream';
import { asPlatform, type Ctx } from '../context.ts';
import type { FoundationTables } from '../db/foundation-tables.ts';
import type { Installation } from '../installation.ts';
import { open, seal } from '../security/columns.ts';
import { newId, secretBytes } from '../security/random.ts';
import { systemMillis } from '../time/clocks.ts';
import { keepChunk, readChunks, removeChunks } from './staging.ts';

type Row = Selectable<FoundationTables['upload']>;
export interface UploadTarget extends TargetFacts {
  readonly upload: Row;
}
const CHUNK_BYTES = 512 * 1024;
const MAX_BYTES = 20 * 1024 * 1024;
const MOST_OPEN = 60;
const KEPT_MS = 24 * 60 * 60_000;
const ACTION = 'system.files';
const placeOf = (id: string) => ({ table: 'upload', column: 'wrapped_key', row: id });

/** Begins a file that will come piece by piece. Throws `FILE_TOO_LARGE`, `UPLOAD_TOO_MANY`. */
export async function beginUpload(
  ctx: Ctx,
  body: { readonly name: string; readonly bytes: number },
): Promise<UploadState> {
  const personId = ctx.actor.personId;
  if (personId === null) throw new AppError('UNAUTHENTICATED');
  if (body.bytes > MAX_BYTES) throw new AppError('FILE_TOO_LARGE');
  const { open: unfinished } = await ctx.tx
    .selectFrom('upload')
    .select((of) => of.fn.countAll<bigint>().as('open'))
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  if (Number(unfinished) >= MOST_OPEN) throw new AppError('UPLOAD_TOO_MANY');
  const id = newId();
  const wrapped = seal(ctx.installation.keys.master, secretBytes(32), placeOf(id));
  await ctx.tx
    .insertInto('upload')
    .values({
      id,
      person_id: personId,
      name: body.name,
      bytes: BigInt(body.bytes),
      wrapped_key: wrapped,
      touched_at: ctx.systemNow,
    })
    .execute();
  return { id, bytes: body.bytes, received: 0, chunkBytes: CHUNK_BYTES };
}

/** An upload is its person's alone, and only while it is open. */
export async function uploadTarget(ctx: Ctx, { id }: { readonly id: string }): Promise<UploadTarget | null> {
  const upload = await ctx.tx.selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst();
  return upload ? { stage: 'open', applicantPersonId: upload.person_id, upload } : null;
}

export const stateOf = ({ id, bytes, received }: Row): UploadState => ({
  id,
  bytes: Number(bytes),
  received: Number(received),
  chunkBytes: CHUNK_BYTES,
});

/**
 * Takes the piece that begins at `offset`. One already received is answered with what there is; one that leaves a gap is refused
 * with `UPLOAD_OFFSET`, one that is empty or too large with `FILE_EMPTY`, `TOO_LARGE`.
 */
export async function takeChunk(ctx: Ctx, id: string, offset: number, chunk: Buffer | null): Promise<UploadState> {
  const row = await ctx.tx.selectFrom('upload').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
  const received = Number(row.received);
  if (offset < received) return stateOf(row);
  if (offset > received) throw new AppError('UPLOAD_OFFSET');
  if (chunk === null || chunk.length === 0) throw new AppError('FILE_EMPTY');
  if (chunk.length > CHUNK_BYTES || received + chunk.length > Number(row.bytes)) throw new AppError('TOO_LARGE');
  const key = open(ctx.installation.keys.master, row.wrapped_key, placeOf(id));
  await keepChunk(ctx.installation, { id, key }, offset, chunk);
  const now = BigInt(received + chunk.length);
  await ctx.tx.updateTable('upload').set({ received: now, touched_at: ctx.systemNow }).where('id', '=', id).execute();
  return stateOf({ ...row, received: now });
}

/** A complete upload of the session's person as a stream, to go through the same door as any file. */
export async function openUpload(
  installation: Installation,
  session: string | null,
  id: string,
): Promise<{ readonly name: string; readonly content: Readable }> {
  const row = await installation.transactor.inTransaction({ session }, async ({ tx, actor }) =>
    actor.personId === null
      ? undefined
      : tx
          .selectFrom('upload')
          .selectAll()
          .where('id', '=', id)
          .where('person_id', '=', actor.personId)
          .executeTakeFirst(),
  );
  if (!row) throw new AppError('NOT_FOUND');
  if (row.received !== row.bytes) throw new AppError('UPLOAD_INCOMPLETE');
  const key = open(installation.keys.master, row.wrapped_key, placeOf(id));
  return { name: row.name, content: readChunks(installation, { id, key }) };
}

/** The upload was taken, or its file refused for good. */
export async function forgetUpload(installation: Installation, id: string): Promise<void> {
  await asPlatform(installation, ACTION, ({ tx }) => tx.deleteFrom('upload').where('id', '=', id).execute());
  await removeChunks(installation, id);
}

/** Uploads nobody went on with for a day. */
export async function forgetOldUploads(installation: Installation): Promise<void> {
  const before = new Date(systemMillis() - KEPT_MS).toISOString();
  const old = await asPlatform(installation, ACTION, ({ tx }) =>
    tx.selectFrom('upload').select('id').where('touched_at', '<', before).limit(500).execute(),
  );
  for (const { id } of old) await forgetUpload(installation, id);
}
