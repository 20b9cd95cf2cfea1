import {
  actForExperts,
  castVote,
  confirmVoid,
  countRound,
  createRound,
  freezePackets,
  getMeeting,
  getMinutes,
  getRound,
  getScores,
  getSupervision,
  holdKey,
  proposeVoid,
} from '@zhiping/contract';
import { envelopeHash, toBase64 } from '@zhiping/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemonstrationLogin } from '../../start/demonstration/logins.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import {
  arrangeReady,
  drawCommittee,
  enterRoom,
  finishReview,
  newMeeting,
  reviewed,
  type Room,
  seated,
  TestRound,
} from './testing/meeting.ts';

let server: TestServer;
let room: Room;
let applicationId: string;
let meetingId: string;
let experts: readonly DemonstrationLogin[];

beforeAll(async () => {
  server = await startTestServer();
  room = await enterRoom(server);
  applicationId = await arrangeReady(room, 'applicant');
  meetingId = await newMeeting(room, [applicationId]);
  await drawCommittee(room, meetingId);
});
afterAll(() => server.close());

const stageOf = (id: string) =>
  server.asPlatform(async ({ tx }) => {
    const row = await tx.selectFrom('application').select('stage').where('id', '=', id).executeTakeFirstOrThrow();
    return row.stage;
  });

describe('before the vote', () => {
  it('asks for written opinions and a note of every defence (第二十一条)', async () => {
    await room.office(actForExperts, { params: { id: meetingId }, body: { step: 'answer' } });
    await expect(room.chair(createRound, { params: { id: meetingId } })).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
    await room.office(freezePackets, { params: { id: meetingId } });
    await expect(room.chair(createRound, { params: { id: meetingId } })).rejects.toMatchObject({
      code: 'REVIEW_INCOMPLETE',
    });
    await finishReview(room, meetingId);
    const scores = await room.chair(getScores, { params: { id: meetingId } });
    expect(scores.packets[0]).toMatchObject({ weights: { score: 60, defence: 40 }, expected: 11 });
    expect(scores.packets[0]?.composite).toBeGreaterThan(0);
    experts = await seated(room, meetingId, 'accepted');
  });

  it('lets nobody but the chair make a round', async () => {
    for (const login of ['office', 'supervisor', 'system', 'applicant', 'expert1'] as const) {
      const caller = await server.loginAs(login);
      await expect(caller(createRound, { params: { id: meetingId } })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('a round without quorum', () => {
  it('does not open, and is voided by two people, not by one', async () => {
    const round = await TestRound.begin(room, meetingId);
    await expect(room.chair(createRound, { params: { id: meetingId } })).rejects.toMatchObject({
      code: 'ROUND_EXISTS',
    });
    await round.attend(experts.slice(0, 7));
    await expect(round.open()).rejects.toMatchObject({
      code: 'NO_QUORUM',
      details: { present: 7, members: 11, quorum: 8 },
    });
    await expect(room.supervisor(confirmVoid, { params: round.params })).rejects.toMatchObject({
      code: 'VOID_NOT_PROPOSED',
    });
    await room.chair(proposeVoid, { params: round.params, body: { reason: '出席不足，改期' } });
    await expect(room.chair(confirmVoid, { params: round.params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await room.supervisor(confirmVoid, { params: round.params });
    expect(await stageOf(applicationId)).toBe('in-meeting');
  });
});

describe('keys', () => {
  it('are left once, by the right person, and both are needed', async () => {
    const { id } = await room.chair(createRound, { params: { id: meetingId } });
    const key = toBase64(new TestRound(room, meetingId, id).chairKeys.publicKey);
    const leave = (caller: typeof room.chair, holder: 'chair' | 'supervisor') =>
      caller(holdKey, { params: { id, holder }, body: { publicKey: key } });
    await expect(leave(room.supervisor, 'chair')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(leave(room.chair, 'supervisor')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(leave(room.office, 'supervisor')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await leave(room.chair, 'chair');
    await expect(leave(room.chair, 'chair')).rejects.toMatchObject({ code: 'KEY_HELD' });
    const round = new TestRound(room, meetingId, id);
    await round.attend(experts);
    await expect(round.open()).rejects.toMatchObject({ code: 'KEYS_MISSING' });
    await room.chair(proposeVoid, { params: { id }, body: { reason: '密钥没有备齐' } });
    await room.supervisor(confirmVoid, { params: { id } });
  });
});

describe('a round', () => {
  let round: TestRound;
  const hashes: string[] = [];

  it('freezes who attends; whoever is not there cannot vote, nor anybody for them (第二十条)', async () => {
    round = await TestRound.begin(room, meetingId);
    await round.attend(experts.slice(0, 9));
    expect(await round.open()).toEqual({ present: 9, members: 11, quorum: 8 });
    const late = experts[9] ?? 'expert1';
    await expect(round.attend([late])).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    await expect(round.vote(late, 'yes')).rejects.toMatchObject({ code: 'NOT_ATTENDING' });
  });

  it('takes a vote, replaces it until closing, and refuses what is no envelope', async () => {
    const [first = 'expert1', ...others] = experts.slice(0, 9);
    await round.vote(first, 'yes');
    await round.vote(first, 'no');
    for (const login of others.slice(0, 5)) await round.vote(login, 'yes');
    await round.vote(others[5] ?? first, 'abstain');
    const view = await room.chair(getRound, { params: round.params });
    expect(view).toMatchObject({ state: 'open', cast: 7, present: 9, results: null });
    const expert = await server.loginAs(first);
    const send = (sealed: string) => expert(castVote, { params: round.params, body: { sealed } });
    await expect(send(toBase64(new Uint8Array(40)))).rejects.toMatchObject({ code: 'ENVELOPE_WRONG' });
    await expect(send('not base64')).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('tells administrators, office, applicant and undrawn experts nothing they could vote with', async () => {
    for (const login of ['system', 'security', 'audit', 'applicant', 'unit'] as const) {
      const caller = await server.loginAs(login);
      await expect(caller(getRound, { params: round.params })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const vote = caller(castVote, { params: round.params, body: { sealed: toBase64(new Uint8Array(112)) } });
      await expect(vote).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const seen = await room.office(getRound, { params: round.params });
    expect(seen.wrapped).toBeUndefined();
    expect(seen.handedShare).toBeUndefined();
    const expert = await (await server.loginAs(experts[1] ?? 'expert1'))(getRound, { params: round.params });
    expect(expert.wrapped).toBeUndefined();
  });

  it('shows the hashes of all envelopes before it is opened, and takes no vote any more', async () => {
    const sealed = await round.seal();
    expect(sealed.cast).toBe(7);
    expect(sealed.hashes).toEqual(sealed.hashes.toSorted());
    hashes.push(...sealed.hashes);
    await expect(round.vote(experts[0] ?? 'expert1', 'yes')).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    const stored = await server.asPlatform(({ tx }) =>
      tx.selectFrom('packet.envelope').select('sealed').where('cast_', '=', true).execute(),
    );
    expect(stored.map(({ sealed: one }) => envelopeHash(one)).toSorted()).toEqual(hashes);
  });

  it('is not opened with one share, nor with the chair as supervisor', async () => {
    const wrong = { chairShare: toBase64(new Uint8Array(32)), supervisorShare: toBase64(new Uint8Array(32)) };
    await expect(room.supervisor(countRound, { params: round.params, body: wrong })).rejects.toMatchObject({
      code: 'SHARES_WRONG',
    });
    await expect(room.chair(countRound, { params: round.params, body: wrong })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is not opened when an envelope was exchanged after the hashes were shown', async () => {
    const change = (bytes: Buffer) =>
      server.asPlatform(({ tx }) =>
        sql`update packet.envelope set sealed = ${bytes} where round_id = ${round.id} and cast_
          and sealed = (select min(sealed) from packet.envelope where round_id = ${round.id} and cast_)`.execute(tx),
      );
    const { sealed } = await server.asPlatform(({ tx }) =>
      tx
        .selectFrom('packet.envelope')
        .select((eb) => eb.fn.min('sealed').as('sealed'))
        .where('cast_', '=', true)
        .executeTakeFirstOrThrow(),
    );
    await change(Buffer.alloc(sealed.length));
    await expect(round.count()).rejects.toMatchObject({ code: 'ENVELOPES_CHANGED' });
    await change(sealed);
  });

  it('counts in whole numbers: five of nine is not two thirds, and the application ends', async () => {
    const { results } = await round.count();
    expect(results).toMatchObject([
      { yes: 5, no: 1, abstain: 1, recused: 0, missing: 2, n: 9, needed: 6, passed: false },
    ]);
    expect(await stageOf(applicationId)).toBe('not-passed');
    expect((await room.office(getMeeting, { params: { id: meetingId } })).stage).toBe('voted');
  });

  it('is counted once, and cannot be voided any more', async () => {
    const zeros = toBase64(new Uint8Array(32));
    const again = room.supervisor(countRound, {
      params: round.params,
      body: { chairShare: zeros, supervisorShare: zeros },
    });
    await expect(again).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    const propose = room.chair(proposeVoid, { params: round.params, body: { reason: '重来' } });
    await expect(propose).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    await expect(room.chair(createRound, { params: { id: meetingId } })).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
  });

  it('prints in the minutes, with voided rounds and the head of the record', async () => {
    await server.settle();
    const minutes = await room.office(getMinutes, { params: { id: meetingId } });
    expect(minutes.attending).toHaveLength(9);
    expect(minutes.rounds.map(({ state }) => state)).toEqual(['void', 'void', 'counted']);
    expect(minutes.cases).toMatchObject([{ applicantName: '王安防', passed: false }]);
    expect(minutes.recordSize).toBeGreaterThan(50);
    const seen = await room.supervisor(getSupervision, { params: { organiserId: DEMONSTRATION.organiser } });
    expect(seen.rounds[0]).toMatchObject({ state: 'counted', passed: 0, notPassed: 1 });
    expect(seen.record.checkpoint).toContain('/record\n');
  });
});

describe('a passed vote', () => {
  it('moves the application on to publicity', async () => {
    const other = await arrangeReady(room, 'applicant2', { unitId: DEMONSTRATION.institution, level: 'engineer' });
    const id = await newMeeting(room, [other]);
    await drawCommittee(room, id);
    await reviewed(room, id);
    const members = await seated(room, id, 'accepted');
    const round = await TestRound.begin(room, id);
    await round.attend(members.slice(0, 8));
    await round.open();
    for (const login of members.slice(0, 6)) await round.vote(login, 'yes');
    for (const login of members.slice(6, 8)) await round.vote(login, 'no');
    await round.seal();
    const { results } = await round.count();
    // Eight of eleven is the quorum, six of eight the least that passes.
    expect(results).toMatchObject([{ yes: 6, n: 8, needed: 6, passed: true }]);
    expect(await stageOf(other)).toBe('result-publicity');
  });
});

describe('demonstration', () => {
  it('does nothing in the name of experts for anybody but the office, and nothing outside its stage', async () => {
    const act = (caller: typeof room.chair) =>
      caller(actForExperts, { params: { id: meetingId }, body: { step: 'vote' } });
    await expect(act(room.chair)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(act(room.office)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  });
});
