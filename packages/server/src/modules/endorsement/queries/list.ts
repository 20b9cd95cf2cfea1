import { AppError, type AnswerOf, type Endorsement, type listEndorsements } from '@zhiping/contract';
import { type EndorserNeed, needsServed } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { openFile } from '../../../files/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import { type ApplicationRow, processOf } from '../../application/index.ts';
import { type EndorsementRow, expertOf } from '../expert-of.ts';
import { needsOf } from '../needs.ts';

/** All letters of an application that were not taken back, and what the standard asks. */
export async function readEndorsements(ctx: Ctx, row: ApplicationRow): Promise<AnswerOf<typeof listEndorsements>> {
  const { plan } = await processOf(ctx, row);
  const needs = await needsOf(ctx, row);
  const rows = await ctx.tx
    .selectFrom('endorsement')
    .selectAll()
    .where('application_id', '=', row.id)
    .where('state', '<>', 'cancelled')
    .orderBy('id')
    .execute();
  return {
    needs:
      needs === null
        ? null
        : needs.map((need) => ({
            kind: need.kind,
            label: need.label,
            text: need.text,
            min: need.min,
            found: peopleFor(need, rows),
          })),
    forms: {
      recommendation: plan.endorsements?.recommendation?.form ?? null,
      appraisal: plan.endorsements?.appraisal?.form ?? null,
    },
    items: rows.map((one) => endorsementOf(ctx, one, rows, needs ?? [])),
  };
}

/** A letter that counts: filled in, and not returned by the office. */
const counts = ({ state }: EndorsementRow): boolean => state === 'filled';
const personOf = ({ id, id_index: index }: EndorsementRow): string => index?.toString('hex') ?? id;

/** Different people whose letters serve a need; of appraisals, those of the report that has the most. */
function peopleFor(need: EndorserNeed, rows: readonly EndorsementRow[]): number {
  const serving = rows.filter((row) => counts(row) && serves(row, [need]).length > 0);
  const reports = Map.groupBy(serving, (row) => row.row_id ?? '');
  return Math.max(0, ...[...reports.values()].map((letters) => new Set(letters.map(personOf)).size));
}

const serves = (row: EndorsementRow, needs: readonly EndorserNeed[]): readonly EndorserNeed[] =>
  needsServed(needs, row.kind, expertOf(row));

function endorsementOf(
  ctx: Ctx,
  row: EndorsementRow,
  all: readonly EndorsementRow[],
  needs: readonly EndorserNeed[],
): Endorsement {
  const expired = row.state === 'invited' && row.expires_at !== null && row.expires_at <= ctx.systemNow;
  return {
    id: row.id,
    kind: row.kind,
    rowId: row.row_id,
    way: row.way,
    state: expired ? 'expired' : row.state,
    invitedName: row.invited_name,
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
    serves: row.filled_at === null ? [] : serves(row, needs).map(({ label, text }) => `${label} ${text}`.trim()),
    samePerson: all.some(
      (other) =>
        other.id !== row.id &&
        counts(other) &&
        other.kind === row.kind &&
        other.row_id === row.row_id &&
        personOf(other) === personOf(row),
    ),
    letter:
      row.filled_at === null
        ? null
        : {
            name: row.name ?? '',
            unit: row.unit ?? '',
            titleName: row.title_name ?? '',
            titleLevel: row.title_level ?? 'technician',
            field: row.field ?? '',
            relation: row.relation ?? 'other',
            titleYears: row.title_years ?? 0,
            nationalTalent: row.national_talent === true,
            relationToApplicant: row.relation_to_applicant ?? '',
            opinion: row.opinion ?? '',
            at: row.filled_at,
            fileName: row.file_name ?? '',
          },
    check:
      row.checked_at === null
        ? null
        : { at: row.checked_at, accepted: row.state === 'filled', reason: row.check_reason ?? '' },
  };
}

/** The signature of a letter by link, or the scan of one on paper. */
export async function openEndorsementFile(ctx: Ctx, row: ApplicationRow, endorsementId: string): Promise<FileAnswer> {
  const one = await ctx.tx
    .selectFrom('endorsement')
    .select(['file_id', 'file_name'])
    .where('application_id', '=', row.id)
    .where('id', '=', endorsementId)
    .executeTakeFirst();
  if (!one || one.file_id === null) throw new AppError('NOT_FOUND');
  const { mediaType, content } = await openFile(ctx, one.file_id);
  return { fileName: one.file_name ?? '签名', mediaType, content, disposition: 'inline' };
}
