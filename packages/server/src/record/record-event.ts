import {
  canonicalJson,
  eventDocument,
  type Json,
  leafOf,
  type Receipt,
  type RecordEvent,
  signReceipt,
} from '@zhiping/core';
import type { Ctx } from '../context.ts';
import { newId, secretBytes } from '../security/random.ts';

/** One change of state. The action, the actor, the id and the time are the context's. */
export interface NewEvent {
  readonly organiserId: string | null;
  readonly subject: { readonly noun: string; readonly id: string };
  /** Open facts: ids, stages, hashes, counts. Never a name, number or free text of a person. */
  readonly data: { readonly [key: string]: Json };
  /** Personal values by name, kept as salted hashes; `of` is the person whose erasure deletes them. */
  readonly personal?: { readonly of: string; readonly values: { readonly [key: string]: Json } };
  /** Where it differs from the action of the route, e.g. a sweep that expires an application. */
  readonly action?: string;
}

/** Inserts the event with its leaf in the caller's transaction. The sequencer numbers it after the commit. */
export async function recordEvent(ctx: Ctx, event: NewEvent, relation: string): Promise<Receipt> {
  const id = newId();
  const personal = event.personal?.values ?? {};
  const salts = Object.fromEntries(Object.keys(personal).map((name) => [name, secretBytes(16).toString('hex')]));
  const full: RecordEvent = {
    id,
    organiserId: event.organiserId,
    at: event.organiserId === null ? ctx.businessNow : ctx.businessNowOf(event.organiserId),
    action: event.action ?? ctx.action,
    actor: { relation, personId: ctx.actor.personId, ...(ctx.inPlaceOf === null ? {} : { inPlaceOf: ctx.inPlaceOf }) },
    subject: event.subject,
    data: event.data,
    personal,
  };
  const document = eventDocument(full, salts);
  const leaf = leafOf(document);
  await ctx.tx
    .with('event', (db) =>
      db.insertInto('record_event').values({
        id,
        organiser_id: full.organiserId,
        action: full.action,
        subject_noun: full.subject.noun,
        subject_id: full.subject.id,
        document: canonicalJson(document),
        leaf,
        at: full.at,
      }),
    )
    .insertInto('record_pending')
    .values({ event_id: id })
    .execute();
  const values = Object.entries(personal).map(([name, value]) => ({
    event_id: id,
    name,
    person_id: event.personal?.of ?? null,
    salt: salts[name] ?? '',
    value: canonicalJson(value),
  }));
  if (values.length > 0) await ctx.tx.insertInto('record_salt').values(values).execute();
  ctx.afterCommit(() => void ctx.installation.wake('record'));
  return signReceipt({ eventId: id, leaf, at: full.at }, ctx.installation.keys.record);
}
