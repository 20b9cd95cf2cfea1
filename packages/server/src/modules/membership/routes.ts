import * as contract from '@zhiping/contract';
import { AppError, DONE } from '@zhiping/contract';
import type { Ctx } from '../../context.ts';
import { openFile } from '../../files/index.ts';
import { assertStaffed } from '../archive/index.ts';
import { type AnyRoute, defineRoute } from '../../http/route.ts';
import { readNumbers } from '../account/index.ts';
import { noteAccess } from '../privacy/index.ts';
import { approveRegistration, endRegistration } from './commands/decide-registration.ts';
import { acceptInvitation, invite, revokeInvitation } from './commands/invite.ts';
import { acceptJoining, beginJoining, endJoining } from './commands/join.ts';
import { leaveUnit } from './commands/leave.ts';
import { registerUnit } from './commands/register-unit.ts';
import { changeUnit, endStaff } from './commands/unit-staff.ts';
import { listAreas } from './queries/areas.ts';
import { listJoining, listMembers, readMembership, searchUnits } from './queries/membership.ts';
import { listRegistrations, ownRegistrations } from './queries/registrations.ts';
import { readInvitations, readStaff, readUnit, showInvitation } from './queries/staff.ts';
import { loadByToken, loadInvitation, loadJoining, loadMemberOf, loadRegistration, loadUnit } from './target.ts';

const registrations: readonly AnyRoute[] = [
  defineRoute(contract.listAreas, { target: 'none', handle: async (ctx) => ({ items: await listAreas(ctx) }) }),
  defineRoute(contract.registerUnit, {
    target: 'own',
    perMinute: 20,
    handle: (ctx, { body, http }) => {
      if (http.file === null) throw new AppError('FILE_MISSING');
      return registerUnit(ctx, ownId(ctx), body, http.file);
    },
  }),
  defineRoute(contract.listOwnRegistrations, {
    target: 'own',
    handle: async (ctx) => ({ items: await ownRegistrations(ctx, ownId(ctx)) }),
  }),
  defineRoute(contract.listRegistrations, {
    target: 'list',
    handle: (ctx, { query, scope }) => listRegistrations(ctx, { ...query, scope }),
  }),
  defineRoute(contract.downloadLetter, {
    target: loadRegistration,
    handle: async (ctx, { target: { registration } }) => ({
      ...(await openFile(ctx, registration.letter_blob)),
      fileName: registration.letter_name,
      disposition: 'inline',
    }),
  }),
  defineRoute(contract.approveRegistration, {
    target: loadRegistration,
    handle: (ctx, { target }) => approveRegistration(ctx, target.registration),
  }),
  defineRoute(contract.returnRegistration, {
    target: loadRegistration,
    handle: (ctx, { target, body }) => endRegistration(ctx, target.registration, 'returned', body.reason),
  }),
  defineRoute(contract.refuseRegistration, {
    target: loadRegistration,
    handle: (ctx, { target, body }) => endRegistration(ctx, target.registration, 'refused', body.reason),
  }),
  defineRoute(contract.withdrawRegistration, {
    target: loadRegistration,
    handle: (ctx, { target }) => endRegistration(ctx, target.registration, 'withdrawn', ''),
  }),
];

const units: readonly AnyRoute[] = [
  defineRoute(contract.searchUnits, {
    target: 'none',
    handle: async (ctx, { query }) => ({ items: await searchUnits(ctx, query.search) }),
  }),
  defineRoute(contract.readUnitSettings, {
    target: loadUnit,
    handle: (ctx, { target }) => readUnit(ctx, target.unitId),
  }),
  defineRoute(contract.changeUnitSettings, {
    target: loadUnit,
    handle: async (ctx, { target, body }) => {
      await changeUnit(ctx, target.unitId, body);
      return readUnit(ctx, target.unitId);
    },
  }),
  defineRoute(contract.listStaff, {
    target: loadUnit,
    handle: async (ctx, { target }) => ({ items: await readStaff(ctx, target.unitId) }),
  }),
  defineRoute(contract.endStaff, {
    target: loadUnit,
    handle: async (ctx, { target, params }) => {
      await endStaff(ctx, target.unitId, params.personId);
      return DONE;
    },
  }),
  defineRoute(contract.listInvitations, {
    target: loadUnit,
    handle: async (ctx, { target }) => ({ items: await readInvitations(ctx, target.unitId) }),
  }),
  defineRoute(contract.invite, {
    target: loadUnit,
    handle: (ctx, { target, body }) => invite(ctx, target.unitId, body),
  }),
  defineRoute(contract.revokeInvitation, {
    target: loadInvitation,
    handle: async (ctx, { target }) => {
      await revokeInvitation(ctx, target.invitation);
      return DONE;
    },
  }),
  defineRoute(contract.readInvitation, {
    target: loadByToken,
    perMinute: 60,
    handle: (ctx, { target }) => showInvitation(ctx, target.invitation),
  }),
  defineRoute(contract.acceptInvitation, {
    target: loadByToken,
    perMinute: 60,
    handle: (ctx, { target }) => acceptInvitation(ctx, target.invitation),
  }),
];

const members: readonly AnyRoute[] = [
  defineRoute(contract.readMembership, { target: 'own', handle: (ctx) => readMembership(ctx, ownId(ctx)) }),
  defineRoute(contract.askToJoin, {
    target: 'own',
    handle: async (ctx, { body }) => {
      await beginJoining(ctx, ownId(ctx), { ...body, by: 'person' });
      await assertStaffed(ctx, body.unitId, ownId(ctx));
      return readMembership(ctx, ownId(ctx));
    },
  }),
  defineRoute(contract.withdrawJoining, {
    target: loadJoining,
    handle: async (ctx, { target }) => {
      await endJoining(ctx, target.joining, 'withdrawn', '');
      return readMembership(ctx, ownId(ctx));
    },
  }),
  defineRoute(contract.leaveUnit, {
    target: 'own',
    handle: async (ctx, { body }) => {
      await leaveUnit(ctx, ownId(ctx), body);
      return readMembership(ctx, ownId(ctx));
    },
  }),
  defineRoute(contract.listJoining, {
    target: loadUnit,
    handle: async (ctx, { target }) => ({ items: await listJoining(ctx, target.unitId) }),
  }),
  defineRoute(contract.revealJoining, {
    target: loadJoining,
    handle: async (ctx, { target: { joining } }) => {
      const numbers = await readNumbers(ctx, joining.person_id);
      await noteAccess(ctx, { personId: joining.person_id, what: 'numbers', subjectId: joining.unit_id });
      await ctx.record({ organiserId: null, subject: { noun: 'joining', id: joining.id }, data: { revealed: true } });
      return numbers;
    },
  }),
  defineRoute(contract.acceptJoining, {
    target: loadJoining,
    handle: async (ctx, { target, body }) => {
      await acceptJoining(ctx, target.joining, body.joinedOn);
      return DONE;
    },
  }),
  defineRoute(contract.refuseJoining, {
    target: loadJoining,
    handle: async (ctx, { target, body }) => {
      await endJoining(ctx, target.joining, 'refused', body.reason);
      return DONE;
    },
  }),
  defineRoute(contract.listMembers, {
    target: loadUnit,
    handle: (ctx, { target, query }) => listMembers(ctx, { ...query, unitId: target.unitId }),
  }),
  defineRoute(contract.endMembership, {
    target: loadMemberOf,
    handle: async (ctx, { target, body }) => {
      await leaveUnit(ctx, target.personId, body);
      return DONE;
    },
  }),
];

export const membershipRoutes: readonly AnyRoute[] = [...registrations, ...units, ...members];

/** Behind a permission of relation `applicant` there is always a person. */
function ownId(ctx: Ctx): string {
  if (ctx.actor.personId === null) throw new AppError('UNAUTHENTICATED');
  return ctx.actor.personId;
}
