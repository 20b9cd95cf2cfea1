import { AppError } from '@zhiping/contract';
import { type EndorsementKind, needsServed } from '@zhiping/core';
import type { Expert } from '@zhiping/standard';
import type { Ctx } from '../../../context.ts';
import type { StoredFile } from '../../../files/store.ts';
import { blindIndex } from '../../../security/columns.ts';
import type { ApplicationRow } from '../../application/index.ts';
import { needsOf } from '../needs.ts';

/** What an expert states, as the form sends it. */
export interface Letter {
  readonly name: string;
  readonly idNumber: string;
  readonly unit: string;
  readonly titleName: string;
  readonly titleLevel: NonNullable<Expert['titleLevel']>;
  readonly field: string;
  readonly relation: NonNullable<Expert['relation']>;
  readonly titleYears: number;
  readonly nationalTalent: 'yes' | 'no';
  readonly relationToApplicant: string;
  readonly opinion: string;
}

/**
 * Checks a letter by the rule of the standard (title, field, years), that it is somebody else and not the same person
 * twice, and gives the columns to store. Runs as the platform.
 * @throws AppError `ENDORSER_UNFIT` (with what is asked), `ENDORSER_SELF`, `ENDORSER_SAME`
 */
export async function checkedLetter(
  ctx: Ctx,
  row: ApplicationRow,
  about: { readonly kind: EndorsementKind; readonly rowId: string | null },
  letter: Letter,
  file: StoredFile,
) {
  const expert: Expert = {
    name: letter.name,
    titleLevel: letter.titleLevel,
    relation: letter.relation,
    titleYears: letter.titleYears,
    nationalTalent: letter.nationalTalent === 'yes',
  };
  const needs = await needsOf(ctx, row);
  if (needs !== null && needsServed(needs, about.kind, expert).length === 0) {
    const asked = needs.filter(({ kind }) => kind === about.kind).map(({ text }) => text);
    throw new AppError('ENDORSER_UNFIT', { details: { words: `标准要求：${[...new Set(asked)].join('；')}` } });
  }
  const index = blindIndex(ctx.installation.keys, 'id_number', letter.idNumber);
  const applicant = await ctx.tx
    .selectFrom('person')
    .select('id_number_index')
    .where('id', '=', row.person_id)
    .executeTakeFirst();
  if (applicant?.id_number_index?.equals(index)) throw new AppError('ENDORSER_SELF');
  const same = await ctx.tx
    .selectFrom('endorsement')
    .select(['id', 'row_id'])
    .where('application_id', '=', row.id)
    .where('kind', '=', about.kind)
    .where('state', '=', 'filled')
    .where('id_index', '=', index)
    .execute();
  if (same.some(({ row_id }) => row_id === about.rowId)) throw new AppError('ENDORSER_SAME');
  return {
    state: 'filled',
    name: letter.name,
    id_index: index,
    unit: letter.unit,
    title_name: letter.titleName,
    title_level: letter.titleLevel,
    field: letter.field,
    relation: letter.relation,
    title_years: letter.titleYears,
    national_talent: letter.nationalTalent === 'yes',
    relation_to_applicant: letter.relationToApplicant,
    opinion: letter.opinion,
    file_id: file.id,
    file_name: file.name,
    filled_at: ctx.systemNow,
  } as const;
}
