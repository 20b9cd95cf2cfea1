import { AppError } from '@zhiping/contract';
import { type DrawRules, personalHash, type PoolEntry, type RecusalKind } from '@zhiping/core';
import type { Ctx } from '../../../context.ts';
import { secretBytes } from '../../../security/random.ts';
import { type Filing, filingOf, type PoolMember, poolMembers } from '../../pool/index.ts';
import { meetingCaseFacts, recusalKinds } from '../recusals.ts';
import type { MeetingTarget } from '../target.ts';

export interface DrawGround {
  readonly filing: Filing;
  readonly pool: readonly PoolMember[];
  readonly recused: readonly { readonly member: PoolMember; readonly kinds: readonly RecusalKind[] }[];
  /** Title levels that may judge the highest level among the cases (第十条: the corresponding level). */
  readonly levels: readonly string[];
  readonly chairRecused: boolean;
  readonly cases: number;
}

const LADDER = ['engineer', 'senior', 'full-senior'];

/** Who can be drawn for a meeting and who must not: the chair is named by the filing and not drawn. */
export async function drawGround(ctx: Ctx, meeting: MeetingTarget): Promise<DrawGround> {
  const filing = await filingOf(ctx, meeting.organiserId, meeting.filingId);
  if (!filing) throw new AppError('NOT_FOUND');
  const everybody = await poolMembers(ctx, meeting.organiserId);
  const inScope = everybody.filter(({ specialty }) => filing.specialties.includes(specialty));
  const cases = await meetingCaseFacts(ctx, meeting.meetingId);
  const highest = Math.max(0, ...cases.map(({ level }) => LADDER.indexOf(level)));
  const chair = everybody.find(({ personId }) => personId === meeting.chairPersonId);
  const pool = inScope.filter(({ personId }) => personId !== meeting.chairPersonId);
  const recused = pool
    .map((member) => ({ member, kinds: recusalKinds(member, cases) }))
    .filter(({ kinds }) => kinds.length > 0);
  return {
    filing,
    pool,
    recused,
    levels: LADDER.slice(highest),
    chairRecused: chair !== undefined && recusalKinds(chair, cases).length > 0,
    cases: cases.length,
  };
}

/** Throws where no draw may be held for this meeting on this day. */
export function assertDrawable(meeting: MeetingTarget, ground: DrawGround, today: string): void {
  if (ground.cases === 0) throw new AppError('NO_CASES');
  const { filedOn, validUntil } = ground.filing;
  const days = [meeting.heldOn, today];
  if (days.some((day) => day < filedOn || day > validUntil)) throw new AppError('FILING_EXPIRED');
  if (ground.chairRecused) throw new AppError('CHAIR_RECUSED');
}

export interface CodedPool {
  readonly entries: readonly PoolEntry[];
  readonly codes: ReadonlyMap<string, { readonly code: string; readonly salt: string }>;
}

/** Codes for one draw: colleagues share an employer code, and nothing else can be told from a code. */
export function codePool(pool: readonly PoolMember[]): CodedPool {
  const employers = new Map<string, string>();
  const codes = new Map<string, { readonly code: string; readonly salt: string }>();
  const entries = pool.map((member): PoolEntry => {
    const employerKey = member.unitId ?? member.employer;
    const employer = employers.get(employerKey) ?? `U${secretBytes(4).toString('hex')}`;
    employers.set(employerKey, employer);
    const code = `Z${secretBytes(5).toString('hex')}`;
    const salt = secretBytes(16).toString('hex');
    codes.set(member.personId, { code, salt });
    return {
      code,
      identity: personalHash(salt, 'expert', { personId: member.personId, name: member.name }),
      employer,
      stratum: member.specialty,
      level: member.level,
      termEnds: member.termEnds,
    };
  });
  // In order of the codes, so that the order on file tells nothing.
  return { entries: entries.toSorted((a, b) => (a.code < b.code ? -1 : 1)), codes };
}

/** How many could be taken if quotas and caps did not matter. */
export function eligible(ground: DrawGround, rules: Pick<DrawRules, 'heldOn' | 'levels'>): readonly PoolMember[] {
  const out = new Set(ground.recused.map(({ member }) => member.personId));
  return ground.pool.filter(
    ({ personId, level, termEnds }) => !out.has(personId) && rules.levels.includes(level) && termEnds >= rules.heldOn,
  );
}
