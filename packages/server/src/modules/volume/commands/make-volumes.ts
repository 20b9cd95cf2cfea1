import { AppError, type VolumeOrder } from '@zhiping/contract';
import { PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import { asPlatform, type Ctx } from '../../../context.ts';
import { startBinder } from '../../../documents/binding/bind.ts';
import { MissingGlyphsError } from '../../../documents/index.ts';
import { keepFile } from '../../../files/index.ts';
import { storeOwn } from '../../../files/store.ts';
import type { Installation } from '../../../installation.ts';
import { systemMillis } from '../../../time/clocks.ts';
import { type BundleOrder, bundlePapersOf } from '../bundle/papers.ts';
import { type BoundCase, bindCase } from '../bind-case.ts';

const MAKING = 'system.volume-make';
/** A job at work says so at each step; one silent for so long has died with its server. */
export const SILENT_MS = 90_000;
const KEPT_MS = 3 * 24 * 60 * 60_000;
const before = (milliseconds: number): string => new Date(systemMillis() - milliseconds).toISOString();

/**
 * Makes an ordered archive and keeps it. May be called again at any time: an order that is done, or that another worker is
 * busy with, is left alone; one whose server died is made anew from the beginning.
 */
export async function makeVolumes(ctx: Ctx, payload: Readonly<Record<string, unknown>>): Promise<void> {
  const { installation } = ctx;
  const id = String(payload['id']);
  const order = await claim(installation, id);
  if (order === null) return;
  const bundle = bundleOf(order);
  const binder = startBinder();
  const out = new PassThrough();
  try {
    const problems: VolumeOrder['problems'] = [];
    const zip = new ZipFile();
    zip.outputStream.pipe(out);
    const put = (content: Uint8Array, path: string): void =>
      zip.addBuffer(Buffer.from(content), path, { mtime: new Date(systemMillis()) });
    const storing = storeOwn(installation, out, `${order.name}.zip`, 'application/zip');
    // Awaited below; until then a failure must not count as unhandled.
    storing.catch(() => undefined);
    for (const [at, applicationId] of order.cases.entries()) {
      const bound = await oneCase(
        installation,
        { applicationId, copies: bundle !== null },
        binder,
        problems,
        (doing, share) => beat(installation, id, Math.floor(((at + share) / order.cases.length) * 99), doing),
      );
      for (const { path, content } of bound?.files ?? []) {
        put(content, path);
      }
      problems.push(...(bound?.problems ?? []).map((problem) => ({ number: bound?.number ?? '', problem })));
    }
    if (bundle !== null) {
      await beat(installation, id, 99, '封面、委托书和花名册');
      const papers = await bundlePapersOf(installation, bundle, problems);
      for (const { path, content } of papers.files) put(content, path);
      problems.push(...papers.problems);
    }
    zip.end();
    const file = await storing;
    await asPlatform(installation, MAKING, async (own) => {
      await keepFile(own, file, order.person_id);
      await own.tx
        .updateTable('volume_order')
        .set({
          state: 'done',
          percent: 100,
          doing: '',
          problems: JSON.stringify(problems.slice(0, 500)),
          blob_id: file.id,
          bytes: BigInt(file.bytes),
          ended_at: own.systemNow,
          expires_at: before(-KEPT_MS),
        })
        .where('id', '=', id)
        .execute();
    });
  } catch (error) {
    out.destroy(new Error('the archive is not finished'));
    await asPlatform(installation, MAKING, ({ tx, systemNow }) =>
      tx
        .updateTable('volume_order')
        .set({ state: 'failed', doing: '', ended_at: systemNow })
        .where('id', '=', id)
        .execute(),
    );
    process.emitWarning(`volume order ${id} failed: ${error instanceof Error ? error.name : 'unknown'}`);
  } finally {
    await binder.close();
  }
}

/** The order as an authority's package; null where it is only of volumes. */
function bundleOf(order: NonNullable<Awaited<ReturnType<typeof claim>>>): BundleOrder | null {
  const { plan_id, authority_id } = order;
  return plan_id === null || authority_id === null ? null : { ...order, plan_id, authority_id };
}

/** One case that cannot be made does not stop the others; what it lacks is told with its id's number where known. */
async function oneCase(
  installation: Installation,
  { applicationId, copies }: { readonly applicationId: string; readonly copies: boolean },
  binder: ReturnType<typeof startBinder>,
  problems: VolumeOrder['problems'],
  step: (doing: string, share: number) => Promise<void>,
): Promise<BoundCase | null> {
  try {
    return await bindCase(installation, binder, { applicationId, copies }, step);
  } catch (error) {
    if (error instanceof MissingGlyphsError) {
      const number = await numberOf(installation, applicationId);
      problems.push({ number, problem: `有字库里没有的字，不能打印：${error.characters.join(' ')}` });
      return null;
    }
    if (!(error instanceof AppError)) throw error;
    problems.push({ number: await numberOf(installation, applicationId), problem: error.message });
    return null;
  }
}

async function numberOf(installation: Installation, applicationId: string): Promise<string> {
  const row = await asPlatform(installation, MAKING, ({ tx }) =>
    tx.selectFrom('application').select('number').where('id', '=', applicationId).executeTakeFirst(),
  );
  return row?.number ?? '';
}

function claim(installation: Installation, id: string) {
  return asPlatform(installation, MAKING, async ({ tx, systemNow }) => {
    const row = await tx
      .updateTable('volume_order')
      .set({ state: 'working', beat_at: systemNow })
      .where('id', '=', id)
      .where((of) =>
        of.or([
          of('state', '=', 'waiting'),
          of.and([of('state', '=', 'working'), of('beat_at', '<', before(SILENT_MS))]),
        ]),
      )
      .returning(['cases', 'name', 'person_id', 'plan_id', 'authority_id', 'contact', 'phone'])
      .executeTakeFirst();
    return row ?? null;
  });
}

async function beat(installation: Installation, id: string, percent: number, doing: string): Promise<void> {
  await asPlatform(installation, MAKING, ({ tx, systemNow }) =>
    tx.updateTable('volume_order').set({ percent, doing, beat_at: systemNow }).where('id', '=', id).execute(),
  );
}
