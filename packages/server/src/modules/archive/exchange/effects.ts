import { AppError, type ImportPreview } from '@zhiping/contract';
import { canonicalJson, type ExchangedRow, type ImportEffect, importEffects, sha256Hex } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { createRow } from '../commands/create-row.ts';
import { editRow } from '../commands/edit-row.ts';
import { readRows, type RowWithFiles } from '../queries/read-rows.ts';

interface Looked {
  readonly effects: readonly ImportEffect[];
  readonly stored: readonly RowWithFiles[];
  readonly digest: string;
}

/** What importing `rows` would do to the archive of `personId` as it stands. */
async function look(ctx: Ctx, personId: string, rows: readonly ExchangedRow[]): Promise<Looked> {
  const stored = await readRows(ctx, personId, 'clear');
  const effects = importEffects(
    stored.map(({ stored: { id, kind, state }, fields }) => ({ id, kind, state, fields })),
    rows,
  );
  const versions = stored.map(({ stored: { id, version } }) => `${id} ${version}`);
  return { effects, stored, digest: sha256Hex(canonicalJson({ versions, rows })) };
}

/** Effects for the page; nothing is written. */
export async function previewImport(
  ctx: Ctx,
  personId: string,
  rows: readonly ExchangedRow[],
  cells: ImportPreview['cells'] = [],
): Promise<ImportPreview> {
  const { effects, digest } = await look(ctx, personId, rows);
  return {
    rows: rows.map((row) => ({ ...row })),
    effects: effects.map((one) => ({ ...one, changed: [...one.changed], problems: [...one.problems] })),
    cells,
    digest,
  };
}

/**
 * Writes what the preview showed, all of it or nothing. Throws `STALE` where the archive changed since, `ARCHIVE_IMPORT`
 * where a row is refused. New rows are drafts; a verified row that changes goes back to the unit.
 */
export async function importRows(
  ctx: Ctx,
  personId: string,
  rows: readonly ExchangedRow[],
  digest: string,
): Promise<{ readonly created: number; readonly changed: number }> {
  const looked = await look(ctx, personId, rows);
  const problems = looked.effects.flatMap((one, at) =>
    one.problems.map(({ field, message }) => ({
      path: `rows.${at}${field === '' ? '' : `.fields.${field}`}`,
      message: `${one.heading}：${message}`,
    })),
  );
  if (problems.length > 0) throw new AppError('ARCHIVE_IMPORT', { fields: problems });
  // The same file a second time changes nothing, whatever it was looked at on.
  if (looked.effects.every(({ effect }) => effect === 'same')) return { created: 0, changed: 0 };
  if (looked.digest !== digest) throw new AppError('STALE');
  await assertFree(ctx, looked.effects);
  const versions = new Map(looked.stored.map(({ stored }) => [stored.id, stored.version]));
  const count = { created: 0, changed: 0 };
  for (const [at, effect] of looked.effects.entries()) {
    const row = rows[at];
    if (row === undefined || effect.effect === 'same') continue;
    if (effect.effect === 'new') {
      await createRow(ctx, personId, row.kind, row.fields, row.id);
      count.created += 1;
    } else {
      await editRow(ctx, effect.id, versions.get(effect.id) ?? 0, row.fields);
      count.changed += 1;
    }
  }
  return count;
}

/** An id is a row's own everywhere; one that a row of somebody else has cannot be taken again. */
async function assertFree(ctx: Ctx, effects: readonly ImportEffect[]): Promise<void> {
  const ids = effects.filter(({ effect }) => effect === 'new').map(({ id }) => id);
  if (ids.length === 0) return;
  const taken = await ctx.asPlatform(() =>
    ctx.tx.selectFrom('archive_row').select('id').where('id', 'in', ids).execute(),
  );
  if (taken.length === 0) return;
  const fields = effects.flatMap(({ id, heading }, at) =>
    taken.some((one) => one.id === id)
      ? [{ path: `rows.${at}.id`, message: `${heading}：编号已被使用，请删去这一项的编号后再导入。` }]
      : [],
  );
  throw new AppError('ARCHIVE_IMPORT', { fields });
}
