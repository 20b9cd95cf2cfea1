import { sql } from 'kysely';
import { asPlatform } from '../context.ts';
import type { Installation } from '../installation.ts';
import { accountChecks } from './account.ts';
import { applicationChecks } from './application.ts';
import { archiveChecks } from './archive.ts';
import { type Check, foundationChecks } from './checks.ts';
import { examinationChecks } from './examination.ts';
import { feeChecks } from './fee.ts';
import { meetingChecks } from './meeting.ts';
import { mergeChecks } from './merge.ts';
import { retentionChecks } from './retention.ts';

/** Every truth of the data, one noun a line. */
export const CHECKS: readonly Check[] = [
  ...foundationChecks,
  ...accountChecks,
  ...applicationChecks,
  ...archiveChecks,
  ...examinationChecks,
  ...feeChecks,
  ...meetingChecks,
  ...mergeChecks,
  ...retentionChecks,
];

export interface BrokenCheck {
  readonly name: string;
  readonly says: string;
  /** Rows that break it, at most 20. */
  readonly rows: readonly unknown[];
}
const SHOWN = 20;

/** Runs all checks on a database in use; answers the broken ones. Reads only. */
export function runChecks(installation: Installation): Promise<readonly BrokenCheck[]> {
  return asPlatform(installation, 'system.check', async ({ tx }) => {
    const broken: BrokenCheck[] = [];
    for (const { name, says, sql: query } of CHECKS) {
      const { rows } = await sql.raw(`select * from (${query}) broken limit ${SHOWN}`).execute(tx);
      if (rows.length > 0) broken.push({ name, says, rows });
    }
    return broken;
  });
}
