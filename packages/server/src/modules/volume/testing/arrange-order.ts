import { type Client, downloadVolumes } from '@zhiping/contract';
import type { Ctx } from '../../../context.ts';
import type { DemonstrationLogin } from '../../../start/demonstration/logins.ts';
import { personOf } from '../../../testing/person-of.ts';
import type { TestServer } from '../../../testing/server.ts';
import { arrangeApplication } from '../../application/testing/arrange.ts';
import { arrangeSubmission } from '../../application/testing/arrange-submission.ts';
import { keepVolumesGoing } from '../index.ts';
import { filesOf } from './files-of.ts';

/** A login's application in a stage, with one frozen submission. Answers its id. */
export async function arrangeSubmitted(ctx: Ctx, username: DemonstrationLogin, stage: string): Promise<string> {
  const personId = await personOf(ctx, username);
  const id = await arrangeApplication(ctx, { personId, state: { stage, submissions: 1 } });
  await arrangeSubmission(ctx, id);
  return id;
}

/** Leaves an order as a server does that died over it, and lets the next one find it. */
export async function takeUpAgain(server: TestServer, id: string): Promise<void> {
  const dead = { state: 'working' as const, percent: 40, beat_at: '2024-01-01T00:00:00.000Z' };
  await server.asPlatform(({ tx }) => tx.updateTable('volume_order').set(dead).where('id', '=', id).execute());
  await keepVolumesGoing(server.installation);
  await server.settle();
}

/** What an order's archive holds, by name. */
export async function downloaded(client: Client, id: string): ReturnType<typeof filesOf> {
  const blob = (await client(downloadVolumes, { params: { id } })) as Blob;
  return filesOf(Buffer.from(await blob.arrayBuffer()));
}
