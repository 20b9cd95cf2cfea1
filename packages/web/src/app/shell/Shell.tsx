import { logout } from '@zhiping/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { problemFrom } from '../../shared/api.ts';
import { keepInTab } from '../../shared/device.ts';
import { Boundary } from '../../shared/ui/Boundary.tsx';
import { ErrorNote } from '../../shared/ui/ErrorNote.tsx';
import { Brand, SkipLink, TopBar } from '../../shared/ui/Frame.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { call } from '../call.ts';
import { useMe } from '../session.ts';
import { ClockBanner } from './ClockBanner.tsx';
import { ConsentGate } from './ConsentGate.tsx';
import { Navigation } from './Navigation.tsx';

/** The frame of every signed-in page: skip link, bar, demonstration clock, navigation by relation, content. */
export function Shell() {
  const me = useMe();
  const client = useQueryClient();
  const path = useRouterState({ select: (state) => state.location.pathname });
  // The menu of a phone is open for one address only: following a link closes it.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === path;

  if (me.isPending) return <Loading />;
  if (me.error) {
    if (problemFrom(me.error).code === 'UNAUTHENTICATED') {
      location.replace(`/login?to=${encodeURIComponent(location.pathname + location.search)}`);
      return <Loading what="请先登录" />;
    }
    return (
      <div className="zp-page">
        <ErrorNote error={me.error} onRetry={() => void me.refetch()} />
      </div>
    );
  }
  const leave = () =>
    void call(logout, {}).finally(() => {
      client.clear();
      keepInTab.eraseAll();
      location.assign('/');
    });
  return (
    <div className="zp-app">
      <SkipLink />
      <TopBar
        home={
          <>
            <button
              type="button"
              className="zp-button zp-menu-button"
              aria-expanded={open}
              aria-controls="navigation"
              onClick={() => setOpenAt(open ? null : path)}
            >
              菜单
            </button>
            <a className="zp-brand" href="/">
              <Brand />
            </a>
          </>
        }
        tools={
          <span className="zp-person">
            <span className="zp-person-name">{me.data.name}　</span>
            <button type="button" className="zp-link" onClick={leave}>
              退出
            </button>
          </span>
        }
      />
      <ClockBanner me={me.data} />
      <div className="zp-frame">
        <Navigation me={me.data} open={open} />
        <main id="content" className="zp-page" tabIndex={-1}>
          {me.data.limited && path !== '/account/security' ? (
            <p className="zp-error" role="alert">
              您的身份必须使用两步验证。请先到<Link to="/account/security">账户安全</Link>设置。
            </p>
          ) : null}
          <Boundary resetKey={path}>
            <Suspense fallback={<Loading />}>
              {me.data.consentNeeded && path !== '/account/privacy' ? <ConsentGate /> : <Outlet />}
            </Suspense>
          </Boundary>
        </main>
      </div>
    </div>
  );
}
