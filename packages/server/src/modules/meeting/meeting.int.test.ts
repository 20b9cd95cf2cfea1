import {
  abandonDraw,
  admitCases,
  announceDraw,
  answerSeat,
  commitDraw,
  completeDraw,
  createMeeting,
  freezePackets,
  getMeeting,
  getPublicDraw,
  getSupervision,
  leaveSeat,
  listCandidates,
  listMeetings,
  listMySeats,
  listPublicDraws,
  nextDraw,
  registerFiling,
  revealDraw,
  scheduleDefences,
} from '@zhiping/contract';
import { commitSecret, type DrawTranscript, drawFaults } from '@zhiping/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemonstrationLogin } from '../../start/demonstration/logins.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import {
  arrangeReady,
  drawCommittee,
  enterRoom,
  newMeeting,
  personOf,
  type Room,
  seated,
  secret,
} from '../ballot/testing/meeting.ts';

let server: TestServer;
let room: Room;
const organiserId = DEMONSTRATION.organiser;

beforeAll(async () => {
  server = await startTestServer();
  room = await enterRoom(server);
});
afterAll(() => server.close());

const transcriptOf = async (id: string): Promise<DrawTranscript> => {
  const response = await fetch(`${server.url}/api/public/draws/${id}/transcript`);
  return (await response.json()) as DrawTranscript;
};

const announce = async (
  meetingId: string,
  changes: { readonly number?: string; readonly employerCap?: number } = {},
) => {
  const { number } = await room.office(nextDraw, { params: { id: meetingId } });
  const officeSecret = secret();
  const drawn = await room.office(announceDraw, {
    params: { id: meetingId },
    body: {
      number: changes.number ?? number,
      officeCommitment: commitSecret(number, 'office', officeSecret),
      source: { kind: 'none', name: '' },
      reserves: 4,
      employerCap: changes.employerCap ?? 3,
      quotas: [],
    },
  });
  return { ...drawn, officeSecret };
};

const seatOf = async (login: DemonstrationLogin, meetingId: string) => {
  const expert = await server.loginAs(login);
  const { seats } = await expert(listMySeats, {});
  const seat = seats.find((one) => one.meetingId === meetingId);
  if (!seat) throw new Error(`${login} has no seat`);
  return { expert, seat };
};

describe('a meeting', () => {
  it('takes applications that are ready and in scope of its filing, once each', async () => {
    const applicationId = await arrangeReady(room, 'applicant');
    const id = await newMeeting(room, []);
    const { candidates } = await room.office(listCandidates, { params: { id } });
    expect(candidates).toMatchObject([{ applicantName: '王安防', specialty: '安防工程', obstacle: null }]);
    await room.office(admitCases, { params: { id }, body: { applicationIds: [applicationId] } });
    const again = room.office(admitCases, { params: { id }, body: { applicationIds: [applicationId] } });
    await expect(again).rejects.toMatchObject({ code: 'CASE_NOT_READY' });
    const { cases } = await room.office(getMeeting, { params: { id } });
    expect(cases).toMatchObject([{ applicantName: '王安防', defence: 'waiting', number: 1 }]);
  });

  it('refuses what the filing does not cover, and days on which it is not valid (第八条)', async () => {
    const { chairPersonId } = { chairPersonId: await personOf(server, 'chair') };
    await room.office(registerFiling, {
      params: { organiserId },
      body: {
        name: '网信专业中级评审委员会',
        number: '辽人社职备〔2022〕7号',
        filedOn: '2022-01-01',
        validUntil: '2024-12-31',
        members: 7,
        levels: ['engineer'],
        specialties: ['网信行业有关专业'],
        chairPersonId,
      },
    });
    const filingId = await server.asPlatform(async ({ tx }) => {
      const row = await tx
        .selectFrom('committee_filing')
        .select('id')
        .where('members', '=', 7)
        .executeTakeFirstOrThrow();
      return row.id;
    });
    const make = (heldOn: string) =>
      room.office(createMeeting, {
        params: { organiserId },
        body: { title: '网信中级评审会', filingId, heldOn, venue: '沈阳', blind: true },
      });
    await expect(make('2025-01-01')).rejects.toMatchObject({ code: 'FILING_EXPIRED' });
    const { id } = await make('2024-12-31');
    const applicationId = await arrangeReady(room, 'expert20');
    const admit = room.office(admitCases, { params: { id }, body: { applicationIds: [applicationId] } });
    await expect(admit).rejects.toMatchObject({ code: 'FILING_OUT_OF_SCOPE' });
  });

  it('is not there for others than office, supervisor, chair and those who took a seat', async () => {
    const id = await newMeeting(room, []);
    for (const login of ['applicant', 'unit', 'authority', 'system', 'audit', 'expert1'] as const) {
      const caller = await server.loginAs(login);
      await expect(caller(getMeeting, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const { meetings } = await caller(listMeetings, {}).catch(() => ({ meetings: [] }));
      expect(meetings).toEqual([]);
    }
    const chair = await room.chair(getMeeting, { params: { id } });
    expect(chair.cases).toBeUndefined();
    expect(chair.seats).toBeUndefined();
  });
});

describe('a draw', () => {
  let meetingId: string;
  beforeAll(async () => {
    meetingId = await newMeeting(room, [await arrangeReady(room, 'applicant2')]);
  });

  it('is not held without cases, nor by one side alone, nor under an old number', async () => {
    const empty = await newMeeting(room, []);
    await expect(announce(empty)).rejects.toMatchObject({ code: 'NO_CASES' });
    await expect(announce(meetingId, { number: '2024-099' })).rejects.toMatchObject({ code: 'DRAW_NUMBER_STALE' });
    const { id } = await announce(meetingId);
    await expect(announce(meetingId)).rejects.toMatchObject({ code: 'DRAW_OPEN' });
    const body = { supervisorCommitment: 'ab'.repeat(32) };
    await expect(room.office(commitDraw, { params: { id }, body })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // Before the supervisor commits, nothing is public and nothing can be revealed.
    await expect(server.anyone(getPublicDraw, { params: { id } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(room.office(revealDraw, { params: { id }, body: { secret: secret() } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await room.supervisor(abandonDraw, { params: { id }, body: { reason: '试抽取，规则有误' } });
  });

  it('recuses colleagues of the applicant, passes over ended terms, and says so only in codes', async () => {
    const next = await room.office(nextDraw, { params: { id: meetingId } });
    expect(next.recused.map(({ kinds }) => kinds)).toEqual(next.recused.map(() => ['same-unit']));
    expect(next.recused.length).toBe(3);
    const { id, officeSecret, number } = await announce(meetingId);
    const supervisorSecret = secret();
    await room.supervisor(commitDraw, {
      params: { id },
      body: { supervisorCommitment: commitSecret(number, 'supervisor', supervisorSecret) },
    });
    await expect(room.office(revealDraw, { params: { id }, body: { secret: secret() } })).rejects.toMatchObject({
      code: 'DRAW_REVEAL_WRONG',
    });
    await room.office(revealDraw, { params: { id }, body: { secret: officeSecret } });
    const finish = (publicValue: string, value: string) =>
      room.supervisor(completeDraw, { params: { id }, body: { publicValue, secret: value } });
    await expect(finish('', secret())).rejects.toMatchObject({ code: 'DRAW_REVEAL_WRONG' });
    await expect(finish('a value nobody announced', supervisorSecret)).rejects.toMatchObject({
      code: 'DRAW_REVEAL_WRONG',
    });
    await finish('', supervisorSecret);

    const transcript = await transcriptOf(id);
    expect(drawFaults(transcript)).toEqual([]);
    expect(transcript.members).toHaveLength(10);
    expect(transcript.passed.filter(({ reason }) => reason === 'term')).toHaveLength(1);
    expect(transcript.passed.filter(({ reason }) => reason === 'recused')).toHaveLength(3);
    const names = await server.asPlatform(({ tx }) => tx.selectFrom('person').select(['id', 'name']).execute());
    const text = JSON.stringify(transcript);
    for (const person of names) expect(text.includes(person.name) || text.includes(person.id)).toBe(false);
    expect(text).not.toContain('沈阳');
    const colleagues = await seated(room, meetingId, 'invited');
    expect(colleagues.some((login) => ['expert12', 'expert24', 'expert36'].includes(login))).toBe(false);
  });

  it('stays visible when it was abandoned, and a second one is pointed out to the supervisor', async () => {
    const { draws } = await server.anyone(listPublicDraws, {});
    expect(draws.map(({ stage }) => stage)).toContain('completed');
    const { draws: seen } = await room.supervisor(getSupervision, { params: { organiserId } });
    const own = seen.filter(({ repeated }) => repeated);
    expect(own.map(({ stage }) => stage).toSorted()).toEqual(['abandoned', 'completed']);
  });

  it('that finds too few is published as it is, and the meeting waits for another', async () => {
    const id = await newMeeting(room, [await arrangeReady(room, 'expert21')], { heldOn: '2024-09-11' });
    await server.asPlatform(({ tx }) =>
      tx
        .updateTable('expert')
        .set({ state: 'left' })
        .where('level', '=', 'senior')
        .where('specialty', '=', '安防工程')
        .execute(),
    );
    const { number } = await room.office(nextDraw, { params: { id } });
    const [a, b] = [secret(), secret()];
    const drawn = await room.office(announceDraw, {
      params: { id },
      body: {
        number,
        officeCommitment: commitSecret(number, 'office', a),
        source: { kind: 'none', name: '' },
        reserves: 0,
        employerCap: 1,
        quotas: [{ stratum: '网信行业有关专业', min: 0, max: 1 }],
      },
    });
    const params = { id: drawn.id };
    await room.supervisor(commitDraw, {
      params,
      body: { supervisorCommitment: commitSecret(number, 'supervisor', b) },
    });
    await room.office(revealDraw, { params, body: { secret: a } });
    await room.supervisor(completeDraw, { params, body: { publicValue: '', secret: b } });
    expect((await transcriptOf(drawn.id)).short).toBeGreaterThan(0);
    const view = await room.office(getMeeting, { params: { id } });
    expect([view.stage, view.seats]).toEqual(['preparing', []]);
    await server.asPlatform(({ tx }) => tx.updateTable('expert').set({ state: 'active' }).execute());
  });
});

describe('seats', () => {
  let meetingId: string;
  beforeAll(async () => {
    meetingId = await newMeeting(room, [await arrangeReady(room, 'expert22')], { heldOn: '2024-09-12' });
    await drawCommittee(room, meetingId);
  });

  it('are offered to those drawn; reserves do not know of theirs', async () => {
    const [reserve = 'expert1'] = await seated(room, meetingId, 'reserve');
    const expert = await server.loginAs(reserve);
    const { seats } = await expert(listMySeats, {});
    expect(seats.filter((seat) => seat.meetingId === meetingId)).toEqual([]);
  });

  it('pass to the next reserve in the drawn order when one declines', async () => {
    const [, first = 'expert1'] = await seated(room, meetingId, 'invited');
    const reserves = await seated(room, meetingId, 'reserve');
    const { expert, seat } = await seatOf(first, meetingId);
    const answer = await expert(answerSeat, {
      params: { id: seat.id },
      body: { accept: false, reason: '出国', version: seat.version },
    });
    expect(answer.state).toBe('declined');
    const invited = await seated(room, meetingId, 'invited');
    expect(invited).toHaveLength(11);
    expect(invited).toContain(reserves[0]);
    const twice = expert(answerSeat, {
      params: { id: seat.id },
      body: { accept: true, pledged: true, avoid: [], version: seat.version + 1 },
    });
    await expect(twice).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are taken with the pledge only, and by nobody else', async () => {
    const [, , first = 'expert1', second = 'expert2'] = await seated(room, meetingId, 'invited');
    const { expert, seat } = await seatOf(first, meetingId);
    const accept = { accept: true as const, pledged: true as const, avoid: [], version: seat.version };
    const stranger = await server.loginAs(second);
    for (const caller of [stranger, room.office, room.supervisor, await server.loginAs('system')]) {
      await expect(caller(answerSeat, { params: { id: seat.id }, body: accept })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    const unpledged = expert(answerSeat, { params: { id: seat.id }, body: { ...accept, pledged: false as true } });
    await expect(unpledged).rejects.toMatchObject({ code: 'INVALID' });
    expect(await expert(answerSeat, { params: { id: seat.id }, body: accept })).toEqual({
      state: 'accepted',
      recusedFrom: 0,
    });
  });

  it('match names to keep away from without telling whom they met', async () => {
    const [, , , login = 'expert1'] = await seated(room, meetingId, 'invited');
    const { expert, seat } = await seatOf(login, meetingId);
    const avoid = [
      { name: '没有这个人', reason: '亲属' },
      { name: '沈阳安盾 科技有限公司', reason: '曾任顾问' },
    ];
    const answer = await expert(answerSeat, {
      params: { id: seat.id },
      body: { accept: true, pledged: true, avoid, version: seat.version },
    });
    expect(answer).toEqual({ state: 'accepted', recusedFrom: 1 });
    const { cases } = await room.office(getMeeting, { params: { id: meetingId } });
    expect(cases?.[0]?.recusals).toBe(1);
  });

  it('are left by recusal after being taken, and filled again; packets wait until everybody answered', async () => {
    await expect(room.office(freezePackets, { params: { id: meetingId } })).rejects.toMatchObject({
      code: 'SEATS_OPEN',
    });
    const [login = 'expert1'] = (await seated(room, meetingId, 'accepted')).filter((one) => one !== 'chair');
    const reserves = await seated(room, meetingId, 'reserve');
    const { expert, seat } = await seatOf(login, meetingId);
    await expert(leaveSeat, { params: { id: seat.id }, body: { reason: '与申报人合作过', version: seat.version } });
    expect(await seated(room, meetingId, 'invited')).toContain(reserves[0]);
    expect(await seated(room, meetingId, 'recused')).toEqual([login]);
  });

  it('let the office set a time for those who defend only', async () => {
    const { cases = [] } = await room.office(getMeeting, { params: { id: meetingId } });
    const at = '2024-09-12T01:00:00.000Z';
    const body = { defences: [{ applicationId: cases[0]?.applicationId ?? '', at, room: '一号会议室' }] };
    await room.office(scheduleDefences, { params: { id: meetingId }, body });
    const after = await room.office(getMeeting, { params: { id: meetingId } });
    expect(after.cases?.[0]).toMatchObject({ defenceAt: at, defenceRoom: '一号会议室' });
    const engineer = await newMeeting(room, [await arrangeReady(room, 'expert23', { level: 'engineer' })]);
    const { cases: others = [] } = await room.office(getMeeting, { params: { id: engineer } });
    expect(others[0]?.defence).toBe('none');
  });
});
