import type { CalendarDate } from '../calendar/index.ts';
import type { Plan } from '../plan/index.ts';
import type { Publicity } from './publicity.ts';

/** One kind of proof a plan asks of a unit's publicity. */
export type ProofKind = NonNullable<Plan['publicity']['unit']['proofs']>[number];

/** The kinds of proof a plan knows, in its order; none where the plan asks for none. */
export const proofKinds = (plan: Plan): readonly ProofKind[] => plan.publicity.unit.proofs ?? [];

/** The needed kinds of which nothing was uploaded. */
export function missingProofs(plan: Plan, given: readonly { readonly kind: string }[]): readonly ProofKind[] {
  return proofKinds(plan).filter(({ id, needed }) => needed && !given.some(({ kind }) => kind === id));
}

/** Why a proof cannot be one, in Chinese by its field; null where it can. A photo shows a day on which the notice hung. */
export function proofProblem(
  plan: Plan,
  proof: { readonly kind: string; readonly takenOn: CalendarDate | null },
  period: Pick<Publicity, 'startsOn' | 'lastDay'>,
  today: CalendarDate,
): { readonly path: 'kind' | 'takenOn'; readonly message: string } | null {
  const kind = proofKinds(plan).find(({ id }) => id === proof.kind);
  if (kind === undefined) return { path: 'kind', message: '本计划没有这一种公示证明' };
  const { takenOn } = proof;
  if (!kind.dated) return takenOn === null ? null : { path: 'takenOn', message: '这一种公示证明不写日期' };
  if (takenOn === null) return { path: 'takenOn', message: '请写明拍摄日期' };
  if (takenOn > today) return { path: 'takenOn', message: '拍摄日期不能晚于今天' };
  if (takenOn < period.startsOn || takenOn > period.lastDay) {
    return { path: 'takenOn', message: `拍摄日期应在公示期内（${period.startsOn} 至 ${period.lastDay}）` };
  }
  return null;
}
