import { renderMessage, type Recipient, type Slots, type TemplateId } from '@zhiping/core';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import { leadsOutside } from './channels/channels.ts';

/** One message to write: to a person, or to everybody who holds a relation to a body. */
export interface Posting {
  readonly to:
    | { readonly personId: string }
    | { readonly relation: Exclude<Recipient, 'applicant'>; readonly subjectId: string };
  /** By whose time and settings it is sent, and whose office sees the delivery. */
  readonly organiserId: string;
  readonly template: TemplateId;
  readonly slots: Slots;
  readonly about: { readonly noun: string; readonly id: string };
  /** With person, template and subject the key under which a message exists once. */
  readonly occasion: string;
}

/**
 * Writes messages in the transaction of what they tell; one statement however many. A message somebody has already is
 * not written again. Answers how many are new.
 */
export async function notify(ctx: Ctx, postings: readonly Posting[]): Promise<number> {
  const [first] = postings;
  if (first === undefined) return 0;
  const rows = postings.map(({ to, organiserId, template, slots, about, occasion }) => ({
    posting: ctx.newId(),
    ...('personId' in to ? { person: to.personId } : { relation: to.relation, subject: to.subjectId }),
    organiser: organiserId,
    template,
    noun: about.noun,
    about: about.id,
    occasion,
    ...renderMessage(template, slots),
  }));
  const at = ctx.businessNowOf(first.organiserId);
  const { rows: answers } = await sql<{ written: bigint }>`
    select post_messages(${JSON.stringify(rows)}::jsonb, ${at}, ${leadsOutside(ctx.installation.settings)}) as written
  `.execute(ctx.tx);
  return Number(answers[0]?.written ?? 0);
}
