import { makeNumber, type Plan, plainNumber, signClaim } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { missingGlyphs, newVerificationCode } from '../../../documents/index.ts';
import { secretBytes } from '../../../security/random.ts';
import { nameIndex } from '../queries/name-index.ts';

/** Everything a certificate says, gathered by the confirmation of the result. */
export interface NewCertificate {
  readonly organiserId: string;
  readonly applicationId: string;
  readonly personId: string;
  readonly confirmerId: string;
  readonly holderName: string;
  readonly sex: '男' | '女';
  readonly idNumberMasked: string;
  readonly unitName: string;
  /** How the plan numbers its certificates. */
  readonly numbering: Plan['certificate'];
  readonly seriesName: string;
  readonly level: string;
  readonly levelName: string;
  readonly specialty: string;
  readonly titleName: string;
  readonly committeeName: string;
  readonly issuer: string;
  readonly approvalNumber: string;
  /** Day the committee passed it. */
  readonly obtainedOn: string;
  readonly issuedOn: string;
}

type PrintedText = Pick<NewCertificate, 'holderName' | 'unitName' | 'committeeName' | 'issuer' | 'approvalNumber'>;

/** Characters of the certificate that no font at hand can draw: it would carry a gap where the name stands. */
export function unprintable(certificate: PrintedText): readonly string[] {
  const { holderName, unitName, committeeName, issuer, approvalNumber } = certificate;
  return missingGlyphs([holderName, unitName, committeeName, issuer, approvalNumber].join(''));
}

/**
 * Issues a certificate on the confirmation of a result: number without sequence, signed content for the QR code, event.
 * The permission is that of the confirmation. `unprintable` is to be asked first.
 */
export async function issueCertificate(ctx: Ctx, certificate: NewCertificate): Promise<{ id: string; number: string }> {
  const id = ctx.newId();
  const number = makeNumber(certificate.numbering.pattern, numberParts(certificate), secretBytes(10));
  const payload = signClaim(
    {
      number,
      name: certificate.holderName,
      title: certificate.titleName,
      series: certificate.seriesName,
      specialty: certificate.specialty,
      level: certificate.level,
      organiser: certificate.issuer,
      obtainedOn: certificate.obtainedOn,
      issuedOn: certificate.issuedOn,
    },
    ctx.installation.keys.certificate,
  );
  await ctx.tx
    .insertInto('certificate')
    .values({
      id,
      organiser_id: certificate.organiserId,
      application_id: certificate.applicationId,
      person_id: certificate.personId,
      confirmer_id: certificate.confirmerId,
      number,
      plain_number: plainNumber(number),
      verification_code: newVerificationCode(),
      state: 'valid',
      holder_name: certificate.holderName,
      name_index: nameIndex(ctx, certificate.holderName),
      sex: certificate.sex,
      id_number_masked: certificate.idNumberMasked,
      unit_name: certificate.unitName,
      series_name: certificate.seriesName,
      level_name: certificate.levelName,
      specialty: certificate.specialty,
      title_name: certificate.titleName,
      committee_name: certificate.committeeName,
      issuer: certificate.issuer,
      approval_number: certificate.approvalNumber,
      obtained_on: certificate.obtainedOn,
      issued_on: certificate.issuedOn,
      payload: Buffer.from(payload),
      revoked_on: null,
      revoke_reason: null,
    })
    .execute();
  await ctx.record({
    organiserId: certificate.organiserId,
    action: 'certificate.issue',
    subject: { noun: 'certificate', id },
    data: { applicationId: certificate.applicationId, issuedOn: certificate.issuedOn },
    personal: { of: certificate.personId, values: { number, name: certificate.holderName } },
  });
  return { id, number };
}

/** Level digit as printed by provinces: 1 full-senior, 2 senior, 3 intermediate, 4 junior. */
const LEVEL_DIGITS: Readonly<Record<string, string>> = {
  'full-senior': '1',
  senior: '2',
  engineer: '3',
  assistant: '4',
  technician: '4',
};

function numberParts(certificate: NewCertificate): Parameters<typeof makeNumber>[1] {
  const { region, series, committee } = certificate.numbering;
  return {
    region,
    year: certificate.obtainedOn.slice(0, 4),
    series,
    level: LEVEL_DIGITS[certificate.level] ?? '0',
    committee,
  };
}
