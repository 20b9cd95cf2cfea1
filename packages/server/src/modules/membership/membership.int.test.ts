import {
  acceptInvitation,
  acceptJoining,
  approveRegistration,
  askToJoin,
  changeUnitSettings,
  createApplication,
  type Client,
  createArchiveRow,
  downloadLetter,
  endMembership,
  endStaff,
  getMe,
  invite,
  leaveUnit,
  listAreas,
  listInvitations,
  listJoining,
  listMembers,
  listOpenPlans,
  listOwnRegistrations,
  listRegistrations,
  listStaff,
  login,
  readArchive,
  readInvitation,
  readMembership,
  readUnitSettings,
  refuseJoining,
  refuseRegistration,
  registerPerson,
  registerUnit,
  returnRegistration,
  revealJoining,
  revokeInvitation,
  searchUnits,
  submitArchiveRows,
  withdrawJoining,
  withdrawRegistration,
} from '@zhiping/contract';
import { samplePdf } from '../../files/testing/sample-pdf.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import {
  clientOf,
  creditCode,
  NEWCOMER_PASSWORD,
  type Newcomer,
  registerNewcomer,
} from '../account/testing/newcomer.ts';

let server: TestServer;
let authority: Client;
let system: Client;
let unit: Client;
beforeAll(async () => {
  server = await startTestServer();
  [authority, system, unit] = [
    await server.loginAs('authority'),
    await server.loginAs('system'),
    await server.loginAs('unit'),
  ];
});
afterAll(() => server.close());

const LETTER = { file: new Blob([Uint8Array.from(samplePdf({ words: '授权书' }))]), fileName: '授权书.pdf' };
const newUnit = {
  name: '沈阳测控技术有限公司',
  creditCode: creditCode('91210102MA0TE5T01'),
  kind: 'private' as const,
  category: 'other' as const,
  affiliation: 'city' as const,
  area: '沈阳市',
  secondLevel: '研发中心\n\n工程部\n研发中心',
  contactName: '何登记',
  contactPhone: '024-12345678',
};
const EDUCATION = {
  level: 'bachelor',
  school: '沈阳理工大学',
  major: '电子信息工程',
  specialtyRelation: 'same',
  startedOn: '2008-09-01',
  graduatedOn: '2012-07-01',
  fullTime: true,
};
const UNIT = { unitId: DEMONSTRATION.enterprise };
const tokenOf = (link: string): string => link.split('/').at(-1) ?? '';

describe('people', () => {
  it('register and are signed in, by telephone too', async () => {
    const person = await registerNewcomer(server, { name: '何自来' });
    expect(person.me).toMatchObject({ name: '何自来', identity: 'stated', relations: [] });
    const again = await server.anyone(login, { body: { username: person.phone, password: NEWCOMER_PASSWORD } });
    expect(again.personId).toBe(person.me.personId);
    await expect(
      server.anyone(login, { body: { username: person.phone, password: 'not the one' } }),
    ).rejects.toMatchObject({ code: 'LOGIN_FAILED' });
  });

  it('learn from registering of nobody else: numbers in use are taken again, and each signs in by the own password', async () => {
    const first = await registerNewcomer(server, { name: '甲' });
    const second = await registerNewcomer(server, { name: '甲', idNumber: first.idNumber, phone: first.phone });
    expect(second.me.personId).not.toBe(first.me.personId);
    const by = await server.anyone(login, { body: { username: first.phone, password: NEWCOMER_PASSWORD } });
    expect([first.me.personId, second.me.personId]).toContain(by.personId);
  });

  it.each([
    ['a wrong check digit', { idNumber: '110105194912310021' }, 'ID_NUMBER_INVALID'],
    ['a password out of the number', { password: '19491231002' }, 'PASSWORD_WEAK'],
    ['neither telephone nor address', { phone: undefined }, 'INVALID'],
  ])('are refused with %s', async (_why, change, code) => {
    const body = {
      name: '乙',
      idNumber: '11010519491231002X',
      phone: '13911112222',
      password: NEWCOMER_PASSWORD,
      notice: 1,
      sensitive: true,
    };
    await expect(server.anyone(registerPerson, { body: { ...body, ...change } })).rejects.toMatchObject({ code });
  });

  it('cannot fill the platform with accounts of one number', async () => {
    const { idNumber } = await registerNewcomer(server, { name: '丙' });
    for (let more = 0; more < 4; more += 1) await registerNewcomer(server, { name: '丙', idNumber });
    await expect(registerNewcomer(server, { name: '丙', idNumber })).rejects.toMatchObject({
      code: 'REGISTRATION_LIMIT',
    });
  });
});

describe('units', () => {
  it('are registered with a letter, approved by the authority of their area, and run by who asked', async () => {
    const he = await registerNewcomer(server, { name: '何登记' });
    expect((await he.call(listAreas, {})).items).toContainEqual({
      area: '沈阳市',
      decider: '沈阳市人力资源和社会保障局',
    });
    const asked = await he.call(registerUnit, { body: newUnit }, LETTER);
    expect(asked).toMatchObject({
      state: 'waiting',
      decider: '沈阳市人力资源和社会保障局',
      secondLevelNames: ['研发中心', '工程部'],
    });
    const waiting = he.call(registerUnit, { body: newUnit }, LETTER);
    await expect(waiting).rejects.toMatchObject({ code: 'UNIT_REGISTRATION_WAITING' });

    const params = { registrationId: asked.id };
    await expect(he.call(approveRegistration, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(system(approveRegistration, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(unit(downloadLetter, { params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await authority(listRegistrations, { query: {} })).items.map(({ id }) => id)).toEqual([asked.id]);
    expect((await system(listRegistrations, { query: {} })).items).toEqual([]);
    expect((await authority(downloadLetter, { params })).size).toBeGreaterThan(100);
    const approved = await authority(approveRegistration, { params });
    expect(approved.state).toBe('approved');
    await expect(authority(returnRegistration, { params, body: { reason: '迟了' } })).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
    expect((await he.call(getMe, {})).relations).toMatchObject([{ relation: 'unit', subjectName: newUnit.name }]);
    await expect(he.call(registerUnit, { body: newUnit }, LETTER)).rejects.toMatchObject({ code: 'UNIT_REGISTERED' });

    const unitId = approved.unitId ?? '';
    const body = { secondLevelNames: ['研发中心'], contactName: '何登记', contactPhone: '13800001111' };
    const changed = await he.call(changeUnitSettings, { params: { unitId }, body });
    expect(changed).toMatchObject({ secondLevelNames: ['研发中心'], authorityName: '沈阳市人力资源和社会保障局' });
    await expect(unit(readUnitSettings, { params: { unitId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(unit(changeUnitSettings, { params: { unitId }, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('where no authority works on the platform, are the system administrator’s; returned, withdrawn or refused with a reason', async () => {
    const lu = await registerNewcomer(server, { name: '鲁登记' });
    const far = { ...newUnit, area: '舟山市', creditCode: creditCode('91330902MA0TE5T02') };
    const ask = async () => ({ registrationId: (await lu.call(registerUnit, { body: far }, LETTER)).id });
    const first = await ask();
    await expect(authority(approveRegistration, { params: first })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await system(returnRegistration, { params: first, body: { reason: '授权书没有盖章' } });
    const second = await ask();
    await lu.call(withdrawRegistration, { params: second });
    const third = await ask();
    await system(refuseRegistration, { params: third, body: { reason: '单位已注销' } });
    const states = (await lu.call(listOwnRegistrations, {})).items.map(({ state, reason }) => [state, reason]);
    expect(states).toEqual([
      ['refused', '单位已注销'],
      ['withdrawn', ''],
      ['returned', '授权书没有盖章'],
    ]);
  });

  it('are not registered with a wrong code or without a letter', async () => {
    const person = await registerNewcomer(server, { name: '误登记' });
    const body = {
      ...newUnit,
      creditCode: `${newUnit.creditCode.slice(0, 17)}${newUnit.creditCode.endsWith('0') ? '1' : '0'}`,
    };
    await expect(person.call(registerUnit, { body }, LETTER)).rejects.toMatchObject({ code: 'CREDIT_CODE_INVALID' });
    await expect(person.call(registerUnit, { body })).rejects.toMatchObject({ code: 'FILE_MISSING' });
    const hostile = { file: new Blob(['<html>']), fileName: '授权书.pdf' };
    await expect(person.call(registerUnit, { body }, hostile)).rejects.toMatchObject({
      code: expect.stringContaining('FILE'),
    });
  });
});

describe('staff', () => {
  it('are invited by a link that works once, for the named person, and can be taken back', async () => {
    const colleague = await registerNewcomer(server, { name: '吴同事' });
    const stranger = await registerNewcomer(server, { name: '别人' });
    const { link } = await unit(invite, { params: UNIT, body: { kind: 'staff', name: '吴同事' } });
    const params = { token: tokenOf(link) };
    const stored = await server.asPlatform(({ tx }) => tx.selectFrom('unit_invitation').selectAll().execute());
    expect(JSON.stringify(stored)).not.toContain(params.token);
    expect(await stranger.call(readInvitation, { params })).toMatchObject({
      unitName: '沈阳安盾科技有限公司',
      invitedBy: '孙人事',
    });
    await expect(stranger.call(acceptInvitation, { params })).rejects.toMatchObject({ code: 'INVITATION_OTHER_NAME' });
    await expect(server.anyone(readInvitation, { params })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await colleague.call(acceptInvitation, { params })).toMatchObject({ outcome: 'staff' });
    await expect(colleague.call(acceptInvitation, { params })).rejects.toMatchObject({ code: 'INVITATION_OVER' });
    expect((await colleague.call(listStaff, { params: UNIT })).items.map(({ name }) => name)).toEqual([
      '孙人事',
      '吴同事',
    ]);

    await colleague.call(endStaff, { params: { ...UNIT, personId: (await unit(getMe, {})).personId } });
    await expect(unit(listStaff, { params: UNIT })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const last = { params: { ...UNIT, personId: colleague.me.personId } };
    await expect(colleague.call(endStaff, last)).rejects.toMatchObject({ code: 'STAFF_LAST' });
    const back = await colleague.call(invite, { params: UNIT, body: { kind: 'staff', name: '孙人事' } });
    await unit(acceptInvitation, { params: { token: tokenOf(back.link) } });

    const revoked = await unit(invite, { params: UNIT, body: { kind: 'staff', name: '别人' } });
    await unit(revokeInvitation, { params: { invitationId: revoked.invitation.id } });
    const late = { params: { token: tokenOf(revoked.link) } };
    await expect(stranger.call(acceptInvitation, late)).rejects.toMatchObject({ code: 'INVITATION_OVER' });
    const { items } = await unit(listInvitations, { params: UNIT });
    expect(items.map(({ state }) => state)).toEqual(['revoked', 'used', 'used']);
  });

  it('open an invitation no more after seven days', async () => {
    const slow = await registerNewcomer(server, { name: '慢来人' });
    const { link, invitation } = await unit(invite, { params: UNIT, body: { kind: 'member', name: '慢来人' } });
    await server.asPlatform(({ tx }) =>
      tx
        .updateTable('unit_invitation')
        .set({ expires_at: '2020-01-01T00:00:00.000Z' })
        .where('id', '=', invitation.id)
        .execute(),
    );
    const params = { token: tokenOf(link) };
    await expect(slow.call(acceptInvitation, { params })).rejects.toMatchObject({ code: 'INVITATION_OVER' });
    await expect(slow.call(readInvitation, { params: { token: 'A'.repeat(22) } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('joining and leaving', () => {
  const requestOf = async (person: Newcomer): Promise<{ requestId: string }> => ({
    requestId: (await person.call(readMembership, {})).request?.id ?? '',
  });

  it('takes in whoever asked, once the unit compared the document, and lets go with date and reason', async () => {
    const zhou = await registerNewcomer(server, { name: '周入职' });
    const { items } = await zhou.call(searchUnits, { query: { search: '安盾' } });
    expect(items).toMatchObject([{ id: DEMONSTRATION.enterprise, agency: false }]);
    await zhou.call(askToJoin, { body: { unitId: DEMONSTRATION.enterprise, post: '工程师' } });
    const twice = zhou.call(askToJoin, { body: { unitId: DEMONSTRATION.institution, post: '' } });
    await expect(twice).rejects.toMatchObject({ code: 'JOINING_WAITING' });
    const request = await requestOf(zhou);
    const [line] = (await unit(listJoining, { params: UNIT })).items;
    expect(line).toMatchObject({
      id: request.requestId,
      name: '周入职',
      identity: 'stated',
      idNumber: expect.stringContaining('****'),
    });
    expect(await unit(revealJoining, { params: request })).toMatchObject({ idNumber: zhou.idNumber });
    const other = await server.loginAs('unit2');
    await expect(other(revealJoining, { params: request })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const body = { joinedOn: '2024-06-01', identityChecked: true as const };
    await expect(zhou.call(acceptJoining, { params: request, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const future = { ...body, joinedOn: '2030-01-01' };
    await expect(unit(acceptJoining, { params: request, body: future })).rejects.toMatchObject({
      code: 'JOINING_DATE',
    });
    await unit(acceptJoining, { params: request, body });
    expect(await zhou.call(readMembership, {})).toMatchObject({
      identity: 'confirmed',
      unit: { name: '沈阳安盾科技有限公司', post: '工程师', joinedOn: '2024-06-01' },
      request: null,
    });
    expect((await unit(listMembers, { params: UNIT, query: { search: '周入' } })).items).toHaveLength(1);

    await zhou.call(createArchiveRow, { body: { kind: 'education', fields: EDUCATION } });
    const { rows } = await zhou.call(readArchive, {});
    await zhou.call(submitArchiveRows, { body: { rows: rows.map(({ id, version }) => ({ id, version })) } });
    const early = zhou.call(leaveUnit, { body: { leftOn: '2024-05-31', reason: '离职' } });
    await expect(early).rejects.toMatchObject({ code: 'LEAVING_DATE' });
    const params = { ...UNIT, personId: zhou.me.personId };
    await expect(
      other(endMembership, { params, body: { leftOn: '2024-06-20', reason: '离职' } }),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await unit(endMembership, { params, body: { leftOn: '2024-06-20', reason: '离职' } });
    expect(await zhou.call(readMembership, {})).toMatchObject({ unit: null, earlier: [{ leftOn: '2024-06-20' }] });
    expect((await zhou.call(readArchive, {})).rows.map(({ state }) => state)).toEqual(['draft']);
    const nowhere = zhou.call(leaveUnit, { body: { leftOn: '2024-06-20', reason: '离职' } });
    await expect(nowhere).rejects.toMatchObject({ code: 'NOT_MEMBER' });
  });

  it('refuses with a reason, lets the person withdraw, and bars a second account of one identity', async () => {
    const wu = await registerNewcomer(server, { name: '武加入' });
    const ask = () => wu.call(askToJoin, { body: { unitId: DEMONSTRATION.enterprise, post: '' } });
    await ask();
    await unit(refuseJoining, { params: await requestOf(wu), body: { reason: '不是本单位人员' } });
    expect((await wu.call(readMembership, {})).request).toMatchObject({ state: 'refused', reason: '不是本单位人员' });
    await ask();
    await wu.call(withdrawJoining, { params: await requestOf(wu) });
    await ask();
    const body = { joinedOn: '2024-06-01', identityChecked: true as const };
    await unit(acceptJoining, { params: await requestOf(wu), body });
    const double = await registerNewcomer(server, { name: '武加入', idNumber: wu.idNumber });
    await double.call(askToJoin, { body: { unitId: DEMONSTRATION.enterprise, post: '' } });
    const second = unit(acceptJoining, { params: await requestOf(double), body });
    await expect(second).rejects.toMatchObject({ code: 'IDENTITY_TWICE' });
  });

  it('asks an agency’s people where they work, and waits for the document of whom a unit invites', async () => {
    await server.asPlatform(({ tx }) =>
      tx.updateTable('unit').set({ agency: true }).where('id', '=', DEMONSTRATION.institution).execute(),
    );
    const free = await registerNewcomer(server, { name: '自由人' });
    const body = { unitId: DEMONSTRATION.institution, post: '' };
    await expect(free.call(askToJoin, { body })).rejects.toMatchObject({ code: 'EMPLOYER_MISSING' });
    await free.call(askToJoin, { body: { ...body, employerName: '自由职业' } });
    expect((await free.call(readMembership, {})).request).toMatchObject({ employerName: '自由职业' });

    const guest = await registerNewcomer(server, { name: '受邀人' });
    const { link } = await unit(invite, { params: UNIT, body: { kind: 'member', name: '受邀人', post: '技术员' } });
    const accepted = await guest.call(acceptInvitation, { params: { token: tokenOf(link) } });
    expect(accepted.outcome).toBe('waiting');
    await unit(acceptJoining, {
      params: await requestOf(guest),
      body: { joinedOn: '2024-06-02', identityChecked: true },
    });
    expect((await guest.call(readMembership, {})).unit).toMatchObject({ post: '技术员' });
    const again = await registerNewcomer(server, { name: '未核对' });
    const unchecked = clientOf(server, again.cookie)(leaveUnit, { body: { leftOn: '2024-06-02', reason: '试试' } });
    await expect(unchecked).rejects.toMatchObject({ code: 'NOT_MEMBER' });
  });

  it('keeps somebody whose application runs', async () => {
    const wang = await server.loginAs('applicant');
    const personId = (await wang(getMe, {})).personId;
    await server.asPlatform(async ({ tx, newId }) => {
      const plan = await tx.selectFrom('plan').selectAll().limit(1).executeTakeFirstOrThrow();
      await tx
        .insertInto('application')
        .values({
          id: newId(),
          organiser_id: plan.organiser_id,
          plan_id: plan.id,
          pack: plan.pack,
          pack_number: plan.pack_number,
          number: '2024999999',
          person_id: personId,
          unit_id: DEMONSTRATION.enterprise,
          authority_id: DEMONSTRATION.authority,
          association_id: null,
          confirmer_id: plan.confirmer_id,
          specialty: 'security',
          level: 'senior',
          route: 'normal',
          stage: 'draft',
          waits_for: 'applicant',
          due_at: null,
          state: '{}',
          created_at: '2024-06-24T01:00:00.000Z',
          changed_at: '2024-06-24T01:00:00.000Z',
        })
        .execute();
    });
    const leaving = wang(leaveUnit, { body: { leftOn: '2024-06-24', reason: '离职' } });
    await expect(leaving).rejects.toMatchObject({ code: 'MEMBERSHIP_CASE_RUNNING' });
    await server.asPlatform(({ tx }) => tx.deleteFrom('application').where('number', '=', '2024999999').execute());
  });
});

describe('a unit without staff', () => {
  it('takes nothing that nobody could decide, until somebody with a letter acts for it again', async () => {
    const at = newUnit.creditCode;
    const unitId = await server.asPlatform(async (ctx) => {
      const { id } = await ctx.tx
        .selectFrom('unit')
        .select('id')
        .where('credit_code', '=', at)
        .executeTakeFirstOrThrow();
      await ctx.tx
        .updateTable('relation')
        .set({ ended_at: ctx.systemNow })
        .where('subject_id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
      return id;
    });
    const worker = await registerNewcomer(server, { name: '吴待办' });
    const found = (await worker.call(searchUnits, { query: { search: at } })).items;
    expect(found).toMatchObject([{ id: unitId, staffed: false }]);
    const joining = { body: { unitId, post: '工程师' } };
    await expect(worker.call(askToJoin, joining)).rejects.toMatchObject({ code: 'UNIT_UNSTAFFED' });
    expect((await worker.call(readMembership, {})).request).toBeNull();

    // Who belongs to it from before can neither have rows verified nor begin an application.
    await server.asPlatform((ctx) =>
      ctx.tx
        .insertInto('unit_member')
        .values({
          id: ctx.newId(),
          unit_id: unitId,
          person_id: worker.me.personId,
          post: '',
          joined_on: '2020-01-01',
          left_on: null,
        })
        .execute(),
    );
    expect((await worker.call(readMembership, {})).unit).toMatchObject({ id: unitId, staffed: false });
    const plans = await worker.call(listOpenPlans, {});
    expect(plans.unitStaffed).toBe(false);
    const chosen = {
      planId: plans.items[0]?.id ?? '',
      specialty: 'security',
      level: 'senior',
      route: 'normal',
    } as const;
    await expect(worker.call(createApplication, { body: chosen })).rejects.toMatchObject({ code: 'UNIT_UNSTAFFED' });
    await worker.call(createArchiveRow, { body: { kind: 'education', fields: EDUCATION } });
    const archive = await worker.call(readArchive, {});
    expect(archive.unit).toMatchObject({ id: unitId, staffed: false });
    const rows = archive.rows.map(({ id, version }) => ({ id, version }));
    await expect(worker.call(submitArchiveRows, { body: { rows } })).rejects.toMatchObject({
      code: 'UNIT_UNSTAFFED',
    });

    const next = await registerNewcomer(server, { name: '新经办' });
    const asked = await next.call(registerUnit, { body: newUnit }, LETTER);
    expect(asked.takesOver).toBe(true);
    const approved = await authority(approveRegistration, { params: { registrationId: asked.id } });
    expect(approved).toMatchObject({ state: 'approved', unitId });
    expect((await worker.call(listOpenPlans, {})).unitStaffed).toBe(true);
    // The only one who acts for a unit cannot send it the own matters.
    await server.asPlatform((ctx) =>
      ctx.tx
        .insertInto('unit_member')
        .values({
          id: ctx.newId(),
          unit_id: unitId,
          person_id: next.me.personId,
          post: '',
          joined_on: '2020-01-01',
          left_on: null,
        })
        .execute(),
    );
    await expect(next.call(createApplication, { body: chosen })).rejects.toMatchObject({ code: 'UNIT_UNSTAFFED' });
  });
});
