import { AppError } from '@zhiping/contract';
import type { FastifyRequest } from 'fastify';
import { type FreshFile, removeFile, storeUpload } from '../files/store.ts';
import type { Installation } from '../installation.ts';
import { systemNow } from '../time/clocks.ts';
import type { AnyRoute } from './route.ts';
import { assertAdmitted } from './run.ts';

/**
 * Receives the file of an upload, encrypts and stores it outside any transaction (a slow line must not hold a
 * connection), then runs the route with it. A refused upload leaves no file.
 */
export async function withUpload(
  installation: Installation,
  route: AnyRoute,
  request: FastifyRequest,
  session: string | null,
  run: (body: unknown, file: FreshFile, receivedAtReal: string) => Promise<unknown>,
): Promise<unknown> {
  await assertAdmitted(installation, route, { request, receivedAtReal: request.receivedAtReal, session });
  if (!request.isMultipart()) throw new AppError('UNSUPPORTED_TYPE');
  const part = await request.file({ limits: { fileSize: route.maxFileBytes + 1 } });
  if (!part) throw new AppError('FILE_MISSING');
  const file = await storeUpload(installation, part.file, part.filename, route.maxFileBytes);
  try {
    const answer = await run(fieldsOf(part.fields), file, systemNow());
    if (answer instanceof AppError) await removeFile(installation, file.id);
    return answer;
  } catch (error) {
    // Only a refusal is certain to have written nothing. After a lost connection the row may well be there; a file
    // that no row knows is removed at a later start.
    if (error instanceof AppError) await removeFile(installation, file.id);
    throw error;
  }
}

/** Text fields of the form by name. They stand before the file, as our client sends them. */
function fieldsOf(parts: Readonly<Record<string, unknown>>): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, part] of Object.entries(parts)) {
    if (isField(part)) fields[name] = part.value;
  }
  return fields;
}

function isField(part: unknown): part is { readonly type: 'field'; readonly value: string } {
  return (
    typeof part === 'object' &&
    part !== null &&
    'type' in part &&
    part.type === 'field' &&
    'value' in part &&
    typeof part.value === 'string'
  );
}
