import type { Ctx } from '../../context.ts';
import { newWrappedKey, open, seal, unwrapKey } from '../../security/columns.ts';

/** What an objector hands in and what the checkers find: sealed with a key of the objection's own. */
export interface SealedTexts {
  readonly seal: (column: 'name' | 'contact' | 'content' | 'finding', plain: string) => Buffer;
  readonly open: (column: 'name' | 'contact' | 'content' | 'finding', sealed: Buffer) => string;
}

/** A new objection's key, wrapped by the master key; destroying it erases who objected and what they wrote. */
export function newObjectionKey(ctx: Ctx, objectionId: string): Buffer {
  return newWrappedKey(ctx.installation.keys, objectionId);
}

export function sealedTexts(ctx: Ctx, objectionId: string, wrappedKey: Buffer): SealedTexts {
  const key = unwrapKey(ctx.installation.keys, objectionId, wrappedKey);
  const place = (column: string) => ({ table: 'objection', column, row: objectionId });
  return {
    seal: (column, plain) => seal(key, Buffer.from(plain), place(column)),
    open: (column, sealed) => open(key, sealed, place(column)).toString(),
  };
}
