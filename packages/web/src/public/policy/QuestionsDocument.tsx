import type { PolicySummary } from '@zhiping/contract';
import type { Questions } from '@zhiping/core';
import { formatDate } from '../../shared/text/dates.ts';
import type { PublishedPolicy } from '../policies.ts';
import { Link } from '../router.tsx';
import { clauseAddress } from './clause-address.ts';
import { PolicyHead } from './PolicyHead.tsx';
import { useWanted } from './use-wanted.ts';

/** Questions people ask, answered in our own words, each with links to the clauses it rests on. */
export function QuestionsDocument(props: {
  policy: PublishedPolicy;
  versions: readonly PolicySummary[];
  questions: Questions;
  wanted: string | null;
}) {
  const { policy, versions, questions, wanted } = props;
  const page = useWanted(wanted);
  const { document } = questions;
  return (
    <div className="zp-page zp-document" ref={page}>
      <PolicyHead
        policy={policy}
        versions={versions}
        title={questions.title}
        facts={[
          { name: '依据', value: document.title },
          { name: '文号', value: document.number ?? '' },
          { name: '印发', value: document.issued ? formatDate(document.issued, true) : '' },
        ]}
      />
      <p className="zp-prose zp-muted">问与答都是本平台自己的简短表述，以文件原文为准；答案下面是所依据的条款。</p>
      <ol className="zp-list zp-stack">
        {questions.questions.map(({ id, label, question, answer, clauses, note }) => (
          <li
            key={id}
            data-clause={id}
            className={id === wanted ? 'zp-card zp-question zp-clause-wanted' : 'zp-card zp-question'}
          >
            <h2>
              <span className="zp-label">{label}</span>
              {question}
            </h2>
            <p className="zp-prose">{answer}</p>
            {note ? <p className="zp-muted zp-prose">{note}</p> : null}
            {clauses.length > 0 ? (
              <p className="zp-small">
                依据：
                {clauses.map((clause) => (
                  <Link
                    key={`${clause.pack} ${clause.node ?? clause.label ?? ''}`}
                    className="zp-clause-link"
                    href={clauseAddress(clause.pack, clause.node ?? clause.label ?? '')}
                  >
                    {clause.text ?? clause.label ?? '条款'}
                  </Link>
                ))}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
