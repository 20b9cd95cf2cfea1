import { AppError } from '@zhiping/contract';
import { dateAt, headingOf, levelNameOf, type PlanLevel, specialtyOf } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { codeFor, printable } from '../../../documents/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import { type ApplicationRow, processOf } from '../../application/index.ts';
import { factsOf, readBasics, readRows } from '../../archive/index.ts';

/**
 * The official letter of one expert (LN-2024 六(三)3) as it was filled in; a letter on paper is the scan itself and prints
 * what was copied from it with the line for the hand left open.
 * @throws AppError `NOT_FOUND` where there is no letter yet
 */
export async function printLetter(ctx: Ctx, row: ApplicationRow, endorsementId: string): Promise<FileAnswer> {
  const { plan } = await processOf(ctx, row);
  const one = await ctx.tx
    .selectFrom('endorsement')
    .selectAll()
    .where('application_id', '=', row.id)
    .where('id', '=', endorsementId)
    .executeTakeFirst();
  const form = plan.endorsements?.[one?.kind ?? 'recommendation']?.form;
  if (!one || one.filled_at === null || form === undefined) throw new AppError('NOT_FOUND');
  const names = await ctx.tx
    .selectFrom('application as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .select(['p.name as applicantName', 'u.name as unitName'])
    .where('a.id', '=', row.id)
    .executeTakeFirstOrThrow();
  const basics = await ctx.asPlatform(() => readBasics(ctx, [row.person_id], { personal: false }));
  const title = basics.get(row.person_id)?.title?.['name'];
  const data = {
    number: row.number,
    verificationCode: codeFor(`endorsement ${one.id} ${one.filled_at}`),
    issuedOn: dateAt(one.filled_at),
    watermark: null,
    formTitle: form,
    unitName: names.unitName,
    applicantName: names.applicantName,
    currentTitle: typeof title === 'string' && title !== '' ? title : '无',
    specialty: specialtyOf(plan, row.specialty)?.name ?? row.specialty,
    titleName: levelNameOf(plan, row.level as PlanLevel),
    expert: {
      name: one.name ?? one.invited_name,
      title: one.title_name ?? '—',
      field: one.field ?? '—',
      years: `任现职称 ${one.title_years ?? 0} 年`,
      unitName: one.unit ?? '—',
      relation: one.relation_to_applicant ?? '—',
      phoneMasked: '—',
    },
    about: one.row_id === null ? null : await titleOf(ctx, row.person_id, one.row_id),
    opinion: one.opinion ?? '',
    signed: one.way === 'link' ? { at: one.filled_at, how: '专家本人通过邀请链接手写签名' } : null,
  };
  return printable('expert-letter', data, `${form}-${data.expert.name}`);
}

async function titleOf(ctx: Ctx, personId: string, rowId: string): Promise<string> {
  const [found] = await ctx.asPlatform(() => readRows(ctx, personId, 'masked', { ids: [rowId] }));
  return found === undefined ? '一份材料' : headingOf(factsOf(found));
}
