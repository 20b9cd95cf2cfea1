import { StrictMode, Suspense, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import 'virtual:tokens.css';
import '../shared/theme/base.css';
import '../shared/theme/frame.css';
import '../shared/theme/components.css';
import './public.css';
import { restoreTextSize } from '../shared/theme/text-size.ts';
import { Boundary } from '../shared/ui/Boundary.tsx';
import { Brand, SkipLink, TopBar } from '../shared/ui/Frame.tsx';
import { Loading } from '../shared/ui/Loading.tsx';
import { NotFound } from './NotFound.tsx';
import { DemonstrationNote } from './DemonstrationNote.tsx';
import { Link, match, useAddress } from './router.tsx';
import { PUBLIC_PAGES } from './routes.ts';

restoreTextSize();

function PublicEntry() {
  const address = useAddress();
  const path = address.split('?')[0] ?? '/';
  const found = PUBLIC_PAGES.map((entry) => ({ entry, params: match(entry.path, path) })).find(({ params }) => params);
  const title = found?.entry.title ?? '没有这个页面';
  useEffect(() => {
    document.title = path === '/' ? '职评' : `${title} · 职评`;
  }, [path, title]);
  const Page = found?.entry.page;
  return (
    <div className="zp-public">
      <SkipLink />
      <TopBar
        home={
          <Link className="zp-brand" href="/">
            <Brand />
          </Link>
        }
        nav={
          <nav className="zp-nav" aria-label="主导航">
            {PUBLIC_PAGES.filter((entry) => entry.menu).map((entry) => (
              <Link key={entry.path} href={entry.path} {...(entry.path === path ? { 'aria-current': 'page' } : {})}>
                {entry.title}
              </Link>
            ))}
          </nav>
        }
        tools={path === '/login' ? null : <a href="/app/">登录办理</a>}
      />
      <DemonstrationNote />
      <main id="content" tabIndex={-1}>
        <Boundary resetKey={path}>
          <Suspense
            fallback={
              <div className="zp-page">
                <Loading />
              </div>
            }
          >
            {Page && found?.params ? <Page params={found.params} /> : <NotFound />}
          </Suspense>
        </Boundary>
      </main>
      <footer className="zp-foot zp-noprint">职评：开放的职称评审平台，开放源代码，条件与程序以公布的文件为准。</footer>
    </div>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PublicEntry />
    </StrictMode>,
  );
}
