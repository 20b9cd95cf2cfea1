import { z } from 'zod';
import { date, id } from './common.ts';

/** One evidence file of a row, as it was when submitted. */
export const snapshotFile = z.object({
  fileId: id,
  name: z.string(),
  mediaType: z.string(),
  /** What it shows: 封面, 目录, 正文, 检索页, 盖章页 … */
  purpose: z.string(),
});

/** One archive row taken into an application, as it was when submitted. */
export const snapshotRow = z.object({
  id,
  kind: z.string(),
  kindName: z.string(),
  title: z.string(),
  effectiveOn: date.nullable(),
  /** What the row states, name and shown value, in the order of the form. */
  facts: z.array(z.object({ name: z.string(), value: z.string() })),
  /** What the applicant did oneself, where several worked on it (LN-2024 五(二)3). */
  ownPart: z.string().nullable(),
  files: z.array(snapshotFile),
  /** What its checklist asks and no file shows, in words. Absent where nothing lacks. */
  lacks: z.array(z.string()).optional(),
  /** The row it speaks for; only rows of benefit and of standing have one. */
  about: id.optional(),
});

/** What is frozen at a submission: everything the office, the experts and the certificate rest on. */
export const applicationSnapshot = z.object({
  applicant: z.object({ name: z.string(), currentTitle: z.string().nullable() }),
  unit: z.object({ id, name: z.string() }),
  subject: z.object({ specialty: z.string(), level: z.string(), route: z.string() }),
  selfReport: z.string(),
  /** The photo that fits the plan's rule. Absent where the plan asks for none, or the person has none that fits. */
  photo: z.object({ photoId: id, fileId: id, mediaType: z.string() }).optional(),
  representativeRowId: id.nullable(),
  rows: z.array(snapshotRow),
  /** Further texts of the plan, in its order, with the achievements they rest on. Absent where nothing was written. */
  statements: z
    .array(z.object({ id: z.string(), name: z.string(), label: z.string(), text: z.string(), rows: z.array(id) }))
    .optional(),
  /** The self-score line by line, points in hundredths. Absent where the plan has no such table. */
  selfScore: z
    .object({
      total: z.int(),
      lines: z.array(
        z.object({
          line: z.string(),
          name: z.string(),
          points: z.int(),
          basis: z.string(),
          evidence: z.string(),
        }),
      ),
    })
    .optional(),
  /** The dossier the standard was evaluated on. */
  dossier: z.json(),
});
export type ApplicationSnapshot = z.infer<typeof applicationSnapshot>;
