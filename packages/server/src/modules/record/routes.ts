import { exportRecord, getCheckpoint, listRecord, verifyRecordNow } from '@zhiping/contract';
import { Readable } from 'node:stream';
import { runChecks } from '../../check/run-checks.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { makeCheckpoint } from '../../record/checkpoint.ts';
import { verifyRecord } from '../../record/verify-record.ts';
import { publicKeyOf } from '../../security/keys.ts';
import { exportEntries, listEntries } from './queries/read-entries.ts';

export const recordRoutes: readonly AnyRoute[] = [
  defineRoute(listRecord, {
    target: 'list',
    handle: async (ctx, { scope, query }) => ({ items: await listEntries(ctx, scope, query) }),
  }),
  defineRoute(getCheckpoint, {
    target: 'none',
    handle: async (ctx) => {
      const { keys } = ctx.installation;
      return { note: await ctx.asPlatform(() => makeCheckpoint(ctx)), publicKey: publicKeyOf(keys.record) };
    },
  }),
  defineRoute(verifyRecordNow, {
    target: 'none',
    handle: async (ctx) => {
      const { size, faults, checkpoint } = await verifyRecord(ctx.installation);
      const broken = await runChecks(ctx.installation);
      return {
        size,
        faults: faults.map((fault) => ({ kind: fault.kind, seq: 'seq' in fault ? fault.seq : null })),
        checkpoint,
        broken: broken.map(({ says }) => says),
      };
    },
  }),
  defineRoute(exportRecord, {
    target: 'none',
    handle: async (ctx) => ({
      fileName: '存证记录.jsonl',
      mediaType: 'application/jsonl',
      content: Readable.from(exportEntries(ctx.installation)),
    }),
  }),
];
