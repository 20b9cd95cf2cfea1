import type { PlanFacts, PlanForEvaluation, StandardPack } from '@zhiping/standard';
import { planForEvaluation } from '@zhiping/standard/evaluate/plan';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { contentOf, type LibraryItem, listLibrary, standardOf } from '../policies.ts';
import { NotFound } from '../NotFound.tsx';
import { useAddress } from '../router.tsx';
import { SelfCheck } from '../self-check/SelfCheck.tsx';
import { Start } from '../self-check/Start.tsx';
import { useLoaded } from '../use-loaded.ts';
import '../self-check/self-check.css';

type Found =
  | { readonly kind: 'start'; readonly items: readonly LibraryItem[] }
  | { readonly kind: 'check'; readonly pack: StandardPack; readonly plans: readonly PlanForEvaluation[] }
  | { readonly kind: 'unknown' };

/** Without a standard, what there is to choose from; with one, the pack and the plans that follow it, newest first. */
async function load(wanted: string): Promise<Found> {
  const items = await listLibrary();
  if (wanted === '') return { kind: 'start', items };
  const chosen = items.find(({ pack, kind }) => kind === 'standard' && pack === wanted);
  if (!chosen) return { kind: 'unknown' };
  const following = items
    .filter(({ kind, card }) => kind === 'plan' && card.standards.includes(wanted))
    .toSorted((a, b) => (b.card.year ?? 0) - (a.card.year ?? 0));
  const [pack, ...plans] = await Promise.all([
    standardOf(chosen),
    ...following.map(({ hash }) => contentOf<PlanFacts>(hash)),
  ]);
  return { kind: 'check', pack, plans: plans.map(planForEvaluation) };
}

export default function SelfCheckPage() {
  const wanted = new URLSearchParams(useAddress().split('?')[1] ?? '').get('standard') ?? '';
  const found = useLoaded(load, wanted);
  if (found.kind !== 'ready') {
    return (
      <div className="zp-page">
        {found.kind === 'loading' ? <Loading what="正在读取评审标准" /> : null}
        {found.kind === 'failed' ? <ErrorNote error={found.error} onRetry={found.again} /> : null}
      </div>
    );
  }
  switch (found.value.kind) {
    case 'start':
      return <Start items={found.value.items} />;
    case 'check':
      return <SelfCheck key={wanted} pack={found.value.pack} plans={found.value.plans} />;
    case 'unknown':
      return <NotFound />;
    default:
      return found.value satisfies never;
  }
}
