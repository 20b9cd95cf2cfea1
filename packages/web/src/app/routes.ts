import type { Relation } from '@zhiping/core';
import type { ComponentType } from 'react';

/**
 * Every page of the application, one line each: `{ path, for, label, menu, load }`. `for` is the relation whose menu
 * lists it and without which it is not shown (the server decides again on every request). Parameters are written
 * `$name` and read with `usePathParam`.
 */
export interface AppPage {
  readonly path: `/${string}`;
  readonly for: Relation;
  readonly label: string;
  /** In the navigation, or reached from another page. */
  readonly menu: boolean;
  readonly load: () => Promise<{ default: ComponentType }>;
}

export const GROUPS: readonly { readonly relation: Relation; readonly label: string }[] = [
  { relation: 'signed-in', label: '我的' },
  { relation: 'unit', label: '用人单位' },
  { relation: 'authority', label: '人社或主管部门' },
  { relation: 'association', label: '行业协会' },
  { relation: 'office', label: '评委会办公室' },
  { relation: 'confirmer', label: '结果确认' },
  { relation: 'expert', label: '评审专家' },
  { relation: 'chair', label: '主任委员' },
  { relation: 'supervisor', label: '监督' },
  { relation: 'policy-owner', label: '政策' },
  { relation: 'system-admin', label: '系统管理' },
  { relation: 'security-admin', label: '安全管理' },
  { relation: 'audit-admin', label: '审计' },
];

export const APP_PAGES: readonly AppPage[] = [
  // signed-in (applicant)
  { path: '/', for: 'signed-in', label: '首页', menu: true, load: () => import('./pages/start.tsx') },
  {
    path: '/certificates',
    for: 'signed-in',
    label: '我的证书',
    menu: true,
    load: () => import('./pages/applicant/certificates.tsx'),
  },
  {
    path: '/applications/$id/result',
    for: 'signed-in',
    label: '评审结果',
    menu: false,
    load: () => import('./pages/applicant/result.tsx'),
  },

  // unit
  {
    path: '/unit/publicity',
    for: 'unit',
    label: '单位公示',
    menu: true,
    load: () => import('./pages/unit/publicity.tsx'),
  },

  // authority

  // association

  // office
  {
    path: '/office/results',
    for: 'office',
    label: '结果公示',
    menu: true,
    load: () => import('./pages/office/results.tsx'),
  },
  {
    path: '/office/results/$id',
    for: 'office',
    label: '结果公示详情',
    menu: false,
    load: () => import('./pages/office/result.tsx'),
  },
  {
    path: '/office/certificates',
    for: 'office',
    label: '证书',
    menu: true,
    load: () => import('./pages/confirmer/certificates.tsx'),
  },

  // confirmer
  {
    path: '/confirmations',
    for: 'confirmer',
    label: '结果确认',
    menu: true,
    load: () => import('./pages/confirmer/confirmations.tsx'),
  },
  {
    path: '/confirmer/certificates',
    for: 'confirmer',
    label: '证书',
    menu: true,
    load: () => import('./pages/confirmer/certificates.tsx'),
  },

  // expert

  // chair

  // supervisor

  // policy-owner and administrators
];
