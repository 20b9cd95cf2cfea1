import { addEvidence, type ArchiveRow } from '@zhiping/contract';
import type { Purpose } from '@zhiping/core';
import { call } from '../../call.ts';
import { sendInPieces } from '../../resumable.ts';

/**
 * Sends one file of a row and tells how far it is, 0 to 1; a lost line is waited for. Throws the refusal of the server, or
 * `OFFLINE`.
 */
export async function uploadEvidence(
  rowId: string,
  file: File,
  purposes: readonly Purpose[],
  onProgress: (part: number) => void,
): Promise<ArchiveRow> {
  // An empty file has no pieces; the server says what is wrong with it.
  const sent = file.size === 0 ? { file } : { uploadId: await sendInPieces(file, onProgress) };
  const { row } = await call(addEvidence, { params: { rowId }, body: { purposes: purposes.join(',') } }, sent);
  return row;
}
