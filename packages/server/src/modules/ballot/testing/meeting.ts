import {
  actForExperts,
  admitCases,
  announceDraw,
  castVote,
  type Client,
  checkIn,
  commitDraw,
  completeDraw,
  countRound,
  createMeeting,
  createRound,
  freezePackets,
  getMeeting,
  getPool,
  getRound,
  holdKey,
  nextDraw,
  openRound,
  recordDefence,
  revealDraw,
  sealRound,
} from '@zhiping/contract';
import {
  type Choice,
  commitSecret,
  fromBase64,
  handOver,
  holderKeys,
  holderShare,
  sealVote,
  takeOver,
  toBase64,
} from '@zhiping/core';
import { secretBytes } from '../../../security/random.ts';
import type { DemonstrationLogin } from '../../../start/demonstration/logins.ts';
import { DEMONSTRATION } from '../../../start/demonstration/organisations.ts';
import type { TestServer } from '../../../testing/server.ts';
import { arrangeApplication } from '../../application/testing/arrange.ts';
import { arrangeSubmission } from '../../application/testing/arrange-submission.ts';

export const secret = (): string => secretBytes(32).toString('hex');
const bytes = (text: string | null | undefined): Uint8Array => fromBase64(text ?? '') ?? new Uint8Array();

/** People of a meeting in the demonstration, with what they do in it through the pages' own calls. */
export interface Room {
  readonly server: TestServer;
  readonly office: Client;
  readonly chair: Client;
  readonly supervisor: Client;
}

export async function enterRoom(server: TestServer): Promise<Room> {
  const [office, chair, supervisor] = [
    await server.loginAs('office'),
    await server.loginAs('chair'),
    await server.loginAs('supervisor'),
  ];
  return { server, office, chair, supervisor };
}

export async function personOf(server: TestServer, username: DemonstrationLogin): Promise<string> {
  return server.asPlatform(async ({ tx }) => {
    const row = await tx
      .selectFrom('account')
      .select('person_id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow();
    return row.person_id;
  });
}

/** A submitted application that waits to be taken into a meeting. */
export async function arrangeReady(
  { server }: Room,
  username: DemonstrationLogin,
  options: { readonly level?: 'engineer' | 'senior' | 'full-senior'; readonly unitId?: string } = {},
): Promise<string> {
  const personId = await personOf(server, username);
  return server.asPlatform(async (ctx) => {
    const id = await arrangeApplication(ctx, {
      personId,
      unitId: options.unitId ?? DEMONSTRATION.enterprise,
      subject: { specialty: 'security', level: options.level ?? 'senior', route: 'normal' },
      state: { stage: 'ready' },
    });
    await arrangeSubmission(ctx, id);
    return id;
  });
}

export async function newMeeting(
  { office }: Room,
  applicationIds: readonly string[],
  changes: { readonly heldOn?: string; readonly blind?: boolean } = {},
): Promise<string> {
  const { filings } = await office(getPool, { params: { organiserId: DEMONSTRATION.organiser } });
  const { id } = await office(createMeeting, {
    params: { organiserId: DEMONSTRATION.organiser },
    body: {
      title: '2024年度安防工程高级评审会',
      filingId: filings[0]?.id ?? '',
      heldOn: changes.heldOn ?? '2024-09-10',
      venue: '沈阳市皇姑区泰山路64号',
      blind: changes.blind ?? true,
    },
  });
  if (applicationIds.length > 0) {
    await office(admitCases, { params: { id }, body: { applicationIds: [...applicationIds] } });
  }
  return id;
}

/** Draws the committee; answers the draw's id and both secrets. */
export async function drawCommittee(room: Room, meetingId: string, reserves = 4) {
  const params = { id: meetingId };
  const { number } = await room.office(nextDraw, { params });
  const [officeSecret, supervisorSecret] = [secret(), secret()];
  const { id } = await room.office(announceDraw, {
    params,
    body: {
      number,
      officeCommitment: commitSecret(number, 'office', officeSecret),
      source: { kind: 'lottery', name: '双色球 2024105 期' },
      reserves,
      employerCap: 3,
      quotas: [],
    },
  });
  await room.supervisor(commitDraw, {
    params: { id },
    body: { supervisorCommitment: commitSecret(number, 'supervisor', supervisorSecret) },
  });
  await room.office(revealDraw, { params: { id }, body: { secret: officeSecret } });
  await room.supervisor(completeDraw, {
    params: { id },
    body: { publicValue: '02 08 11 19 25 30 + 07', secret: supervisorSecret },
  });
  return { id, number, officeSecret, supervisorSecret };
}

/** Logins of those who hold a seat in a state, in the drawn order. */
export async function seated(room: Room, meetingId: string, state: string): Promise<readonly DemonstrationLogin[]> {
  return room.server.asPlatform(async ({ tx }) => {
    const rows = await tx
      .selectFrom('seat as s')
      .innerJoin('account as a', 'a.person_id', 's.person_id')
      .select('a.username')
      .where('s.meeting_id', '=', meetingId)
      .where('s.state', '=', state as never)
      .orderBy('s.position')
      .execute();
    return rows.map(({ username }) => username as DemonstrationLogin);
  });
}

/** From a drawn committee to a meeting that is ready to vote. */
export async function reviewed(room: Room, meetingId: string): Promise<void> {
  const params = { id: meetingId };
  await room.office(actForExperts, { params, body: { step: 'answer' } });
  await room.office(freezePackets, { params });
  await finishReview(room, meetingId);
}

/** Everybody present at the defences, all scores and opinions given. */
export async function finishReview(room: Room, meetingId: string): Promise<void> {
  const params = { id: meetingId };
  const { cases = [] } = await room.office(getMeeting, { params });
  for (const { applicationId, defence } of cases) {
    if (defence === 'none') continue;
    await room.office(recordDefence, { params: { id: meetingId, applicationId }, body: { present: true } });
  }
  await room.office(actForExperts, { params, body: { step: 'score' } });
  await room.office(actForExperts, { params, body: { step: 'opinion' } });
}

/** A round as chair and supervisor hold it. */
export class TestRound {
  readonly room: Room;
  readonly meetingId: string;
  readonly id: string;
  readonly chairKeys;
  readonly supervisorKeys;

  constructor(room: Room, meetingId: string, id: string) {
    this.room = room;
    this.meetingId = meetingId;
    this.id = id;
    this.chairKeys = holderKeys(secretBytes(20), id, 'chair');
    this.supervisorKeys = holderKeys(secretBytes(20), id, 'supervisor');
  }

  /** Makes a round and leaves both keys. */
  static async begin(room: Room, meetingId: string): Promise<TestRound> {
    const { id } = await room.chair(createRound, { params: { id: meetingId } });
    const round = new TestRound(room, meetingId, id);
    await room.chair(holdKey, {
      params: { id, holder: 'chair' },
      body: { publicKey: toBase64(round.chairKeys.publicKey) },
    });
    await room.supervisor(holdKey, {
      params: { id, holder: 'supervisor' },
      body: { publicKey: toBase64(round.supervisorKeys.publicKey) },
    });
    return round;
  }

  get params() {
    return { id: this.id };
  }

  async attend(logins: readonly DemonstrationLogin[]): Promise<void> {
    for (const login of logins) {
      const expert = await this.room.server.loginAs(login);
      await expert(checkIn, { params: this.params });
    }
  }

  open() {
    return this.room.chair(openRound, { params: this.params });
  }

  /** Casts one choice for each application, sealed as the page does it. */
  async vote(login: DemonstrationLogin, choices: Choice | readonly Choice[]): Promise<void> {
    const expert = await this.room.server.loginAs(login);
    const view = await expert(getRound, { params: this.params });
    const items = view.items.map(({ packetId }) => packetId);
    const vote = typeof choices === 'string' ? items.map(() => choices) : choices;
    const sealed = sealVote({ roundId: this.id, items }, vote, bytes(view.roundKey), secretBytes(32));
    await expert(castVote, { params: this.params, body: { sealed: toBase64(sealed) } });
  }

  private async wrapped() {
    const view = await this.room.chair(getRound, { params: this.params });
    return { ephemeral: bytes(view.wrapped?.ephemeral), box: bytes(view.wrapped?.box) };
  }

  async seal() {
    const share = holderShare(this.chairKeys, await this.wrapped());
    const handed = handOver(this.id, share, this.supervisorKeys.publicKey, secretBytes(32));
    return this.room.chair(sealRound, { params: this.params, body: { handedShare: toBase64(handed) } });
  }

  async count() {
    const view = await this.room.supervisor(getRound, { params: this.params });
    const chairShare = takeOver(this.id, this.supervisorKeys, bytes(view.handedShare)) ?? new Uint8Array(32);
    const supervisorShare = holderShare(this.supervisorKeys, await this.wrapped());
    return this.room.supervisor(countRound, {
      params: this.params,
      body: { chairShare: toBase64(chairShare), supervisorShare: toBase64(supervisorShare) },
    });
  }
}
