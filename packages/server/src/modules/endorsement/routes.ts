import {
  addPaperEndorsement,
  cancelEndorsement,
  checkEndorsement,
  fillInvitation,
  inviteEndorser,
  listEndorsements,
  openInvitation,
  printEndorsement,
  readEndorsementFile,
} from '@zhiping/contract';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { loadApplication } from '../application/index.ts';
import { addPaper } from './commands/add-paper.ts';
import { cancel, check } from './commands/change.ts';
import { fill } from './commands/fill.ts';
import { invite } from './commands/invite.ts';
import { openInvitation as open } from './queries/invitation.ts';
import { openEndorsementFile, readEndorsements } from './queries/list.ts';
import { printLetter } from './queries/print-letter.ts';

const application: typeof loadApplication = (ctx, params) => loadApplication(ctx, params);

export const endorsementRoutes: readonly AnyRoute[] = [
  defineRoute(listEndorsements, {
    target: application,
    handle: (ctx, { target }) => readEndorsements(ctx, target.row),
  }),
  defineRoute(inviteEndorser, {
    target: application,
    handle: (ctx, { target, body }) => invite(ctx, target.row, body),
  }),
  defineRoute(addPaperEndorsement, {
    target: application,
    handle: async (ctx, { target, body, http }) => {
      await addPaper(ctx, target.row, body, http.file);
      return readEndorsements(ctx, target.row);
    },
  }),
  defineRoute(cancelEndorsement, {
    target: application,
    handle: async (ctx, { target, params }) => {
      await cancel(ctx, target.row, params.endorsementId);
      return readEndorsements(ctx, target.row);
    },
  }),
  defineRoute(checkEndorsement, {
    target: application,
    handle: async (ctx, { target, params, body }) => {
      await check(ctx, target.row, params.endorsementId, body);
      return readEndorsements(ctx, target.row);
    },
  }),
  defineRoute(readEndorsementFile, {
    target: application,
    handle: (ctx, { target, params }) => openEndorsementFile(ctx, target.row, params.endorsementId),
  }),
  defineRoute(printEndorsement, {
    target: application,
    handle: (ctx, { target, params }) => printLetter(ctx, target.row, params.endorsementId),
  }),
  defineRoute(openInvitation, {
    target: 'none',
    perMinute: 30,
    noEvent: '只是打开；填写时才记录',
    handle: (ctx, { body }) => open(ctx, body.token),
  }),
  defineRoute(fillInvitation, {
    target: 'none',
    perMinute: 30,
    handle: (ctx, { body, http }) => fill(ctx, body, http.file),
  }),
];
