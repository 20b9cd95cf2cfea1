import { renderMessage, type TemplateId } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import type { TaskHandlers } from '../../jobs/handlers.ts';
import { open, unwrapKey } from '../../security/columns.ts';
import { readContacts } from '../account/index.ts';
import { channelsOf, sendOut } from '../message/index.ts';
import type { StoredMerge } from './target.ts';

export const TELL = 'merge.tell';

type Contacts = Awaited<ReturnType<typeof readContacts>>;
const TEMPLATES = { asked: 'account.merge-asked', done: 'account.merge-done' } as const satisfies Record<
  string,
  TemplateId
>;
const CHANNEL = { phone: 'sms', email: 'mail' } as const;

/** Job: tells both accounts wherever they are reached, so that nobody's account is joined behind their back. */
async function tell(ctx: Ctx, id: string, step: keyof typeof TEMPLATES): Promise<void> {
  const merge = await ctx.tx.selectFrom('account_merge').selectAll().where('id', '=', id).executeTakeFirst();
  if (!merge) return;
  const template = TEMPLATES[step];
  const text = renderMessage(template, { username: await usernameOf(ctx, merge.from_person) });
  const sides = [await readContacts(ctx, merge.into_person), await contactsOfJoined(ctx, merge)];
  for (const kind of ['phone', 'email'] as const) {
    if (!channelsOf(ctx.installation.settings).includes(CHANNEL[kind])) continue;
    const addresses = new Set(sides.flatMap((side) => side[kind] ?? []));
    for (const [at, to] of [...addresses].entries()) {
      const attempt = await sendOut(ctx.installation, CHANNEL[kind], {
        id: `${id}-${step}-${kind}-${at}`,
        to,
        template,
        ...text,
      });
      if (attempt.outcome === 'try-later') throw new Error(`merge message not sent: ${attempt.code}`);
    }
  }
}

async function contactsOfJoined(ctx: Ctx, merge: StoredMerge): Promise<Contacts> {
  if (merge.contacts_sealed === null) return readContacts(ctx, merge.from_person);
  const { wrapped_key: wrapped } = await ctx.tx
    .selectFrom('person')
    .select('wrapped_key')
    .where('id', '=', merge.into_person)
    .executeTakeFirstOrThrow();
  const key = unwrapKey(ctx.installation.keys, merge.into_person, wrapped);
  const place = { table: 'account_merge', column: 'contacts', row: merge.id };
  return JSON.parse(open(key, merge.contacts_sealed, place).toString()) as Contacts;
}

async function usernameOf(ctx: Ctx, personId: string): Promise<string> {
  const { username } = await ctx.tx
    .selectFrom('account')
    .select('username')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return username;
}

export const mergeTasks: TaskHandlers = {
  [TELL]: (ctx, payload) => tell(ctx, String(payload['id']), payload['step'] === 'done' ? 'done' : 'asked'),
};
