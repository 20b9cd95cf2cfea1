import { addEvidence, AppError, type ArchiveRow, isErrorCode, urlFor } from '@zhiping/contract';
import type { Purpose } from '@zhiping/core';

/** Sends one file of a row and tells how far it is, 0 to 1. Throws the refusal of the server, or `OFFLINE`. */
export function uploadEvidence(
  rowId: string,
  file: File,
  purposes: readonly Purpose[],
  onProgress: (part: number) => void,
): Promise<ArchiveRow> {
  // fetch tells nothing of the way up; this does.
  const request = new XMLHttpRequest();
  const form = new FormData();
  form.append('purposes', purposes.join(','));
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    });
    request.addEventListener('error', () => reject(new AppError('OFFLINE')));
    request.addEventListener('load', () => {
      const body = parse(request.responseText);
      const row = addEvidence.answer.safeParse(body);
      if (request.status === 200 && row.success) resolve(row.data.row);
      else reject(refusalOf(body));
    });
    request.open('POST', urlFor(addEvidence.url, { rowId }));
    request.setRequestHeader('x-zhiping', '1');
    request.send(form);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refusalOf(body: unknown): AppError {
  if (typeof body === 'object' && body !== null && 'code' in body && isErrorCode(body.code)) {
    return new AppError(body.code);
  }
  return new AppError('UNEXPECTED_ANSWER');
}
