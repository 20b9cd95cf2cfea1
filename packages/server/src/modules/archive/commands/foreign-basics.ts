import type { FieldProblem, Fields } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { blindIndex } from '../../../security/columns.ts';

/**
 * What in 基本信息 is not the person of the account: another name or another ID number, as after importing somebody
 * else's file. A number is compared where the account has one and the row is about a resident's ID card.
 */
export async function foreignBasics(ctx: Ctx, personId: string, fields: Fields): Promise<readonly FieldProblem[]> {
  const person = await ctx.tx
    .selectFrom('person')
    .select(['name', 'id_number_index', 'id_number_stated'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const problems: FieldProblem[] = [];
  if (typeof fields.name === 'string' && fields.name.trim() !== person.name) {
    const message = '与账户登记的姓名不一致；姓名有变更的，请先在“个人信息”中提出更正。';
    problems.push({ field: 'name', label: '姓名', message });
  }
  const registered = person.id_number_index ?? person.id_number_stated;
  if (registered === null || fields.idType !== 'resident-id' || typeof fields.idNumber !== 'string') return problems;
  const { keys } = ctx.installation;
  if (!blindIndex(keys, 'id_number', fields.idNumber.trim().toUpperCase()).equals(registered)) {
    problems.push({ field: 'idNumber', label: '证件号码', message: '与账户登记的身份证号码不一致，请核对。' });
  }
  return problems;
}
