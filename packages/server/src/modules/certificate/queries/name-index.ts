import { comparableName } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { blindIndex } from '../../../security/columns.ts';

/** Index under which a holder's name is compared: of equal length whatever was typed. */
export function nameIndex(ctx: Ctx, name: string): Buffer {
  return blindIndex(ctx.installation.keys, 'certificate.name', comparableName(name));
}
