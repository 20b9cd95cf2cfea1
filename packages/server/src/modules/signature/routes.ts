import {
  beginPledgeSignature,
  openPledge,
  readPledgeSignature,
  readPledgeSignatureFile,
  scanPledgeSignature,
  signPledge,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { loadApplication } from '../application/index.ts';
import { begin, scan, sign } from './commands/sign.ts';
import { openPledge as open, openSignatureFile, readSignature } from './queries/read.ts';

const application: typeof loadApplication = (ctx, params) => loadApplication(ctx, params);

export const signatureRoutes: readonly AnyRoute[] = [
  defineRoute(readPledgeSignature, {
    target: application,
    handle: (ctx, { target }) => readSignature(ctx, target.row),
  }),
  defineRoute(beginPledgeSignature, {
    target: application,
    noEvent: '只是给出二维码；签名时才记录',
    handle: (ctx, { target }) => begin(ctx, target.row),
  }),
  defineRoute(scanPledgeSignature, {
    target: application,
    handle: async (ctx, { target, http }) => {
      await scan(ctx, target.row, http.file);
      return readSignature(ctx, target.row);
    },
  }),
  defineRoute(readPledgeSignatureFile, {
    target: application,
    handle: (ctx, { target }) => openSignatureFile(ctx, target.row),
  }),
  defineRoute(openPledge, {
    target: 'none',
    perMinute: 30,
    noEvent: '只是打开；签名时才记录',
    handle: (ctx, { body }) => open(ctx, body.token),
  }),
  defineRoute(signPledge, {
    target: 'none',
    perMinute: 10,
    handle: (ctx, { body, http }) => sign(ctx, body.token, http.file),
  }),
];
