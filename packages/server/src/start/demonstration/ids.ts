/** Ids of the organisations of Liaoning's demonstration, fixed so that every start and test knows them. */
export const DEMONSTRATION = {
  organiser: '01900000-0000-7000-8000-000000000001',
  authority: '01900000-0000-7000-8000-000000000002',
  association: '01900000-0000-7000-8000-000000000003',
  confirmer: '01900000-0000-7000-8000-000000000004',
  enterprise: '01900000-0000-7000-8000-000000000005',
  institution: '01900000-0000-7000-8000-000000000006',
} as const;

/** The same of Zhejiang. */
export const ZHEJIANG_IDS = {
  organiser: '01900000-0000-7000-8000-000000003301',
  cityAuthority: '01900000-0000-7000-8000-000000003302',
  department: '01900000-0000-7000-8000-000000003303',
  confirmer: '01900000-0000-7000-8000-000000003304',
  enterprise: '01900000-0000-7000-8000-000000003305',
  institute: '01900000-0000-7000-8000-000000003306',
  plan: '01900000-0000-7000-8000-000000003307',
  cityHr: '01900000-0000-7000-8000-000000003308',
} as const;

/** The same of Tianjin. */
export const TIANJIN_IDS = {
  organiser: '01900000-0000-7000-8000-000000001201',
  districtAuthority: '01900000-0000-7000-8000-000000001202',
  bureau: '01900000-0000-7000-8000-000000001203',
  confirmer: '01900000-0000-7000-8000-000000001204',
  enterprise: '01900000-0000-7000-8000-000000001205',
  institute: '01900000-0000-7000-8000-000000001206',
  plan: '01900000-0000-7000-8000-000000001207',
} as const;

/** Business time of the demonstration's first start in Liaoning: the day before the first window of LN-2024 opens. */
export const DEMONSTRATION_START = '2024-06-24T01:00:00.000Z';
