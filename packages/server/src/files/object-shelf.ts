import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ObjectStore } from '../start/settings.ts';
import { localShelf, type Shelf } from './shelf.ts';

/** A put over a network may be cut; the file still lies here and is sent again. */
const TRIES = 3;

/**
 * A bucket of a store that speaks S3. Files are received, checked and sealed on this machine as ever; what is kept goes to the
 * bucket and leaves the machine. Throws when the bucket cannot be reached.
 */
export async function objectShelf(dataFolder: string, store: ObjectStore): Promise<Shelf> {
  // Loaded only where it is used: the client is large.
  const s3 = await import('@aws-sdk/client-s3');
  const client = new s3.S3Client({
    endpoint: store.endpoint,
    region: store.region,
    credentials: { accessKeyId: store.accessKeyId, secretAccessKey: store.secretAccessKey },
    // Stores other than Amazon's know neither buckets as host names nor its newer checksums.
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  const Bucket = store.bucket;
  await client.send(new s3.HeadBucketCommand({ Bucket }));
  const local = localShelf(dataFolder);

  const put = async (id: string, tries: number): Promise<void> => {
    const path = local.unfinished(id);
    const { size } = await stat(path);
    try {
      await client.send(
        new s3.PutObjectCommand({ Bucket, Key: id, Body: createReadStream(path), ContentLength: size }),
      );
    } catch (error) {
      if (tries <= 1) throw error;
      await put(id, tries - 1);
    }
  };
  return {
    unfinished: local.unfinished,
    keep: async (id) => {
      await put(id, TRIES);
      await rm(local.unfinished(id), { force: true });
    },
    read: (id) =>
      Readable.from(
        (async function* () {
          const { Body } = await client.send(new s3.GetObjectCommand({ Bucket, Key: id }));
          if (Body instanceof Readable) yield* Body as AsyncIterable<Buffer>;
        })(),
      ),
    remove: async (id) => {
      if (id.endsWith('.part')) await local.remove(id);
      else await client.send(new s3.DeleteObjectCommand({ Bucket, Key: id }));
    },
    has: async (id) => {
      try {
        await client.send(new s3.HeadObjectCommand({ Bucket, Key: id }));
        return true;
      } catch (error) {
        if (error instanceof s3.S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
        throw error;
      }
    },
    storedBefore: async function* (before) {
      for await (const id of local.storedBefore(before)) if (id.endsWith('.part')) yield id;
      let token: string | undefined;
      do {
        const page = await client.send(
          new s3.ListObjectsV2Command({ Bucket, ...(token === undefined ? {} : { ContinuationToken: token }) }),
        );
        for (const { Key, LastModified } of page.Contents ?? []) {
          if (Key !== undefined && LastModified !== undefined && LastModified.getTime() < before) yield Key;
        }
        token = page.NextContinuationToken;
      } while (token !== undefined);
    },
  };
}
