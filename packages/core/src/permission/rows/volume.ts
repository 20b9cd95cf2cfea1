import { AFTER_CHECK } from '../stages.ts';
import type { PermissionRow } from '../types.ts';

const SOURCE = 'LN-2024 附件2、ZJ-2022 附件1三：书面材料按规定顺序装订';
const BUNDLE = 'ZJ-2022 附件1一：设区市、省直单位报送委托书、花名册及 Excel 和评审表一式三份';
/** Where an authority's approval may already be given; whether it was is asked of its seal. */
const PASSED_ON = ['office-check', 'correction', 'payment', ...AFTER_CHECK.slice(1)];
const PRINTED = [...AFTER_CHECK, 'payment'] as const;

/** Bound papers of an application, or of all a body may print. Stages are those of the application; an order has none. */
export const volumeRows = [
  { action: 'volume.order', relation: 'applicant', stages: PRINTED, fields: 'all', source: SOURCE },
  { action: 'volume.order', relation: 'unit', stages: PRINTED, fields: 'all', source: SOURCE },
  { action: 'volume.order', relation: 'office', stages: PRINTED, fields: 'all', source: SOURCE },
  { action: 'volume.order-batch', relation: 'unit', stages: 'any', fields: 'all', source: SOURCE },
  { action: 'volume.order-batch', relation: 'authority', stages: 'any', fields: 'all', source: SOURCE },
  { action: 'volume.order-batch', relation: 'office', stages: 'any', fields: 'all', source: SOURCE },
  { action: 'volume.list', relation: 'applicant', stages: 'any', fields: 'all', source: SOURCE },
  { action: 'volume.list', relation: 'unit', stages: 'any', fields: 'all', source: SOURCE },
  { action: 'volume.list', relation: 'authority', stages: 'any', fields: 'all', source: SOURCE },
  { action: 'volume.list', relation: 'office', stages: 'any', fields: 'all', source: SOURCE },
  { action: 'volume.download', relation: 'applicant', stages: ['done', 'expired'], fields: 'all', source: SOURCE },
  { action: 'volume.download', relation: 'unit', stages: ['done', 'expired'], fields: 'all', source: SOURCE },
  { action: 'volume.download', relation: 'authority', stages: ['done', 'expired'], fields: 'all', source: SOURCE },
  { action: 'volume.download', relation: 'office', stages: ['done', 'expired'], fields: 'all', source: SOURCE },
  { action: 'bundle.check', relation: 'authority', stages: PASSED_ON, fields: 'all', source: BUNDLE },
  { action: 'bundle.order', relation: 'authority', stages: PASSED_ON, fields: 'all', source: BUNDLE },
] as const satisfies readonly PermissionRow[];
