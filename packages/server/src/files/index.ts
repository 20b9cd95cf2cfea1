import { AppError } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Readable } from 'node:stream';
import type { Ctx } from '../context.ts';
import { open, reseal, seal, unwrapKey } from '../security/columns.ts';
import { dateInShanghai } from '../time/clocks.ts';
import { type FreshFile, readFileContent, type StoredFile, storeOwn } from './store.ts';

export { pdfOfPictures, turnedPicture } from './picture.ts';
export type { StoredFile } from './store.ts';

/** An opened file, ready to be answered. */
export interface OpenedFile {
  readonly mediaType: string;
  readonly bytes: number;
  readonly content: Readable;
}

/**
 * Stores bytes the platform made (a PDF) under a random id. With an owner, destroying the owner's key erases it.
 * The file of a transaction that fails is removed at a later start.
 */
export async function saveFile(
  ctx: Ctx,
  file: {
    readonly content: Buffer;
    readonly name: string;
    readonly mediaType: string;
    readonly ownerPersonId?: string | null;
  },
): Promise<StoredFile> {
  const fresh = await storeOwn(ctx.installation, file.content, file.name, file.mediaType);
  return keepFile(ctx, fresh, file.ownerPersonId ?? null);
}

/** Writes the row of a stored file, its key wrapped by the owner's or else by the master key. */
export async function keepFile(ctx: Ctx, fresh: FreshFile, ownerPersonId: string | null): Promise<StoredFile> {
  const { key, ...file } = fresh;
  await ctx.tx
    .insertInto('blob')
    .values({
      id: file.id,
      owner_person_id: ownerPersonId,
      media_type: file.mediaType,
      bytes: BigInt(file.bytes),
      sameness: Buffer.from(file.sameness, 'hex'),
      wrapped_key: seal(await wrappingKey(ctx, ownerPersonId), key, placeOf(file.id)),
    })
    .execute();
  return file;
}

/**
 * Opens a stored file by its id. Decide the permission on the row that holds the id first.
 * @throws AppError `NOT_FOUND`; `FILE_DESTROYED` with `details.on`, the day it was destroyed at the end of its period
 */
export async function openFile(ctx: Ctx, id: string): Promise<OpenedFile> {
  const blob = await ctx.tx.selectFrom('blob').selectAll().where('id', '=', id).executeTakeFirst();
  if (!blob) throw new AppError('NOT_FOUND');
  if (blob.wrapped_key === null) {
    const on = dateInShanghai(blob.destroyed_at ?? blob.created_at);
    throw new AppError('FILE_DESTROYED', { details: { on, words: `销毁日期：${on}。` } });
  }
  const key = open(await wrappingKey(ctx, blob.owner_person_id), blob.wrapped_key, placeOf(id));
  const content = readFileContent(ctx.installation, id, key);
  return { mediaType: blob.media_type, bytes: Number(blob.bytes), content };
}

/** The same, null where the file was destroyed at the end of its period: for papers that are made of many files. */
export async function openUnlessDestroyed(ctx: Ctx, id: string): Promise<OpenedFile | null> {
  try {
    return await openFile(ctx, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_DESTROYED') return null;
    throw error;
  }
}

/**
 * Gives all files of one person to another: their keys are wrapped by the new owner's, their bytes stay as they are. Runs as the
 * platform.
 */
export async function giveFiles(ctx: Ctx, from: string, into: string): Promise<void> {
  const [before, now] = [await wrappingKey(ctx, from), await wrappingKey(ctx, into)];
  const files = await ctx.tx
    .selectFrom('blob')
    .select(['id', 'wrapped_key'])
    .where('owner_person_id', '=', from)
    .forUpdate()
    .execute();
  // A destroyed file has no key any more, only an owner.
  const keys = files.map(({ id, wrapped_key: wrapped }) =>
    wrapped === null ? null : reseal(before, now, wrapped, placeOf(id)).toString('hex'),
  );
  await sql`update blob set owner_person_id = ${into}, wrapped_key = decode(n.key, 'hex')
    from unnest(${files.map(({ id }) => id)}::uuid[], ${keys}::text[]) as n(id, key) where blob.id = n.id`.execute(
    ctx.tx,
  );
}

function placeOf(id: string) {
  return { table: 'blob', column: 'wrapped_key', row: id };
}

async function wrappingKey(ctx: Ctx, ownerPersonId: string | null): Promise<Buffer> {
  if (ownerPersonId === null) return ctx.installation.keys.master;
  // Whoever may open the file need not be able to see its owner; the permission was decided on the file's row.
  const { rows } = await sql<{ wrapped: Buffer | null }>`select wrapped_key_of(${ownerPersonId}) as wrapped`.execute(
    ctx.tx,
  );
  const wrapped = rows[0]?.wrapped;
  if (!wrapped) throw new AppError('NOT_FOUND');
  return unwrapKey(ctx.installation.keys, ownerPersonId, wrapped);
}
