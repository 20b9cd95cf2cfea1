import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { MATCH_RESULTS } from '../../../jobs/tasks.ts';
import { seal, unwrapKey } from '../../../security/columns.ts';
import { answerRequest } from './request.ts';

/**
 * Grants a request to correct the name after a legal change: the person is called so from now on, the former name is kept
 * sealed. What was submitted or issued before keeps the name it was made with. Runs as the platform.
 * @throws AppError `PRIVACY_REQUEST_ANSWERED`, `PRIVACY_NAME_ONLY_CORRECTION`, `PRIVACY_NAME_SAME`
 */
export async function changeName(
  ctx: Ctx,
  requestId: string,
  { name, document }: { readonly name: string; readonly document: string },
): Promise<void> {
  const request = await ctx.tx
    .selectFrom('privacy_request')
    .select(['person_id', 'kind'])
    .where('id', '=', requestId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (request.kind !== 'correct') throw new AppError('PRIVACY_NAME_ONLY_CORRECTION');
  const { person_id: personId } = request;
  const person = await ctx.tx
    .selectFrom('person')
    .select(['name', 'wrapped_key'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (person.name === name) throw new AppError('PRIVACY_NAME_SAME');
  await answerRequest(ctx, requestId, { outcome: 'done', answer: '已核对户籍证明，登记的姓名已更正。' });
  const id = ctx.newId();
  const key = unwrapKey(ctx.installation.keys, personId, person.wrapped_key);
  await ctx.tx
    .insertInto('former_name')
    .values({
      id,
      person_id: personId,
      former_sealed: seal(key, Buffer.from(person.name), { table: 'former_name', column: 'former', row: id }),
      document,
      request_id: requestId,
      changed_by: ctx.actor.personId,
      changed_at: ctx.systemNow,
    })
    .execute();
  await ctx.tx.updateTable('person').set({ name }).where('id', '=', personId).execute();
  await ctx.enqueue({ task: MATCH_RESULTS, payload: { personId } });
  await ctx.record({
    organiserId: null,
    subject: { noun: 'person', id: personId },
    data: { request: requestId, changed: 'name' },
    personal: { of: personId, values: { name, former: person.name } },
  });
}
