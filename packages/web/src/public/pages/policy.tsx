import type { Questions } from '@zhiping/core';
import type { StandardPack } from '@zhiping/standard';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { NotFound } from '../NotFound.tsx';
import { PlanDocument } from '../policy/PlanDocument.tsx';
import { QuestionsDocument } from '../policy/QuestionsDocument.tsx';
import { StandardDocument } from '../policy/StandardDocument.tsx';
import { listPolicies, type PlanContent, type PublishedPolicy, contentOf } from '../policies.ts';
import type { PublicPageProps } from '../routes.ts';
import { useLoaded } from '../use-loaded.ts';
import '../policy/policy.css';

interface Found {
  readonly policy: PublishedPolicy;
  readonly content: unknown;
}

async function load(pack: string): Promise<Found | null> {
  const policy = (await listPolicies()).find((one) => one.pack === pack);
  return policy ? { policy, content: await contentOf(policy.hash) } : null;
}

/** One published policy, as people read it. */
export default function PolicyPage({ params }: PublicPageProps) {
  const found = useLoaded(load, params['pack'] ?? '');
  if (found.kind === 'loading') {
    return (
      <div className="zp-page">
        <Loading />
      </div>
    );
  }
  if (found.kind === 'failed') {
    return (
      <div className="zp-page">
        <ErrorNote error={found.error} onRetry={found.again} />
      </div>
    );
  }
  if (!found.value) return <NotFound />;
  const { policy, content } = found.value;
  switch (policy.kind) {
    case 'standard':
      return <StandardDocument policy={policy} pack={content as StandardPack} />;
    case 'plan':
      return <PlanDocument policy={policy} plan={content as PlanContent} />;
    case 'questions':
      return <QuestionsDocument policy={policy} questions={content as Questions} />;
    case 'words':
    case 'calendar':
      return <NotFound />;
    default:
      return policy.kind satisfies never;
  }
}
