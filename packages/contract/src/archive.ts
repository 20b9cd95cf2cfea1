import {
  archiveHintSchema,
  evidenceListSchema,
  fieldValueSchema,
  PURPOSE_IDS,
  ROW_KIND_IDS,
  ROW_STATES,
} from '@zhiping/core';
import { z } from 'zod';
import { date, id, instant, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';

const purposes = z.array(z.enum(PURPOSE_IDS)).max(8);

/** One uploaded file of a row. */
export const evidence = z.object({
  id,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int().nonnegative(),
  /** What the file shows. */
  purposes,
  uploadedAt: instant,
});
export type Evidence = z.infer<typeof evidence>;

/** What the unit found wrong. `field` names the field of the row, null for the row as a whole. */
export const rowReturn = z.object({
  items: z.array(z.object({ field: z.string().nullable(), problem: z.string(), whatToDo: z.string() })),
  at: instant,
});

/** One row of an archive as it stands. `fields` hold what `core/archive` describes for its kind. */
export const archiveRow = z.object({
  id,
  kind: z.enum(ROW_KIND_IDS),
  state: z.enum(ROW_STATES),
  version,
  fields: z.record(z.string(), fieldValueSchema),
  evidence: z.array(evidence),
  /** Where it was fetched from, with the fields that are the register's; null where its person filled it in. */
  fetched: z
    .object({
      register: z.string(),
      /** Of a list an office imported: verified by the list, without the unit. */
      listed: z.boolean(),
      at: instant,
      fields: z.array(z.string()),
      disputed: z.string().nullable(),
    })
    .nullable(),
  /** The unit's reasons, kept until the row is handed in again. */
  returned: rowReturn.nullable(),
  submittedAt: instant.nullable(),
  verifiedAt: instant.nullable(),
  updatedAt: instant,
  /** Whether it counts as it stands, and every reason why not (`core/archive/counting.ts`). */
  counting: z.object({
    counts: z.boolean(),
    reasons: z.array(z.string()),
    effectiveOn: date.nullable(),
    afterCurrentTitle: z.boolean().nullable(),
  }),
});
export type ArchiveRow = z.infer<typeof archiveRow>;

export const archiveUnit = z.object({
  id,
  name: z.string(),
  /** Whether somebody besides the person can act for it: else nothing can be handed in. */
  staffed: z.boolean(),
});
/** What a plan says of rows, clause by clause: what proves what, and how to fill in; the general list holds for kinds it leaves out. */
export const evidencePlan = z.object({
  planId: id,
  planName: z.string(),
  /** Applied for, and running. */
  applied: z.boolean(),
  /** Of the plan, as the archive writes regions. */
  jurisdiction: z.string(),
  lists: z.array(evidenceListSchema),
  hints: z.array(archiveHintSchema),
});
export type EvidencePlan = z.infer<typeof evidencePlan>;

const archive = z.object({
  rows: z.array(archiveRow),
  /** The unit that verifies; null where the person is bound to none. */
  unit: archiveUnit.nullable(),
  currentTitle: z.object({ name: z.string(), level: z.string(), acquiredOn: date }).nullable(),
  /**
   * What the plan applied for says, else the only one of the year where the person works; `counting` goes by it. Null where it
   * cannot be known yet.
   */
  evidence: evidencePlan.nullable(),
});
export type Archive = z.infer<typeof archive>;

export const listEvidencePlans = endpoint({
  method: 'GET',
  url: '/api/archive/evidence-plans',
  action: 'archive.read',
  summary: '各计划的证明材料清单和填写提示：什么材料证明什么、怎样填写',
  answer: z.object({ items: z.array(evidencePlan) }),
});

const ofRow = z.object({ rowId: id });
const ofEvidence = z.object({ evidenceId: id });
const fields = z.record(z.string().max(40), fieldValueSchema);
const savedRow = z.object({ row: archiveRow, savedAt: instant });

export const readArchive = endpoint({
  method: 'GET',
  url: '/api/archive',
  action: 'archive.read',
  summary: '本人的业绩档案',
  answer: archive,
});

export const createArchiveRow = endpoint({
  method: 'POST',
  url: '/api/archive/rows',
  action: 'archive.create-row',
  summary: '在档案中新增一项',
  body: z.object({ kind: z.enum(ROW_KIND_IDS), fields: fields.default({}) }),
  answer: savedRow,
});

export const editArchiveRow = endpoint({
  method: 'PATCH',
  url: '/api/archive/rows/:rowId',
  action: 'archive.edit-row',
  summary: '保存一项中改动的内容；已核验的一项改动后须重新核验',
  params: ofRow,
  body: z.object({ version, fields }),
  answer: savedRow,
});

export const addEvidence = endpoint({
  method: 'POST',
  url: '/api/archive/rows/:rowId/evidence',
  action: 'archive.edit-row',
  summary: '上传一份佐证材料',
  transport: 'upload',
  params: ofRow,
  /** Purposes joined by commas: a form holds text only. */
  body: z.object({ purposes: z.string().max(400).default('') }),
  answer: savedRow,
});

export const tagEvidence = endpoint({
  method: 'PATCH',
  url: '/api/archive/evidence/:evidenceId',
  action: 'archive.edit-row',
  summary: '注明一份佐证材料的用途',
  params: ofEvidence,
  body: z.object({ purposes }),
  answer: savedRow,
});

export const orderEvidence = endpoint({
  method: 'PUT',
  url: '/api/archive/rows/:rowId/evidence/order',
  action: 'archive.edit-row',
  summary: '排列一项的佐证材料',
  params: ofRow,
  body: z.object({ ids: z.array(id).max(60) }),
  answer: savedRow,
});

export const turnEvidence = endpoint({
  method: 'POST',
  url: '/api/archive/evidence/:evidenceId/turning',
  action: 'archive.edit-row',
  summary: '把一张图片顺时针转过若干个直角',
  params: ofEvidence,
  body: z.object({ quarters: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
  answer: savedRow,
});

export const joinEvidence = endpoint({
  method: 'POST',
  url: '/api/archive/rows/:rowId/evidence/joining',
  action: 'archive.edit-row',
  summary: '把若干张图片合成一个 PDF 文件',
  params: ofRow,
  body: z.object({ ids: z.array(id).min(2, '请选择两张以上').max(20, '一次最多合成 20 张'), name: text(60) }),
  answer: savedRow,
});

export const removeEvidence = endpoint({
  method: 'DELETE',
  url: '/api/archive/evidence/:evidenceId',
  action: 'archive.edit-row',
  summary: '移去一份佐证材料',
  params: ofEvidence,
  answer: savedRow,
});

export const downloadEvidence = endpoint({
  method: 'GET',
  url: '/api/archive/evidence/:evidenceId/file',
  action: 'archive.read-evidence',
  summary: '查看一份佐证材料',
  params: ofEvidence,
  transport: 'download',
});

export const submitArchiveRows = endpoint({
  method: 'POST',
  url: '/api/archive/submission',
  action: 'archive.submit-rows',
  summary: '把若干项提交单位核验',
  body: z.object({ rows: z.array(z.object({ id, version })).min(1).max(200) }),
  answer: archive,
});

export const recycleArchiveRow = endpoint({
  method: 'POST',
  url: '/api/archive/rows/:rowId/recycling',
  action: 'archive.recycle-row',
  summary: '移入回收站，可以恢复',
  params: ofRow,
  body: z.object({ version }),
  answer: savedRow,
});

export const restoreArchiveRow = endpoint({
  method: 'POST',
  url: '/api/archive/rows/:rowId/restoring',
  action: 'archive.restore-row',
  summary: '从回收站恢复为草稿',
  params: ofRow,
  body: z.object({ version }),
  answer: savedRow,
});

export const verifyArchiveRow = endpoint({
  method: 'POST',
  url: '/api/archive/rows/:rowId/verification',
  action: 'archive.verify-row',
  summary: '单位核验一项属实',
  params: ofRow,
  body: z.object({ version }),
  answer: savedRow,
});

export const returnArchiveRow = endpoint({
  method: 'POST',
  url: '/api/archive/rows/:rowId/return',
  action: 'archive.return-row',
  summary: '单位退回一项，逐条写明问题和怎么办',
  params: ofRow,
  body: z.object({
    version,
    items: z
      .array(z.object({ field: z.string().max(40).nullable(), problem: text(300), whatToDo: text(300) }))
      .min(1, '请至少写明一条问题')
      .max(20),
  }),
  answer: savedRow,
});

export const revealArchiveRow = endpoint({
  method: 'POST',
  url: '/api/archive/rows/:rowId/revealing',
  action: 'archive.reveal-row',
  summary: '显示一项中的证件号码等个人信息，留下记录',
  params: ofRow,
  answer: z.object({ fields: z.record(z.string(), fieldValueSchema) }),
});

/** One person of the unit, with how much of the archive waits. */
export const unitPerson = z.object({
  personId: id,
  name: z.string(),
  post: z.string(),
  waiting: z.int().nonnegative(),
  verified: z.int().nonnegative(),
  returned: z.int().nonnegative(),
  /** Since when the oldest row waits. */
  waitingSince: instant.nullable(),
});
export type UnitPerson = z.infer<typeof unitPerson>;

export const listUnitPeople = endpoint({
  method: 'GET',
  url: '/api/unit/people',
  action: 'archive.list-people',
  summary: '本单位人员和待核验的档案，等待最久的在前',
  answer: z.object({ items: z.array(unitPerson) }),
});

const ofPerson = z.object({ personId: id });

export const readPersonArchive = endpoint({
  method: 'GET',
  url: '/api/unit/people/:personId/archive',
  action: 'archive.read-person',
  summary: '本单位一名人员提交核验的档案，个人信息已遮盖',
  params: ofPerson,
  answer: z.object({
    person: z.object({ personId: id, name: z.string(), post: z.string() }),
    currentTitle: z.object({ name: z.string(), level: z.string(), acquiredOn: date }).nullable(),
    rows: z.array(archiveRow),
    /** The person's current photo; null without one. */
    photoId: id.nullable(),
    /** Files of these rows that somebody else uploaded too, by file id: one achievement may not serve two people. */
    usedElsewhere: z.array(id),
    /** What the plan applied for says proves what; null without a running application. */
    evidence: evidencePlan.nullable(),
  }),
});
export type PersonArchive = z.infer<typeof readPersonArchive.answer>;
