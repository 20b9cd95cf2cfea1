import { AppError } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import { printDocument } from '../../../documents/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import { verifyPage, verifyUrl } from './read-certificates.ts';

/** The certificate as PDF. Printed from the row each time: the same row gives the same bytes. */
export async function printCertificate(ctx: Ctx, id: string): Promise<FileAnswer> {
  const row = await ctx.tx.selectFrom('certificate').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw new AppError('NOT_FOUND');
  const pdf = await printDocument('certificate', {
    number: row.number,
    verificationCode: row.verification_code,
    issuedOn: row.issued_on,
    watermark: row.state === 'valid' ? null : '已撤销',
    holderName: row.holder_name,
    sex: row.sex,
    idNumberMasked: row.id_number_masked,
    unitName: row.unit_name,
    seriesName: row.series_name,
    specialty: row.specialty,
    levelName: row.level_name,
    titleName: row.title_name,
    acquiredOn: row.obtained_on,
    committeeName: row.committee_name,
    approvalNumber: row.approval_number,
    issuer: row.issuer,
    limitation: null,
    verifyUrl: verifyUrl(ctx, row),
    verifyPage: verifyPage(ctx),
  });
  return {
    fileName: `证书-${row.number}.pdf`,
    mediaType: 'application/pdf',
    content: Buffer.from(pdf),
    disposition: 'inline',
  };
}
