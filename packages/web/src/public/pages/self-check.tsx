import type { PlanFacts, PlanForEvaluation, StandardPack } from '@zhiping/standard';
import { planForEvaluation } from '@zhiping/standard/evaluate/plan';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { Empty } from '../../shared/ui/Empty.tsx';
import { contentOf, listPolicies, type PlanContent, standardOf } from '../policies.ts';
import { SelfCheck } from '../self-check/SelfCheck.tsx';
import { useLoaded } from '../use-loaded.ts';
import '../self-check/self-check.css';

interface Found {
  readonly pack: StandardPack;
  readonly plans: readonly PlanForEvaluation[];
}

/** The standard to check against (by id, else the first one published) and the plans that follow it, newest first. */
async function load(wanted: string): Promise<Found | null> {
  const policies = await listPolicies();
  const standards = policies.filter((policy) => policy.kind === 'standard');
  const chosen = standards.find((policy) => policy.pack === wanted) ?? standards[0];
  if (!chosen) return null;
  const [pack, ...plans] = await Promise.all([
    standardOf(chosen),
    ...policies
      .filter((policy) => policy.kind === 'plan')
      .map((policy) => contentOf<PlanContent & PlanFacts>(policy.hash)),
  ]);
  const following = plans
    .filter((plan) => plan.specialties.some((specialty) => specialty.standard.pack === chosen.pack))
    .toSorted((a, b) => b.year - a.year);
  return { pack, plans: following.map(planForEvaluation) };
}

export default function SelfCheckPage() {
  const wanted = new URLSearchParams(location.search).get('standard') ?? '';
  const found = useLoaded(load, wanted);
  if (found.kind === 'ready' && found.value) return <SelfCheck {...found.value} />;
  return (
    <div className="zp-page">
      {found.kind === 'loading' ? <Loading what="正在读取评审标准" /> : null}
      {found.kind === 'failed' ? <ErrorNote error={found.error} onRetry={found.again} /> : null}
      {found.kind === 'ready' ? <Empty title="还没有发布的评审标准">发布后，这里可以逐条自测。</Empty> : null}
    </div>
  );
}
