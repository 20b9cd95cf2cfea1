import type { Plan } from '../plan/index.ts';

/** Where a fee stands. Until something happens it is due. */
export const FEE_STATES = ['due', 'slip', 'paid', 'waived', 'refunded'] as const;
export type FeeState = (typeof FEE_STATES)[number];
export const FEE_STATE_NAMES: Readonly<Record<FeeState, string>> = {
  due: '待缴费',
  slip: '已交凭证',
  paid: '已到账',
  waived: '免缴',
  refunded: '已退',
};

/** What may happen to a fee. */
export type FeeAct = 'hand-in-slip' | 'return-slip' | 'pay' | 'waive' | 'refund';
const NEXT: Readonly<Record<FeeState, Partial<Record<FeeAct, FeeState>>>> = {
  due: { 'hand-in-slip': 'slip', pay: 'paid', waive: 'waived' },
  slip: { 'hand-in-slip': 'slip', 'return-slip': 'due', pay: 'paid', waive: 'waived' },
  paid: { refund: 'refunded' },
  waived: {},
  refunded: {},
};

/** The state after an act; null where it is not possible. */
export function afterFeeAct(state: FeeState, act: FeeAct): FeeState | null {
  return NEXT[state][act] ?? null;
}

/** Actions of a plan that leave the stage in which the fee is paid; the first says in which stage that is. */
export const PAYS = 'confirm-payment';
export const WAIVES = 'waive-payment';

/** The stage in which a plan waits for its fee; null where it charges none. */
export function feeStageOf(plan: Pick<Plan, 'fee' | 'stages'>): string | null {
  if (plan.fee === undefined) return null;
  return plan.stages.find(({ actions }) => actions.some(({ id }) => id === PAYS))?.id ?? null;
}
