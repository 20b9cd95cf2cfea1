import { AppError, UPLOAD_HEADER } from '@zhiping/contract';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { type FreshFile, removeFile, storeUpload } from '../files/store.ts';
import { forgetUpload, openUpload } from '../files/uploads.ts';
import type { Installation } from '../installation.ts';
import { systemNow } from '../time/clocks.ts';
import type { AnyRoute, HttpDoor } from './route.ts';
import { assertAdmitted } from './run.ts';

/**
 * Receives the file of an upload, encrypts and stores it outside any transaction (a slow line must not hold a
 * connection), then runs the route with it. A refused upload leaves no file.
 */
export async function withUpload(
  installation: Installation,
  route: AnyRoute,
  request: FastifyRequest,
  { session, token }: Pick<HttpDoor, 'session' | 'token'>,
  run: (body: unknown, file: FreshFile, receivedAtReal: string) => Promise<unknown>,
): Promise<unknown> {
  await assertAdmitted(installation, route, { request, receivedAtReal: request.receivedAtReal, session, token });
  const uploadId = request.headers[UPLOAD_HEADER];
  const sent =
    typeof uploadId === 'string'
      ? await sentBefore(installation, session, uploadId, request.body)
      : await sentAtOnce(request, route.maxFileBytes);
  const file = await storeUpload(installation, sent.content, sent.name, route.maxFileBytes).catch(
    async (error: unknown) => {
      // What the file itself is refused for would refuse it again.
      if (error instanceof AppError) await sent.done();
      throw error;
    },
  );
  try {
    const answer = await run(sent.fields(), file, systemNow());
    if (answer instanceof AppError) await removeFile(installation, file.id);
    else await sent.done();
    return answer;
  } catch (error) {
    // Only a refusal is certain to have written nothing. After a lost connection the row may well be there; a file
    // that no row knows is removed at a later start.
    if (error instanceof AppError) await removeFile(installation, file.id);
    throw error;
  }
}

/** Where the content of an upload comes from. `fields` are known once the content was read. */
interface Sent {
  readonly name: string;
  readonly content: Readable;
  readonly fields: () => unknown;
  /** Not needed any more. */
  readonly done: () => Promise<void>;
}

/** The file stands in the request itself. */
async function sentAtOnce(request: FastifyRequest, maxBytes: number): Promise<Sent> {
  if (!request.isMultipart()) throw new AppError('UNSUPPORTED_TYPE');
  const part = await request.file({ limits: { fileSize: maxBytes + 1 } });
  if (!part) throw new AppError('FILE_MISSING');
  return { name: part.filename, content: part.file, fields: () => fieldsOf(part.fields), done: async () => undefined };
}

/** The file came piece by piece before; it goes through the same checks as any other. */
async function sentBefore(
  installation: Installation,
  session: string | null,
  id: string,
  fields: unknown,
): Promise<Sent> {
  if (!z.uuid().safeParse(id).success) throw new AppError('NOT_FOUND');
  const upload = await openUpload(installation, session, id);
  return { ...upload, fields: () => fields ?? {}, done: () => forgetUpload(installation, id) };
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
