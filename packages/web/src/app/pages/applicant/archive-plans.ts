import { type Archive, type EvidencePlan, listEvidencePlans } from '@zhiping/contract';
import { useAddressState } from '../../address.ts';
import { useEndpoint } from '../../call.ts';

/** In the address: the list that no plan made. */
const GENERAL = 'general';

/** By which plan a row is looked at, and which plans say how to fill it in. */
export interface PlansOfRow {
  readonly plan: EvidencePlan | undefined;
  readonly hinting: readonly EvidencePlan[];
}

/**
 * The plan asked for in the address, else the one the archive goes by. Without either the plans of the person's own region say how
 * to fill in, because one of them will be applied for; what proves what stays the general list until it is known which.
 * @param wanted id of a plan, `general`, or null where the address says nothing
 * @param own id of the plan the archive goes by
 * @param region of the person's basic information
 */
export function plansOfRow(
  plans: readonly EvidencePlan[],
  wanted: string | null,
  own: string | null,
  region: string | null,
): PlansOfRow {
  const plan = plans.find(({ planId }) => planId === (wanted ?? own));
  if (plan !== undefined) return { plan, hinting: [plan] };
  const near = wanted === null && region !== null ? plans.filter(({ jurisdiction }) => jurisdiction === region) : [];
  return { plan: undefined, hinting: near };
}

/** The same for the page of a row, with all plans there are and how another one is chosen. */
export function usePlansOfRow(archive: Archive): PlansOfRow & {
  readonly plans: readonly EvidencePlan[];
  readonly choose: (planId: string) => void;
} {
  const all = useEndpoint(listEvidencePlans, {}).data?.items;
  // The archive comes with its own plan: no other list is shown for a moment while the rest is read.
  const plans = all ?? (archive.evidence === null ? [] : [archive.evidence]);
  const address = useAddressState();
  const region = archive.rows.find(({ kind, state }) => kind === 'basic' && state !== 'recycled')?.fields['region'];
  return {
    ...plansOfRow(
      plans,
      address.get('plan'),
      archive.evidence?.planId ?? null,
      typeof region === 'string' ? region : null,
    ),
    plans,
    choose: (planId) => address.set({ plan: planId === '' ? GENERAL : planId }),
  };
}
