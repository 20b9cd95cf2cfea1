import { AppError } from '@zhiping/contract';
import { ADMINISTRATORS, administratorsApart, type Relation } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { blindIndex, newWrappedKey, seal, unwrapKey } from '../../../security/columns.ts';
import { hashPassword } from '../../../security/passwords.ts';

export interface NewPerson {
  readonly name: string;
  readonly idNumber?: string;
  readonly phone?: string;
  readonly email?: string;
  /** `stated`: nobody has compared the number with the document yet, so it is not held to be unique. */
  readonly identity?: 'stated' | 'confirmed';
  /** With a password, or the hash of one that `hashPassword` made. */
  readonly account?: { readonly username: string } & (
    | { readonly password: string }
    | { readonly passwordHash: string }
  );
  readonly relations?: readonly NewRelation[];
}
export interface NewRelation {
  readonly relation: Relation;
  readonly subjectId: string;
  readonly organiserId?: string | null;
}

/** Creates a person with sealed numbers, account and relations. Returns the id. Callers run it as the platform. */
export async function createPerson(ctx: Ctx, person: NewPerson): Promise<string> {
  const { keys } = ctx.installation;
  const id = ctx.newId();
  const wrapped = newWrappedKey(keys, id);
  const key = unwrapKey(keys, id, wrapped);
  const sealed = (column: string, value: string | undefined): Buffer | null =>
    value === undefined ? null : seal(key, Buffer.from(value), { table: 'person', column, row: id });
  const index = (kind: string, value: string | undefined): Buffer | null =>
    value === undefined ? null : blindIndex(keys, kind, value);
  const identity = person.identity ?? 'confirmed';
  const numberIndex = index('id_number', person.idNumber);
  await ctx.tx
    .insertInto('person')
    .values({
      id,
      name: person.name,
      id_number_sealed: sealed('id_number', person.idNumber),
      id_number_index: identity === 'confirmed' ? numberIndex : null,
      id_number_stated: identity === 'stated' ? numberIndex : null,
      identity,
      phone_sealed: sealed('phone', person.phone),
      phone_index: index('phone', person.phone),
      email_sealed: sealed('email', person.email),
      email_index: index('email', person.email?.toLowerCase()),
      wrapped_key: wrapped,
    })
    .execute();
  if (person.account) {
    const { username } = person.account;
    const passwordHash =
      'passwordHash' in person.account ? person.account.passwordHash : await hashPassword(person.account.password);
    await ctx.tx
      .insertInto('account')
      .values({ person_id: id, username, password_hash: passwordHash, locked_until: null })
      .execute();
  }
  for (const relation of person.relations ?? []) await addRelation(ctx, id, relation);
  await ctx.record({
    organiserId: null,
    action: 'person.create',
    subject: { noun: 'person', id },
    data: { relations: (person.relations ?? []).map(({ relation, subjectId }) => `${relation}:${subjectId}`) },
    personal: { of: id, values: { name: person.name } },
  });
  return id;
}

/**
 * Makes a person something to an organisation; nothing happens where it is so already.
 * Throws `ADMINISTRATORS_APART` where the person is another of the three administrators.
 */
export async function addRelation(ctx: Ctx, personId: string, relation: NewRelation): Promise<void> {
  await assertApart(ctx, personId, relation.relation);
  await ctx.tx
    .insertInto('relation')
    .values({
      id: ctx.newId(),
      person_id: personId,
      relation: relation.relation,
      subject_id: relation.subjectId,
      organiser_id: relation.organiserId ?? null,
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function assertApart(ctx: Ctx, personId: string, wanted: Relation): Promise<void> {
  if (!ADMINISTRATORS.includes(wanted)) return;
  // Held until the end, so that two grants at once cannot both find none.
  await ctx.tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute();
  const held = await ctx.tx
    .selectFrom('relation')
    .select('relation')
    .where('person_id', '=', personId)
    .where('relation', 'in', ADMINISTRATORS)
    .where('ended_at', 'is', null)
    .execute();
  if (!administratorsApart([wanted, ...held.map(({ relation }) => relation)])) {
    throw new AppError('ADMINISTRATORS_APART');
  }
}
