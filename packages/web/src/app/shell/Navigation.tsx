import { Link, useRouterState } from '@tanstack/react-router';
import { APP_PAGES, GROUPS } from '../routes.ts';
import type { Me } from '../session.ts';
import { currentPage } from './current-page.ts';
import { UnreadMark } from './UnreadMark.tsx';

/** With whom it is held for, where it is somebody else's post. */
const placeName = ({ subjectName, inPlaceOf }: Me['relations'][number]): string =>
  inPlaceOf === null ? subjectName : `${subjectName}（代${inPlaceOf}）`;

/** One group per relation held, with the organisations it is held to; pages from routes.ts. */
export function Navigation({ me, open }: { me: Me; open: boolean }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const groups = GROUPS.map((group) => ({
    ...group,
    pages: APP_PAGES.filter((page) => page.menu && page.for === group.relation),
    names: [...new Set(me.relations.filter((held) => held.relation === group.relation).map(placeName))],
  })).filter((group) => group.pages.length > 0 && (group.relation === 'signed-in' || group.names.length > 0));
  const current = currentPage(
    groups.flatMap(({ pages }) => pages.map((page) => page.path)),
    path,
  );
  return (
    <nav
      id="navigation"
      className={open ? 'zp-side zp-side-open zp-noprint' : 'zp-side zp-noprint'}
      aria-label="主导航"
    >
      {groups.map((group) => (
        <div key={group.relation}>
          <h2>{group.label}</h2>
          {group.names.length > 0 ? <p className="zp-small">{group.names.join('、')}</p> : null}
          <ul className="zp-list">
            {group.pages.map((page) => (
              <li key={page.path}>
                <Link
                  to={page.path}
                  activeOptions={{ exact: true }}
                  {...(page.path === current ? { 'aria-current': 'page' as const } : {})}
                >
                  {page.label}
                  {page.path === '/messages' ? <UnreadMark /> : null}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
