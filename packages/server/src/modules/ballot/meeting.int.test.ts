import {
  actForExperts,
  admitCases,
  announceDraw,
  castVote,
  checkIn,
  type Client,
  commitDraw,
  completeDraw,
  countRound,
  createMeeting,
  createRound,
  freezePackets,
  getMeeting,
  getMinutes,
  getPacket,
  getPool,
  getRound,
  getScores,
  getSupervision,
  holdKey,
  listPackets,
  nextDraw,
  openRound,
  recordDefence,
  revealDraw,
  saveScore,
  sealRound,
  writeOpinion,
} from '@zhiping/contract';
import {
  type Choice,
  commitSecret,
  drawFaults,
  fromBase64,
  handOver,
  holderKeys,
  holderShare,
  sealVote,
  takeOver,
  toBase64,
} from '@zhiping/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretBytes } from '../../security/random.ts';
import type { DemonstrationLogin } from '../../start/demonstration/logins.ts';
import { DEMONSTRATION } from '../../start/demonstration/organisations.ts';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { arrangeApplication } from '../application/testing/arrange.ts';

let server: TestServer;
let office: Client;
let supervisor: Client;
let chair: Client;
const organiserId = DEMONSTRATION.organiser;

async function arrangeCase(
  username: DemonstrationLogin,
  unitId: string,
  level: 'engineer' | 'senior' = 'senior',
): Promise<string> {
  return server.asPlatform(async (ctx) => {
    const { person_id: personId } = await ctx.tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow();
    return arrangeApplication(ctx, {
      personId,
      unitId,
      subject: { specialty: 'security', level, route: 'normal' },
      state: { stage: 'ready' },
    });
  });
}

beforeAll(async () => {
  server = await startTestServer();
  office = await server.loginAs('office');
  supervisor = await server.loginAs('supervisor');
  chair = await server.loginAs('chair');
});
afterAll(() => server.close());

const secret = () => secretBytes(32).toString('hex');

async function newMeeting(cases: readonly string[]): Promise<string> {
  const { filings } = await office(getPool, { params: { organiserId } });
  const { id } = await office(createMeeting, {
    params: { organiserId },
    body: {
      title: '2024年安防工程评审会',
      filingId: filings[0]?.id ?? '',
      heldOn: '2024-09-10',
      venue: '沈阳',
      blind: true,
    },
  });
  await office(admitCases, { params: { id }, body: { applicationIds: [...cases] } });
  return id;
}

async function draw(meetingId: string): Promise<string> {
  const params = { id: meetingId };
  const { number } = await office(nextDraw, { params });
  const [a, b] = [secret(), secret()];
  const { id } = await office(announceDraw, {
    params,
    body: {
      number,
      officeCommitment: commitSecret(number, 'office', a),
      source: { kind: 'lottery', name: '双色球 2024105' },
      reserves: 4,
      employerCap: 3,
      quotas: [],
    },
  });
  await supervisor(commitDraw, {
    params: { id },
    body: { supervisorCommitment: commitSecret(number, 'supervisor', b) },
  });
  await office(revealDraw, { params: { id }, body: { secret: a } });
  await supervisor(completeDraw, { params: { id }, body: { publicValue: '01 02 03', secret: b } });
  return id;
}

describe('happy way', () => {
  it('lives a meeting', async () => {
    const one = await arrangeCase('applicant', DEMONSTRATION.enterprise);
    const two = await arrangeCase('applicant2', DEMONSTRATION.institution);
    const id = await newMeeting([one, two]);
    const drawId = await draw(id);
    const text = await (await fetch(`${server.url}/api/public/draws/${drawId}/transcript`)).text();
    expect(drawFaults(JSON.parse(text) as never)).toEqual([]);
    let view = await office(getMeeting, { params: { id } });
    expect(view.stage).toBe('drawn');
    expect(view.seats).toHaveLength(15);
    await office(actForExperts, { params: { id }, body: { step: 'answer' } });
    await office(freezePackets, { params: { id } });
    view = await office(getMeeting, { params: { id } });
    for (const c of view.cases ?? []) {
      await office(recordDefence, { params: { id, applicationId: c.applicationId }, body: { present: true } });
    }
    const { packets } = await chair(listPackets, {});
    expect(packets).toHaveLength(2);
    const packet = await chair(getPacket, { params: { id: packets[0]?.id ?? '' } });
    expect(JSON.stringify(packet)).not.toContain('王安防');
    await chair(saveScore, {
      params: { id: packet.id, kind: 'review' },
      body: {
        factors: { 基本条件: 2000, 业绩成果: 2100, 代表作水平: 2200, 解决实际问题的能力: 2300 },
        comment: '',
        version: null,
      },
    });
    await chair(writeOpinion, { params: { id: packet.id }, body: { text: '同意', recommended: true, version: null } });
    await office(actForExperts, { params: { id }, body: { step: 'score' } });
    await office(actForExperts, { params: { id }, body: { step: 'opinion' } });
    const scores = await chair(getScores, { params: { id } });
    expect(scores.packets[0]?.composite).toBeGreaterThan(7000);
    const { id: roundId } = await chair(createRound, { params: { id } });
    const params = { id: roundId };
    const [c, s] = [holderKeys(secretBytes(20), roundId, 'chair'), holderKeys(secretBytes(20), roundId, 'supervisor')];
    await chair(holdKey, { params: { id: roundId, holder: 'chair' }, body: { publicKey: toBase64(c.publicKey) } });
    await supervisor(holdKey, {
      params: { id: roundId, holder: 'supervisor' },
      body: { publicKey: toBase64(s.publicKey) },
    });
    await chair(checkIn, { params });
    await office(actForExperts, { params: { id }, body: { step: 'check-in' } });
    expect(await chair(openRound, { params })).toEqual({ present: 11, members: 11, quorum: 8 });
    const round = await chair(getRound, { params });
    const items = round.items.map(({ packetId }) => packetId);
    const vote = (choice: Choice) =>
      toBase64(
        sealVote(
          { roundId, items },
          items.map(() => choice),
          fromBase64(round.roundKey ?? '') ?? new Uint8Array(),
          secretBytes(32),
        ),
      );
    await chair(castVote, { params, body: { sealed: vote('no') } });
    await chair(castVote, { params, body: { sealed: vote('yes') } });
    await office(actForExperts, { params: { id }, body: { step: 'vote' } });
    const open = await chair(getRound, { params });
    const wrapped = {
      ephemeral: fromBase64(open.wrapped?.ephemeral ?? '') ?? new Uint8Array(),
      box: fromBase64(open.wrapped?.box ?? '') ?? new Uint8Array(),
    };
    await chair(sealRound, {
      params,
      body: { handedShare: toBase64(handOver(roundId, holderShare(c, wrapped), s.publicKey, secretBytes(32))) },
    });
    await expect(chair(castVote, { params, body: { sealed: vote('no') } })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const sealed = await supervisor(getRound, { params });
    const share = takeOver(roundId, s, fromBase64(sealed.handedShare ?? '') ?? new Uint8Array());
    const { results } = await supervisor(countRound, {
      params,
      body: { chairShare: toBase64(share ?? new Uint8Array()), supervisorShare: toBase64(holderShare(s, wrapped)) },
    });
    expect(results.map(({ yes, passed }) => [yes, passed])).toEqual([
      [11, true],
      [11, true],
    ]);
    const minutes = await office(getMinutes, { params: { id } });
    expect(minutes.attending).toHaveLength(11);
    const sup = await supervisor(getSupervision, { params: { organiserId } });
    expect(sup.rounds[0]).toMatchObject({ passed: 2 });
  });
});
