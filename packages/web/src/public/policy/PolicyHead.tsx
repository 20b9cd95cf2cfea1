import { formatInstant } from '../../shared/text/dates.ts';
import type { PublishedPolicy } from '../policies.ts';

/** Name, facts of the document, and the version people can quote. */
export function PolicyHead(props: {
  policy: PublishedPolicy;
  title: string;
  facts: readonly { readonly name: string; readonly value: string }[];
}) {
  const { policy, title } = props;
  const facts = [
    ...props.facts.filter(({ value }) => value !== ''),
    {
      name: '本平台版本',
      value: `第 ${policy.number} 版${policy.publishedAt ? `，${formatInstant(policy.publishedAt)}公布` : ''}`,
    },
  ];
  return (
    <header className="zp-page-head">
      <h1>{title}</h1>
      <dl className="zp-facts">
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
      </dl>
    </header>
  );
}
