import type { PermissionRow } from '../types.ts';

const ROUTE = 'LN-CYB 五(三)5(3)、TJ 附件2五(四)：破格须经业务主管部门同意';

/** Consent and recognition asked of a competent department; its relation is `authority` of the request, not of the seal. */
export const consentRows: readonly PermissionRow[] = [
  ...(['applicant', 'unit'] as const).map(
    (relation): PermissionRow => ({ action: 'consent.ask', relation, stages: 'any', fields: 'all', source: ROUTE }),
  ),
  ...(['applicant', 'unit', 'authority', 'office', 'supervisor'] as const).map(
    (relation): PermissionRow => ({
      action: 'consent.read-case',
      relation,
      stages: 'any',
      fields: 'all',
      source: ROUTE,
    }),
  ),
  ...(['list', 'read'] as const).map(
    (verb): PermissionRow => ({
      action: `consent.${verb}`,
      relation: 'authority',
      stages: ['waiting', 'granted', 'refused'],
      fields: 'all',
      source: ROUTE,
    }),
  ),
  { action: 'consent.answer', relation: 'authority', stages: ['waiting'], fields: 'all', source: ROUTE },
];
