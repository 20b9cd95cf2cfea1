import { type DocumentData, printDocument } from '../../../documents/index.ts';
import type { FileAnswer } from '../../../http/route.ts';
import type { ResultNotice, UnitNotice } from '../notice.ts';
import type { PublicityRow } from '../target.ts';

/** Columns a notice is printed from. */
export type PrintedRow = Pick<
  PublicityRow,
  | 'number'
  | 'verification_code'
  | 'starts_on'
  | 'last_day'
  | 'ways'
  | 'contact'
  | 'phone'
  | 'supervision_phone'
  | 'working_days'
  | 'issuer'
  | 'notice'
>;

/** The notice as PDF, printed from what was frozen when it was posted: the same row gives the same bytes. */
export async function printNotice(row: PrintedRow): Promise<FileAnswer> {
  const { notice } = row;
  const pdf =
    notice.kind === 'unit'
      ? await printDocument('unit-publicity', unitData(row, notice))
      : await printDocument('result-publicity', resultData(row, notice));
  return {
    fileName: `公示-${row.number}.pdf`,
    mediaType: 'application/pdf',
    content: Buffer.from(pdf),
    disposition: 'inline',
  };
}

function frame(row: PrintedRow) {
  return {
    number: row.number,
    verificationCode: row.verification_code,
    issuedOn: row.starts_on,
    watermark: null,
    ways: row.ways,
    contact: row.contact,
    phone: row.phone,
    workingDays: row.working_days,
  };
}

function unitData(row: PrintedRow, notice: UnitNotice): DocumentData<'unit-publicity'> {
  return { ...frame(row), ...notice, achievements: [...notice.achievements], lastDay: row.last_day };
}

function resultData(row: PrintedRow, notice: ResultNotice): DocumentData<'result-publicity'> {
  return {
    ...frame(row),
    year: notice.year,
    organiserName: row.issuer,
    committeeName: notice.committeeName,
    meetingName: notice.meetingName,
    from: row.starts_on,
    to: row.last_day,
    people: [...notice.people],
    supervisionPhone: row.supervision_phone,
    checkpoint: null,
  };
}
