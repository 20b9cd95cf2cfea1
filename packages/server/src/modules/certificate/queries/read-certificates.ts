import type { Certificate } from '@zhiping/contract';
import { qrText } from '@zhiping/core';
import type { ExpressionBuilder, Selectable, SqlBool } from 'kysely';
import { type Expression, sql } from 'kysely';
import type { Ctx } from '../../../context.ts';
import type { Database } from '../../../db/tables.ts';
import type { CertificateTables } from '../tables.ts';

type Row = Selectable<CertificateTables['certificate']>;
type Where = (eb: ExpressionBuilder<Database, 'certificate'>) => Expression<SqlBool>;

/** Certificates that fit, newest first, with the revocation that waits for a second person. */
export async function readCertificates(ctx: Ctx, where: Where): Promise<Certificate[]> {
  const rows = await ctx.tx
    .selectFrom('certificate')
    .selectAll()
    .where(where)
    .orderBy('issued_on', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
  const ids = rows.map((row) => row.id);
  const open = await ctx.tx
    .selectFrom('certificate_revocation')
    .selectAll()
    .where('certificate_id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('decided_by', 'is', null)
    .execute();
  const waiting = new Map(open.map((row) => [row.certificate_id, row]));
  return rows.map((row) => {
    const revocation = waiting.get(row.id);
    return {
      ...certificateOf(ctx, row),
      revocation:
        revocation === undefined
          ? null
          : {
              reason: revocation.reason,
              askedAt: revocation.asked_at,
              mine: revocation.asked_by === ctx.actor.personId,
            },
    };
  });
}

function certificateOf(ctx: Ctx, row: Row): Omit<Certificate, 'revocation'> {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    holderName: row.holder_name,
    titleName: row.title_name,
    levelName: row.level_name,
    seriesName: row.series_name,
    specialty: row.specialty,
    unitName: row.unit_name,
    committeeName: row.committee_name,
    issuer: row.issuer,
    approvalNumber: row.approval_number,
    obtainedOn: row.obtained_on,
    issuedOn: row.issued_on,
    verificationCode: row.verification_code,
    verifyUrl: verifyUrl(ctx, row),
    revokedOn: row.revoked_on,
    revokeReason: row.revoke_reason,
    version: row.version,
  };
}

/** Address of the public page; what a QR code opens. */
export function verifyPage(ctx: Ctx): string {
  return new URL('/verify-certificate', ctx.installation.settings.publicUrl).href;
}

export function verifyUrl(ctx: Ctx, row: Pick<Row, 'payload'>): string {
  return qrText(verifyPage(ctx), new Uint8Array(row.payload));
}
