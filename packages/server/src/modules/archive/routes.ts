import {
  addEvidence,
  AppError,
  attest,
  createArchiveRow,
  disputeRow,
  downloadEvidence,
  editArchiveRow,
  joinEvidence,
  listEvidencePlans,
  listUnitPeople,
  orderEvidence,
  readArchive,
  readAttestations,
  readPersonArchive,
  recycleArchiveRow,
  removeEvidence,
  restoreArchiveRow,
  returnArchiveRow,
  revealArchiveRow,
  submitArchiveRows,
  tagEvidence,
  turnEvidence,
  verifyArchiveRow,
} from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { openFile } from '../../files/index.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { noteAccess } from '../privacy/index.ts';
import { joinFiles, orderFiles, turnFile } from './commands/arrange-evidence.ts';
import { attest as state } from './commands/attest.ts';
import { changeRow } from './commands/change-row.ts';
import { createRow } from './commands/create-row.ts';
import { returnRow, verifyRow } from './commands/decide-row.ts';
import { editRow } from './commands/edit-row.ts';
import { addFile, parsePurposes, removeFile, tagFile } from './commands/evidence.ts';
import { revealRow } from './commands/reveal-row.ts';
import { dispute } from './commands/take-fetched.ts';
import { submitRows } from './commands/submit-rows.ts';
import { exchangeRoutes } from './exchange/routes.ts';
import { readAttestations as attestationsOf } from './queries/attestations.ts';
import { ownId } from './own-id.ts';
import { assertNotOwn, listPeople, loadMember, readPersonArchive as readOfPerson } from './queries/people.ts';
import { evidencePlans } from './queries/evidence-lists.ts';
import { readOwnArchive, readView } from './queries/view.ts';
import { loadEvidence, loadRow, lockRow, type RowTarget } from './target.ts';

const AUTOSAVE = 'autosave of a draft is no event; a change of state records one';

export const archiveRoutes: readonly AnyRoute[] = [
  ...exchangeRoutes,
  defineRoute(readArchive, { target: 'own', handle: (ctx) => readOwnArchive(ctx, ownId(ctx)) }),
  defineRoute(listEvidencePlans, {
    target: 'own',
    handle: async (ctx) => ({ items: await evidencePlans(ctx, ownId(ctx)) }),
  }),
  defineRoute(createArchiveRow, {
    target: 'own',
    noEvent: AUTOSAVE,
    handle: async (ctx, { body }) => {
      const rowId = await createRow(ctx, ownId(ctx), body.kind, body.fields);
      return saved(ctx, { id: rowId, person_id: ownId(ctx) });
    },
  }),
  defineRoute(editArchiveRow, {
    target: loadRow,
    noEvent: AUTOSAVE,
    handle: async (ctx, { params, body, target }) => {
      await editRow(ctx, params.rowId, body.version, body.fields);
      return saved(ctx, target.row);
    },
  }),
  defineRoute(addEvidence, {
    target: loadRow,
    noEvent: AUTOSAVE,
    handle: async (ctx, { params, body, target, http }) => {
      if (http.file === null) throw new AppError('FILE_MISSING');
      await addFile(ctx, params.rowId, http.file, parsePurposes(body.purposes));
      return saved(ctx, target.row);
    },
  }),
  defineRoute(tagEvidence, {
    target: loadEvidence,
    noEvent: AUTOSAVE,
    handle: async (ctx, { body, target }) => {
      await tagFile(ctx, target.evidence, body.purposes);
      return saved(ctx, target.row);
    },
  }),
  defineRoute(orderEvidence, {
    target: loadRow,
    noEvent: AUTOSAVE,
    handle: async (ctx, { params, body, target }) => {
      await orderFiles(ctx, params.rowId, body.ids);
      return saved(ctx, target.row);
    },
  }),
  defineRoute(turnEvidence, {
    target: loadEvidence,
    noEvent: AUTOSAVE,
    handle: async (ctx, { body, target }) => {
      await turnFile(ctx, target.evidence, body.quarters);
      return saved(ctx, target.row);
    },
  }),
  defineRoute(joinEvidence, {
    target: loadRow,
    noEvent: AUTOSAVE,
    handle: async (ctx, { params, body, target }) => {
      await joinFiles(ctx, params.rowId, body.ids, body.name);
      return saved(ctx, target.row);
    },
  }),
  defineRoute(disputeRow, {
    target: loadRow,
    noEvent: AUTOSAVE,
    handle: async (ctx, { params, body, target }) => {
      await dispute(ctx, params.rowId, body.version, body.reason);
      return saved(ctx, target.row);
    },
  }),
  defineRoute(removeEvidence, {
    target: loadEvidence,
    noEvent: AUTOSAVE,
    handle: async (ctx, { target }) => {
      await removeFile(ctx, target.evidence);
      return saved(ctx, target.row);
    },
  }),
  defineRoute(downloadEvidence, {
    target: loadEvidence,
    handle: async (ctx, { target: { evidence } }) => {
      await noteAccess(ctx, { personId: evidence.person_id, what: 'evidence', subjectId: evidence.unit_id });
      return { ...(await openFile(ctx, evidence.blob_id)), fileName: evidence.name, disposition: 'inline' };
    },
  }),
  defineRoute(submitArchiveRows, {
    target: 'own',
    handle: async (ctx, { body }) => {
      await submitRows(ctx, ownId(ctx), body.rows);
      return readOwnArchive(ctx, ownId(ctx));
    },
  }),
  defineRoute(recycleArchiveRow, {
    target: loadRow,
    handle: async (ctx, { params, body, target }) => {
      await changeRow(ctx, await lockRow(ctx, params.rowId, body.version), 'recycle', {});
      return saved(ctx, target.row);
    },
  }),
  defineRoute(restoreArchiveRow, {
    target: loadRow,
    handle: async (ctx, { params, body, target }) => {
      await changeRow(ctx, await lockRow(ctx, params.rowId, body.version), 'restore', {});
      return saved(ctx, target.row);
    },
  }),
  defineRoute(verifyArchiveRow, {
    target: loadRow,
    handle: async (ctx, { params, body, target }) => {
      assertNotOwn(ctx, target.row.person_id);
      await verifyRow(ctx, params.rowId, body.version);
      return saved(ctx, target.row);
    },
  }),
  defineRoute(returnArchiveRow, {
    target: loadRow,
    handle: async (ctx, { params, body, target }) => {
      assertNotOwn(ctx, target.row.person_id);
      await returnRow(ctx, params.rowId, body.version, body.items);
      return saved(ctx, target.row);
    },
  }),
  defineRoute(listUnitPeople, {
    target: 'list',
    handle: async (ctx, { scope }) => ({ items: await listPeople(ctx, scope) }),
  }),
  defineRoute(readPersonArchive, {
    target: loadMember,
    handle: async (ctx, { target }) => {
      await noteAccess(ctx, { personId: target.member.personId, what: 'archive', subjectId: target.unitId ?? null });
      return readOfPerson(ctx, target);
    },
  }),
  defineRoute(readAttestations, {
    target: loadMember,
    handle: async (ctx, { params }) => ({ items: await attestationsOf(ctx, params.personId) }),
  }),
  defineRoute(attest, {
    target: loadMember,
    handle: async (ctx, { params, body, target }) => {
      await state(ctx, target.unitId ?? '', params.personId, body);
      return { items: await attestationsOf(ctx, params.personId) };
    },
  }),
  defineRoute(revealArchiveRow, {
    target: loadRow,
    handle: async (ctx, { target }) => ({ fields: (await revealRow(ctx, target.row)) as never }),
  }),
];

async function saved(ctx: Ctx, row: Pick<RowTarget['row'], 'id' | 'person_id'>) {
  return { row: await readView(ctx, row), savedAt: ctx.systemNow };
}
