import {
  type ApplicationSnapshot,
  applicationSnapshot,
  AppError,
  type CatalogueMatch,
  type PacketContent,
} from '@zhiping/contract';
import {
  catalogueAsks,
  catalogueWords,
  CODE_TABLES,
  isRowKind,
  type KindSpec,
  kindSpec,
  levelNameOf,
  type Plan,
  type PlanLevel,
  type SectionId,
} from '@zhiping/core';
import type { Dossier } from '@zhiping/standard';
import type { Ctx } from '../../context.ts';
import { dateInShanghai } from '../../time/clocks.ts';
import { type CaseFacts, lastSubmission } from '../application/index.ts';
import { catalogueMatches } from '../codes/index.ts';
import { readAppraisal } from '../unit/index.ts';

/** What a packet is made from. */
export interface Material {
  readonly content: PacketContent;
  readonly files: readonly { readonly blobId: string; readonly mediaType: string }[];
}

/** The material of one case from what was last submitted, the one-page summary first. */
export async function packetMaterial(ctx: Ctx, about: CaseFacts, plan: Plan): Promise<Material> {
  const submission = await lastSubmission(ctx, about.applicationId);
  const parsed = applicationSnapshot.safeParse(submission?.snapshot);
  if (!parsed.success || !submission)
    throw new AppError('CASE_NOT_READY', { details: { applicationId: about.applicationId } });
  const appraisal = await readAppraisal(ctx, about.applicationId);
  const { achievements = [] } = parsed.data.dossier as Dossier;
  // As the office saw it: as of the day the material was received.
  const catalogue = await catalogueMatches(ctx, catalogueAsks(achievements), dateInShanghai(submission.receivedAt));
  return materialOf(parsed.data, about, plan, submission.verdict, appraisal, catalogue);
}

const VERDICTS: Readonly<Record<string, string>> = {
  eligible: '各项条件均满足',
  'needs-judgement': '有条件需要专家判断',
  incomplete: '有信息缺失',
  ineligible: '有条件不满足',
};

/** What of a unit's appraisal experts read (LN-2024 五(三)). */
export interface UnitAppraisal {
  readonly heldOn: string;
  readonly candidates: number;
  readonly place: number;
  readonly conduct: string;
  readonly opinion: string;
}

type SnapshotRow = ApplicationSnapshot['rows'][number];
/** What somebody has been, not what they achieved. */
const BACKGROUND: readonly SectionId[] = ['person', 'schooling', 'titles', 'career', 'assessments', 'learning'];

/**
 * Pure part of the above. Experts never read who somebody is: neither identity number, birth and telephone nor the scans
 * of the identity card, blind or not. Files are numbered through in the order of the rows; their names on devices are
 * left behind.
 */
export function materialOf(
  snapshot: ApplicationSnapshot,
  about: Pick<CaseFacts, 'unitName' | 'specialtyName' | 'level' | 'applicantName'>,
  plan: Pick<Plan, 'routes' | 'levelNames'>,
  verdict: string | null,
  appraisal: UnitAppraisal | null,
  catalogue: readonly CatalogueMatch[],
): Material {
  const filesOf = (row: SnapshotRow) => (specOf(row)?.identity === undefined ? row.files : []);
  const files = snapshot.rows.flatMap(filesOf);
  const numberOf = new Map(files.map(({ fileId }, index) => [fileId, index + 1]));
  const rows = snapshot.rows.map((row) => ({
    kind: row.kindName,
    title: specOf(row)?.identity === undefined ? row.title : row.kindName,
    date: row.effectiveOn,
    facts: [
      ...factsOf(row),
      ...catalogue
        .filter((match) => match.row === row.id)
        .map((match) => ({ label: CODE_TABLES[match.table].name, value: catalogueWords(match) })),
    ],
    fileNumbers: filesOf(row).flatMap(({ fileId }) => numberOf.get(fileId) ?? []),
    achievement: !BACKGROUND.some((section) => section === specOf(row)?.section),
  }));
  const representative = rows.find((_, index) => snapshot.rows[index]?.id === snapshot.representativeRowId);
  return {
    content: {
      summary: [
        { label: '姓名', value: about.applicantName },
        { label: '工作单位', value: about.unitName },
        { label: '申报专业', value: about.specialtyName },
        { label: '申报职称', value: levelNameOf(plan, about.level as PlanLevel) },
        { label: '申报方式', value: plan.routes.find(({ id }) => id === snapshot.subject.route)?.name ?? '' },
        { label: '现职称', value: snapshot.applicant.currentTitle ?? '无' },
        {
          label: '业绩成果',
          value: countByKind(rows.filter(({ achievement }) => achievement).map(({ kind }) => kind)),
        },
      ],
      selfReport: snapshot.selfReport,
      representative: representative
        ? [
            { label: '名称', value: representative.title },
            { label: '类别', value: representative.kind },
            ...representative.facts,
          ]
        : [],
      rows,
      unitOpinion:
        appraisal === null
          ? []
          : [
              { label: '考评日期', value: appraisal.heldOn },
              { label: '综合排名', value: `${appraisal.candidates} 人中第 ${appraisal.place} 名` },
              { label: '思想品德和职业道德', value: appraisal.conduct },
              { label: '推荐意见', value: appraisal.opinion },
            ],
      checks: verdict === null ? [] : [{ label: '系统核对（仅供参考）', value: VERDICTS[verdict] ?? verdict }],
    },
    files: files.map(({ fileId, mediaType }) => ({ blobId: fileId, mediaType })),
  };
}

const specOf = ({ kind }: SnapshotRow): KindSpec | null => (isRowKind(kind) ? kindSpec(kind) : null);

/** What a row states, each thing once: its name stands in its title, and what one did oneself is a field of most rows. */
function factsOf(row: SnapshotRow): { readonly label: string; readonly value: string }[] {
  const spec = specOf(row);
  const hidden = new Set(
    spec?.fields.filter(({ name }) => spec.identity?.includes(name)).map(({ label }) => label) ?? [],
  );
  const stated = row.facts.filter(({ name, value }) => !hidden.has(name) && value !== row.title);
  const part = stated.some(({ value }) => value === row.ownPart) ? null : row.ownPart;
  return [
    ...stated.map(({ name, value }) => ({ label: name, value })),
    ...(part === null ? [] : [{ label: '本人完成的部分', value: part }]),
  ];
}

/** e.g. 项目 3 项、论文 1 项. */
function countByKind(kinds: readonly string[]): string {
  const groups = Map.groupBy(kinds, (kind) => kind);
  return [...groups].map(([kind, group]) => `${kind} ${group.length} 项`).join('、') || '无';
}
