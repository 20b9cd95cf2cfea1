import type { Ctx } from '../../../context.ts';
import { blindIndex } from '../../../security/columns.ts';

/** Names are compared without spaces and in one Unicode form; the middle dot is written in several ways. */
export function comparableName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\s/g, '')
    .replace(/[•・‧∙．.]/g, '·');
}

/** Index under which a holder's name is compared: of equal length whatever was typed. */
export function nameIndex(ctx: Ctx, name: string): Buffer {
  return blindIndex(ctx.installation.keys, 'certificate.name', comparableName(name));
}
