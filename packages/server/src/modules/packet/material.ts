import type { PacketContent } from '@zhiping/contract';
import { PLAN_LEVEL_NAMES, PLAN_LEVELS } from '@zhiping/core';
import { z } from 'zod';
import type { Ctx } from '../../context.ts';
import { type CaseFacts, lastSubmission } from '../application/index.ts';
import type { Mark } from './redact.ts';

/** What a packet is made from. */
export interface Material {
  readonly content: PacketContent;
  readonly files: readonly { readonly blobId: string; readonly mediaType: string }[];
  /** Further texts that tell who the applicant is, e.g. colleagues' or partners' names. */
  readonly marks: readonly Mark[];
}

/** What of a snapshot is read here; the rest stays with the application. */
const submitted = z.object({ selfReport: z.string().catch('') }).catch({ selfReport: '' });

/** The material of one case from what was last submitted. */
export async function packetMaterial(ctx: Ctx, about: CaseFacts): Promise<Material> {
  const submission = await lastSubmission(ctx, about.applicationId);
  const { selfReport } = submitted.parse(submission?.snapshot);
  const level = PLAN_LEVELS.find((one) => one === about.level);
  return {
    content: {
      summary: [
        { label: '工作单位', value: about.unitName },
        { label: '申报专业', value: about.specialtyName },
        { label: '申报职称', value: level === undefined ? about.level : PLAN_LEVEL_NAMES[level] },
      ],
      selfReport,
      representative: [],
      rows: [],
      unitOpinion: [],
      checks: [],
    },
    files: [],
    marks: [],
  };
}
