import { Link } from '@tanstack/react-router';
import { Empty } from '../../shared/index.ts';
import { APP_PAGES, GROUPS } from '../routes.ts';
import { useMe } from '../session.ts';
import { NextSteps } from './account/NextSteps.tsx';
import { OwnCases } from './applicant/OwnCases.tsx';
import { WaitingWork } from './WaitingWork.tsx';

/** Relations whose bodies applications wait for. */
const WORKS = new Set(['unit', 'authority', 'association', 'office', 'confirmer']);

/** First page after signing in: what waits, what this person is here, and the pages of each relation. */
export default function Start() {
  const me = useMe();
  if (!me.data) return null;
  const { name, relations } = me.data;
  const groups = GROUPS.map((group) => ({
    ...group,
    pages: APP_PAGES.filter((page) => page.menu && page.path !== '/' && page.for === group.relation),
    names: [...new Set(relations.filter((held) => held.relation === group.relation).map((held) => held.subjectName))],
  })).filter((group) => group.pages.length > 0 && (group.relation === 'signed-in' || group.names.length > 0));
  return (
    <div className="zp-stack">
      <h1>{name}，您好</h1>
      {relations.some(({ relation }) => WORKS.has(relation)) ? <WaitingWork /> : null}
      {relations.length === 0 ? (
        <>
          <NextSteps />
          <OwnCases />
        </>
      ) : null}
      {groups.length === 0 ? (
        <Empty title="您的账户还没有可以办理的事项">单位或评委会办公室为您登记身份后，这里会列出要办理的事项。</Empty>
      ) : (
        <div className="zp-doors">
          {groups.map((group) => (
            <section key={group.relation} className="zp-card">
              <h2>{group.label}</h2>
              {group.names.length > 0 ? <p className="zp-muted">{group.names.join('、')}</p> : null}
              <ul className="zp-list">
                {group.pages.map((page) => (
                  <li key={page.path}>
                    <Link to={page.path}>{page.label}</Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </div>
  );
}
