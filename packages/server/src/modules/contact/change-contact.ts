import { timingSafeEqual } from 'node:crypto';
import { AppError } from '@zhiping/contract';
import { sql } from 'kysely';
import type { Ctx } from '../../context.ts';
import type { TaskHandlers } from '../../jobs/handlers.ts';
import { open, seal, unwrapKey } from '../../security/columns.ts';
import { randomWhole } from '../../security/random.ts';
import { after } from '../../time/clocks.ts';
import { assertPassword, readContacts, setContact } from '../account/index.ts';
import { channelsOf, sendOut } from '../message/index.ts';

const CODE_MS = 10 * 60_000;
const SOON_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;
const MAX_A_DAY = 10;
const MAX_FAILED = 5;
const SEND_CODE = 'contact.send-code';
const TELL_FORMER = 'contact.tell-former';

type Kind = 'phone' | 'email';
const CHANNEL = { phone: 'sms', email: 'mail' } as const;
const NAMES = { phone: '手机号码', email: '电子邮箱' } as const;

/**
 * Sends a code to the new telephone or mail address. Nothing changes before it comes back.
 * @throws AppError `PASSWORD_WRONG`, `CONTACT_CHANNEL_MISSING`, `CONTACT_SAME`, `CONTACT_TOO_SOON`
 */
export async function beginChange(
  ctx: Ctx,
  personId: string,
  { kind, value, password }: { readonly kind: Kind; readonly value: string; readonly password: string },
): Promise<void> {
  await assertPassword(ctx, personId, password);
  if (!channelsOf(ctx.installation.settings).includes(CHANNEL[kind])) throw new AppError('CONTACT_CHANNEL_MISSING');
  const former = (await readContacts(ctx, personId))[kind];
  if (former === value) throw new AppError('CONTACT_SAME');
  await assertNotTooOften(ctx, personId);
  await ctx.tx
    .deleteFrom('contact_change')
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('done_at', 'is', null)
    .execute();
  const id = ctx.newId();
  const key = await keyOf(ctx, personId);
  const sealed = (column: string, text: string): Buffer => seal(key, Buffer.from(text), place(column, id));
  await ctx.tx
    .insertInto('contact_change')
    .values({
      id,
      person_id: personId,
      kind,
      value_sealed: sealed('value', value),
      code_sealed: sealed('code', String(randomWhole(0, 1_000_000)).padStart(6, '0')),
      former_sealed: former === null ? null : sealed('former', former),
      created_at: ctx.systemNow,
      expires_at: after(ctx.systemNow, CODE_MS),
      done_at: null,
    })
    .execute();
  await ctx.enqueue({ task: SEND_CODE, payload: { id } });
  await ctx.record({
    organiserId: null,
    subject: { noun: 'account', id: personId },
    data: { contact: kind, step: 'asked' },
  });
}

async function assertNotTooOften(ctx: Ctx, personId: string): Promise<void> {
  const { rows } = await sql<{ today: bigint; now: bigint }>`select count(*) as today,
    count(*) filter (where created_at > ${after(ctx.systemNow, -SOON_MS)}) as now from contact_change
    where person_id = ${personId} and created_at > ${after(ctx.systemNow, -DAY_MS)}`.execute(ctx.tx);
  const [counted] = rows;
  if (counted && (counted.now > 0n || counted.today >= BigInt(MAX_A_DAY))) throw new AppError('CONTACT_TOO_SOON');
}

/**
 * Takes the code and makes the change; the address it takes the place of is told. A wrong code is returned, not thrown, so
 * that it counts: `CONTACT_CODE_WRONG`, `CONTACT_CODE_OVER`.
 */
export async function confirmChange(ctx: Ctx, personId: string, kind: Kind, code: string): Promise<AppError | null> {
  const asked = await ctx.tx
    .selectFrom('contact_change')
    .selectAll()
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .where('done_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!asked || asked.expires_at <= ctx.systemNow || asked.failed_attempts >= MAX_FAILED) {
    return new AppError('CONTACT_CODE_OVER');
  }
  const key = await keyOf(ctx, personId);
  if (!timingSafeEqual(open(key, asked.code_sealed, place('code', asked.id)), Buffer.from(code))) {
    await ctx.tx
      .updateTable('contact_change')
      .set({ failed_attempts: asked.failed_attempts + 1 })
      .where('id', '=', asked.id)
      .execute();
    await ctx.record({
      organiserId: null,
      subject: { noun: 'account', id: personId },
      data: { contact: kind, step: 'wrong-code' },
    });
    return new AppError('CONTACT_CODE_WRONG');
  }
  await setContact(ctx, personId, kind, open(key, asked.value_sealed, place('value', asked.id)).toString());
  await ctx.tx.updateTable('contact_change').set({ done_at: ctx.systemNow }).where('id', '=', asked.id).execute();
  if (asked.former_sealed !== null) await ctx.enqueue({ task: TELL_FORMER, payload: { id: asked.id } });
  await ctx.record({
    organiserId: null,
    subject: { noun: 'account', id: personId },
    data: { contact: kind, step: 'changed' },
  });
  return null;
}

async function sendCode(ctx: Ctx, id: string): Promise<void> {
  const asked = await stored(ctx, id);
  if (!asked || asked.done_at !== null || asked.expires_at <= ctx.systemNow) return;
  const key = await keyOf(ctx, asked.person_id);
  const code = open(key, asked.code_sealed, place('code', id)).toString();
  await send(ctx, asked.kind, open(key, asked.value_sealed, place('value', id)).toString(), {
    id,
    title: `您更换${NAMES[asked.kind]}的验证码是 ${code}，十分钟内有效，请勿告诉他人`,
  });
}

async function tellFormer(ctx: Ctx, id: string): Promise<void> {
  const changed = await stored(ctx, id);
  if (!changed?.former_sealed) return;
  const key = await keyOf(ctx, changed.person_id);
  await send(ctx, changed.kind, open(key, changed.former_sealed, place('former', id)).toString(), {
    id: `${id}-former`,
    title: `您在平台登记的${NAMES[changed.kind]}已更换；不是本人办理的，请立即联系平台安全管理员`,
  });
}

/** Throws where it should be tried again later; an address that refuses is not tried again. */
async function send(ctx: Ctx, kind: Kind, to: string, { id, title }: { id: string; title: string }): Promise<void> {
  const attempt = await sendOut(ctx.installation, CHANNEL[kind], {
    id,
    to,
    template: 'contact.change',
    title,
    body: title,
  });
  if (attempt.outcome === 'try-later') throw new Error(`contact message not sent: ${attempt.code}`);
}

const stored = (ctx: Ctx, id: string) =>
  ctx.tx.selectFrom('contact_change').selectAll().where('id', '=', id).executeTakeFirst();

const place = (column: string, row: string) => ({ table: 'contact_change', column, row });

async function keyOf(ctx: Ctx, personId: string): Promise<Buffer> {
  const { wrapped_key } = await ctx.tx
    .selectFrom('person')
    .select('wrapped_key')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return unwrapKey(ctx.installation.keys, personId, wrapped_key);
}

export const contactTasks: TaskHandlers = {
  [SEND_CODE]: (ctx, payload) => sendCode(ctx, String(payload['id'])),
  [TELL_FORMER]: (ctx, payload) => tellFormer(ctx, String(payload['id'])),
};
