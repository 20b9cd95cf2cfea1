import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { NotFound } from './shell/NotFound.tsx';
import { Shell } from './shell/Shell.tsx';
import { guarded } from './shell/guarded.tsx';
import { APP_PAGES } from './routes.ts';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });

/** The router of everything under /app, made from the one list in routes.ts. */
export const router = createRouter({
  basepath: '/app',
  routeTree: rootRoute.addChildren(
    APP_PAGES.map((page) =>
      createRoute({
        getParentRoute: () => rootRoute,
        path: page.path,
        component: guarded(page.for, lazyRouteComponent(page.load)),
      }),
    ),
  ),
  defaultPreload: 'intent',
  scrollRestoration: true,
});
