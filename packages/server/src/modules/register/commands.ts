import { AppError, type ErrorCode } from '@zhiping/contract';
import type { RegisterId } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { readNumbers } from '../account/index.ts';
import { takeFetched } from '../archive/index.ts';
import { ask } from './ask.ts';

export const FETCH = 'register.fetch';

/** Records the consent and orders the question; the answer comes by a job. @throws AppError `REGISTER_NOT_CONNECTED`, `REGISTER_ASKED` */
export async function orderFetch(ctx: Ctx, personId: string, register: RegisterId): Promise<void> {
  if (ctx.installation.settings.registers?.[register] === undefined) throw new AppError('REGISTER_NOT_CONNECTED');
  const id = ctx.newId();
  const ordered = await ctx.tx
    .insertInto('register_request')
    .values({
      id,
      person_id: personId,
      register,
      state: 'waiting',
      code: null,
      asked_at: ctx.systemNow,
      finished_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (ordered === undefined) throw new AppError('REGISTER_ASKED');
  await ctx.record({ organiserId: null, subject: { noun: 'register-request', id }, data: { register, consent: true } });
  await ctx.enqueue({ task: FETCH, payload: { id } });
}

/** Job: asks the register and writes what it states into the archive. The request is held meanwhile, so that it is asked once. */
export async function fetchFromRegister(ctx: Ctx, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const request = await ctx.tx
    .selectFrom('register_request')
    .selectAll()
    .where('id', '=', String(payload['id']))
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst();
  if (request === undefined) return;
  const { id, person_id: personId, register } = request;
  const address = ctx.installation.settings.registers?.[register];
  const { name } = await ctx.tx
    .selectFrom('person')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const { idNumber } = await readNumbers(ctx, personId);
  const refused = (code: ErrorCode) => ({ ok: false, code }) as const;
  const answer =
    address === undefined || idNumber === null
      ? refused(address === undefined ? 'REGISTER_NOT_CONNECTED' : 'REGISTER_NOT_FOUND')
      : await ask(register, address, { requestId: id, name, idNumber });
  const rows = answer.ok ? await takeFetched(ctx, personId, register, answer.rows) : 0;
  await ctx.tx
    .updateTable('register_request')
    .set({
      state: answer.ok ? 'done' : 'failed',
      code: answer.ok ? null : answer.code,
      rows,
      finished_at: ctx.systemNow,
    })
    .where('id', '=', id)
    .execute();
  await ctx.record({
    organiserId: null,
    action: FETCH,
    subject: { noun: 'register-request', id },
    data: { register, rows, code: answer.ok ? null : answer.code },
  });
}
