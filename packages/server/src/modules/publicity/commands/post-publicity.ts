import type { Selectable } from 'kysely';
import type { Ctx } from '../../../context.ts';
import { newVerificationCode } from '../../../documents/index.ts';
import { secretText } from '../../../security/random.ts';
import type { Notice } from '../notice.ts';
import { printNotice } from '../queries/print-notice.ts';
import type { PublicityTables } from '../tables.ts';

type Row = Selectable<PublicityTables['publicity']>;

/** What is the same for both kinds of publicity. */
export interface NewPublicity {
  readonly organiserId: string;
  readonly of:
    | { readonly kind: 'unit'; readonly applicationId: string; readonly personId: string; readonly unitId: string }
    | {
        readonly kind: 'result';
        readonly meetingId: string;
        readonly people: readonly {
          readonly place: number;
          readonly applicationId: string;
          readonly personId: string;
        }[];
      };
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly period: { readonly startsOn: string; readonly lastDay: string; readonly endsAt: string };
  readonly workingDays: number;
  readonly contact: string;
  readonly phone: string;
  readonly supervisionPhone: string | null;
  readonly ways: string;
  readonly notice: Notice;
}

/**
 * Posts a publicity under a random public address. The notice is printed once here, so that what cannot be printed is
 * refused before anything is public.
 */
export async function postPublicity(ctx: Ctx, posted: NewPublicity): Promise<Row> {
  const { of } = posted;
  const row = {
    id: ctx.newId(),
    organiser_id: posted.organiserId,
    kind: of.kind,
    application_id: of.kind === 'unit' ? of.applicationId : null,
    person_id: of.kind === 'unit' ? of.personId : null,
    unit_id: of.kind === 'unit' ? of.unitId : null,
    meeting_id: of.kind === 'result' ? of.meetingId : null,
    token: secretText(),
    number: posted.number,
    verification_code: newVerificationCode(),
    title: posted.title,
    issuer: posted.issuer,
    starts_on: posted.period.startsOn,
    last_day: posted.period.lastDay,
    ends_at: posted.period.endsAt,
    working_days: posted.workingDays,
    contact: posted.contact,
    phone: posted.phone,
    supervision_phone: posted.supervisionPhone,
    ways: posted.ways,
    closed: null,
    closed_at: null,
    invalid_reason: null,
  };
  await printNotice({ ...row, notice: posted.notice });
  await ctx.tx
    .insertInto('publicity')
    .values({ ...row, notice: JSON.stringify(posted.notice) })
    .execute();
  if (of.kind === 'result' && of.people.length > 0) {
    await ctx.tx
      .insertInto('publicity_person')
      .values(
        of.people.map(({ place, applicationId, personId }) => ({
          publicity_id: row.id,
          place,
          application_id: applicationId,
          person_id: personId,
        })),
      )
      .execute();
  }
  return { ...row, notice: posted.notice, version: 0 };
}
