import {
  type ApplicationContent,
  type Client,
  editApplication,
  readApplication,
  readArchive,
  scanPledgeSignature,
} from '@zhiping/contract';
import { kindSpec } from '@zhiping/core';

/** The smallest picture there is. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/**
 * Fills in an application through its own pages' calls, whatever its plan asks for, from what is verified in the
 * archive. Answers what it still lacks and its version.
 */
export async function fillForm(client: Client, id: string) {
  const seen = await client(readApplication, { params: { id } });
  const archive = await client(readArchive, {});
  const rows = archive.rows
    .filter((row) => row.state === 'verified' && kindSpec(row.kind).achievement)
    .map((row) => row.id);
  const statements = Object.fromEntries(
    (seen.asks?.statements ?? [])
      .filter(({ required }) => required)
      .map((one) => [one.id, { text: '任现职以来的工作。', rows: one.tied ? rows.slice(0, 1) : [] }]),
  );
  const selfScore: ApplicationContent['selfScore'] =
    seen.asks?.selfScore === true
      ? [{ line: 'education-by-hand', quantity: null, points: 2500, basis: '本科', evidence: '档案：学历' }]
      : [];
  if (seen.pledge?.signed === true) {
    await client(scanPledgeSignature, { params: { id }, body: {} }, { file: new Blob([PNG]), fileName: 'pledge.png' });
  }
  const { lacks, version } = await client(editApplication, {
    params: { id },
    body: {
      version: seen.version,
      fields: {
        direction: seen.specialty.directions[0] ?? null,
        rows,
        representative: rows[0] ?? null,
        selfReport: '任现职以来主持完成三个项目。',
        pledged: true,
        declassified: true,
        ownPart: true,
        statements,
        selfScore,
      },
    },
  });
  return { lacks, version };
}
