import type { RecusalKind } from '@zhiping/core';
import type { Ctx } from '../../context.ts';
import { type CaseFacts, caseFacts, lastSubmission } from '../application/index.ts';
import type { PoolMember } from '../pool/index.ts';

/** A case with the names of those who recommended the applicant. */
export interface RecusalFacts extends CaseFacts {
  readonly endorsers: readonly string[];
}

/**
 * Why an expert must not sit in a meeting on these cases (人社部令第40号第二十五条): is an applicant, works in a unit of
 * one, or recommended one. An employer that is not registered is compared by its name.
 */
export function recusalKinds(member: PoolMember, cases: readonly RecusalFacts[]): readonly RecusalKind[] {
  const kinds = new Set<RecusalKind>();
  for (const one of cases) {
    if (one.applicantPersonId === member.personId) kinds.add('applicant');
    if (one.unitId === member.unitId || sameName(one.unitName, member.employer)) kinds.add('same-unit');
    if (one.endorsers.some((name) => sameName(name, member.name))) kinds.add('endorser');
  }
  return [...kinds].toSorted();
}

export async function meetingCaseFacts(ctx: Ctx, meetingId: string): Promise<readonly RecusalFacts[]> {
  const cases = await ctx.tx
    .selectFrom('meeting_case')
    .select('application_id')
    .where('meeting_id', '=', meetingId)
    .orderBy('number')
    .execute();
  const facts = await caseFacts(
    ctx,
    cases.map(({ application_id }) => application_id),
  );
  const complete: RecusalFacts[] = [];
  for (const one of facts) {
    const submitted = await lastSubmission(ctx, one.applicationId);
    complete.push({ ...one, endorsers: endorserNames(submitted?.snapshot) });
  }
  return complete;
}

/** Names under `recommendations` and `appraisals`, wherever the snapshot keeps them. */
export function endorserNames(snapshot: unknown): readonly string[] {
  if (Array.isArray(snapshot)) return snapshot.flatMap(endorserNames);
  if (typeof snapshot !== 'object' || snapshot === null) return [];
  return Object.entries(snapshot).flatMap(([key, value]: [string, unknown]) =>
    (key === 'recommendations' || key === 'appraisals') && Array.isArray(value)
      ? value.flatMap(nameOf)
      : endorserNames(value),
  );
}

function nameOf(entry: unknown): readonly string[] {
  const name: unknown = typeof entry === 'object' && entry !== null && 'name' in entry ? entry.name : undefined;
  return typeof name === 'string' ? [name] : [];
}

/** Names are compared without spaces and with brackets of either width. */
export function sameName(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '');
}
