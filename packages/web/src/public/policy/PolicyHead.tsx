import type { PolicySummary } from '@zhiping/contract';
import type { ReactNode } from 'react';
import { formatInstant } from '../../shared/text/dates.ts';
import type { PublishedPolicy } from '../policies.ts';
import { Link } from '../router.tsx';

/** Name, facts of the document, and the version people can quote. */
export function PolicyHead(props: {
  policy: PublishedPolicy;
  title: string;
  facts: readonly { readonly name: string; readonly value: ReactNode }[];
  /** Published versions, newest first; with more than one they can be looked at and compared. */
  versions?: readonly PolicySummary[];
}) {
  const { policy, title, versions = [] } = props;
  const newest = versions[0]?.number ?? policy.number;
  const facts = [
    ...props.facts.filter(({ value }) => value !== ''),
    {
      name: '本平台版本',
      value: `第 ${policy.number} 版${policy.publishedAt ? `，${formatInstant(policy.publishedAt)}公布` : ''}`,
    },
  ];
  return (
    <header className="zp-page-head">
      <p className="zp-small">
        <Link href="/policies">政策库</Link>
      </p>
      <h1>{title}</h1>
      {policy.number < newest ? (
        <p className="zp-note" role="status">
          这是旧的版本。<Link href={`/policies/${policy.pack}`}>看现在的第 {newest} 版</Link>
        </p>
      ) : null}
      <dl className="zp-pack-facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>内容校验值</dt>
          <dd className="zp-mono">{policy.hash}</dd>
        </div>
        {versions.length > 1 ? (
          <div>
            <dt>各版本</dt>
            <dd>
              <ul className="zp-list">
                {versions.map((version, index) => {
                  const before = versions[index + 1];
                  return (
                    <li key={version.number}>
                      <Link href={`/policies/${policy.pack}?version=${version.number}`}>第 {version.number} 版</Link>
                      {version.publishedAt ? `，${formatInstant(version.publishedAt)}公布` : ''}
                      {before ? (
                        <>
                          {'　'}
                          <Link
                            href={`/policy-compare?left=${policy.pack}@${before.number}&right=${policy.pack}@${version.number}`}
                          >
                            与第 {before.number} 版的差别
                          </Link>
                        </>
                      ) : null}
                    </li>
                  );
                })}
              </ul>
            </dd>
          </div>
        ) : null}
      </dl>
    </header>
  );
}
