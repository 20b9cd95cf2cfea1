import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/** Props of every public page: parameters of its path. */
export interface PublicPageProps {
  readonly params: Readonly<Record<string, string>>;
}
export interface PublicPage {
  /** `:name` takes one segment. */
  readonly path: `/${string}`;
  readonly title: string;
  /** Shown in the bar, in this order. */
  readonly menu: boolean;
  readonly page: LazyExoticComponent<ComponentType<PublicPageProps>>;
}

/** Every page anybody may open, one line each. No antd here: the whole first load stays within 130 kB. */
export const PUBLIC_PAGES: readonly PublicPage[] = [
  { path: '/', title: '首页', menu: true, page: lazy(() => import('./pages/home.tsx')) },
  { path: '/self-check', title: '自测', menu: true, page: lazy(() => import('./pages/self-check.tsx')) },
  { path: '/publicity', title: '公示', menu: true, page: lazy(() => import('./pages/publicities.tsx')) },
  { path: '/publicity/:token', title: '公示内容', menu: false, page: lazy(() => import('./pages/publicity.tsx')) },
  {
    path: '/verify-certificate',
    title: '证书验证',
    menu: true,
    page: lazy(() => import('./pages/verify-certificate.tsx')),
  },

  { path: '/policies', title: '政策库', menu: true, page: lazy(() => import('./pages/policies.tsx')) },

  { path: '/policies/:pack', title: '政策', menu: false, page: lazy(() => import('./pages/policy.tsx')) },

  {
    path: '/policies/:pack/clauses/:clause',
    title: '条款',
    menu: false,
    page: lazy(() => import('./pages/policy.tsx')),
  },

  { path: '/policy-search', title: '查找条款', menu: false, page: lazy(() => import('./pages/policy-search.tsx')) },

  { path: '/policy-compare', title: '比较', menu: false, page: lazy(() => import('./pages/policy-compare.tsx')) },

  { path: '/sign-on', title: '统一身份认证', menu: false, page: lazy(() => import('./pages/sign-on.tsx')) },
  { path: '/register', title: '注册', menu: false, page: lazy(() => import('./pages/register.tsx')) },
  { path: '/endorse', title: '专家意见', menu: false, page: lazy(() => import('./pages/endorse.tsx')) },

  { path: '/sign', title: '申报承诺签名', menu: false, page: lazy(() => import('./pages/sign.tsx')) },

  { path: '/login', title: '登录', menu: false, page: lazy(() => import('./pages/login.tsx')) },
];
