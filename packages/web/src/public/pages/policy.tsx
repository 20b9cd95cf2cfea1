import type { PolicySummary } from '@zhiping/contract';
import type { Questions } from '@zhiping/core';
import type { StandardPack } from '@zhiping/standard';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { NotFound } from '../NotFound.tsx';
import { contentOf, officialTextOf, type PlanContent, versionsOf } from '../policies.ts';
import { PlanDocument } from '../policy/PlanDocument.tsx';
import { QuestionsDocument } from '../policy/QuestionsDocument.tsx';
import { StandardDocument } from '../policy/StandardDocument.tsx';
import { useAddress } from '../router.tsx';
import type { PublicPageProps } from '../routes.ts';
import { useLoaded } from '../use-loaded.ts';
import '../policy/policy.css';

interface Found {
  readonly policy: PolicySummary;
  readonly versions: readonly PolicySummary[];
  readonly content: unknown;
  readonly official: Readonly<Record<string, string>>;
}

/** `key` is `pack@number`, or `pack@` for the version in use. */
async function load(key: string): Promise<Found | null> {
  const [pack = '', number = ''] = key.split('@');
  const versions = await versionsOf(pack);
  const policy = number === '' ? versions[0] : versions.find((one) => String(one.number) === number);
  if (!policy) return null;
  const [content, official] = await Promise.all([
    contentOf(policy.hash),
    policy.kind === 'standard' ? officialTextOf(pack) : {},
  ]);
  return { policy, versions, content, official };
}

/** One published policy, as people read it; at `/policies/:pack/clauses/:clause` with that clause in view. */
export default function PolicyPage({ params }: PublicPageProps) {
  const version = new URLSearchParams(useAddress().split('?')[1] ?? '').get('version') ?? '';
  const found = useLoaded(load, `${params['pack'] ?? ''}@${version}`);
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
  const { policy, versions, content, official } = found.value;
  const wanted = params['clause'] ?? null;
  switch (policy.kind) {
    case 'standard':
      return (
        <StandardDocument
          key={policy.hash}
          policy={policy}
          versions={versions}
          pack={content as StandardPack}
          official={official}
          wanted={wanted}
        />
      );
    case 'plan':
      return <PlanDocument policy={policy} versions={versions} plan={content as PlanContent} wanted={wanted} />;
    case 'questions':
      return <QuestionsDocument policy={policy} versions={versions} questions={content as Questions} wanted={wanted} />;
    case 'words':
    case 'calendar':
      return <NotFound />;
    default:
      return policy.kind satisfies never;
  }
}
