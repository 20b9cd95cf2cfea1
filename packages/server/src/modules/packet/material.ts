import {
  type ApplicationSnapshot,
  applicationSnapshot,
  AppError,
  type CatalogueMatch,
  type PacketContent,
} from '@zhiping/contract';
import { catalogueAsks, catalogueWords, CODE_TABLES, levelNameOf, type Plan, type PlanLevel } from '@zhiping/core';
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

/** Pure part of the above. Files are numbered through in the order of the rows; their names on devices are left behind. */
export function materialOf(
  snapshot: ApplicationSnapshot,
  about: Pick<CaseFacts, 'unitName' | 'specialtyName' | 'level' | 'applicantName'>,
  plan: Pick<Plan, 'routes' | 'levelNames'>,
  verdict: string | null,
  appraisal: UnitAppraisal | null,
  catalogue: readonly CatalogueMatch[],
): Material {
  const files = snapshot.rows.flatMap((row) => row.files);
  const numberOf = new Map(files.map(({ fileId }, index) => [fileId, index + 1]));
  const rows = snapshot.rows.map((row) => ({
    kind: row.kindName,
    title: row.title,
    date: row.effectiveOn,
    facts: [
      ...row.facts.map(({ name, value }) => ({ label: name, value })),
      ...(row.ownPart === null ? [] : [{ label: '本人完成的部分', value: row.ownPart }]),
      ...catalogue
        .filter((match) => match.row === row.id)
        .map((match) => ({ label: CODE_TABLES[match.table].name, value: catalogueWords(match) })),
    ],
    fileNumbers: row.files.flatMap(({ fileId }) => numberOf.get(fileId) ?? []),
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
        { label: '业绩成果', value: countByKind(rows.map(({ kind }) => kind)) },
      ],
      selfReport: snapshot.selfReport,
      representative: representative
        ? [
            { label: '名称', value: representative.title },
            { label: '类别', value: representative.kind },
            ...(representative.date === null ? [] : [{ label: '日期', value: representative.date }]),
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

/** e.g. 项目 3 项、论文 1 项. */
function countByKind(kinds: readonly string[]): string {
  const groups = Map.groupBy(kinds, (kind) => kind);
  return [...groups].map(([kind, group]) => `${kind} ${group.length} 项`).join('、') || '无';
}
