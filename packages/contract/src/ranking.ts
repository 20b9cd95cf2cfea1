import { z } from 'zod';
import { date, id, instant, receipt, text, version } from './common.ts';
import { endpoint } from './endpoint.ts';
import { publicisedAchievement, publicisedPerson } from './publicity.ts';
import { appraisalMeeting } from './unit.ts';

const ofUnit = z.object({ unitId: id });

/** Most people ranked in one decision; beyond that the unit decides on those handed in first. */
export const MOST_CANDIDATES = 300;
/** Most candidates whose facts are asked for at once. */
export const CANDIDATES_A_PAGE = 20;

/** One person of the unit who waits for its appraisal. */
export const candidate = z.object({
  applicationId: id,
  number: z.string(),
  name: z.string(),
  route: z.string(),
  version,
  /** The caller's own application: others of the unit have to rank it. */
  own: z.boolean(),
});
export type Candidate = z.infer<typeof candidate>;

/** What is laid side by side of a candidate. */
export const candidateFacts = z.object({
  applicationId: id,
  /** Null while something of the person is not verified. */
  person: publicisedPerson.nullable(),
  achievements: z.array(publicisedAchievement),
  /** Results of the last assessments, latest first. */
  assessments: z.array(z.object({ year: z.int(), result: z.string() })),
});
export type CandidateFacts = z.infer<typeof candidateFacts>;

const group = { planId: id, specialty: z.string().max(60), level: z.string().max(40) };

export const listUnitCandidates = endpoint({
  method: 'GET',
  url: '/api/units/:unitId/candidates',
  action: 'unit.list-candidates',
  summary: '本单位等待考评的人员，按计划、专业和层级并列；以往的排序',
  params: ofUnit,
  answer: z.object({
    groups: z.array(
      z.object({
        ...group,
        planName: z.string(),
        specialtyName: z.string(),
        levelName: z.string(),
        organiserId: id,
        candidates: z.array(candidate),
      }),
    ),
    /** The last rankings, latest first. */
    rankings: z.array(
      z.object({
        id,
        planName: z.string(),
        specialtyName: z.string(),
        levelName: z.string(),
        heldOn: date,
        meeting: z.string(),
        recordedBy: z.string(),
        recordedAt: instant,
        places: z.array(
          z.object({ place: z.int(), number: z.string(), name: z.string(), chosen: z.boolean(), reason: z.string() }),
        ),
      }),
    ),
  }),
});
export type UnitCandidateGroup = z.infer<typeof listUnitCandidates.answer>['groups'][number];

export const readCandidateFacts = endpoint({
  method: 'GET',
  url: '/api/units/:unitId/candidates/facts',
  action: 'unit.list-candidates',
  summary: '等待考评的几名候选人并列的内容：基本情况、所选业绩、近年考核',
  params: ofUnit,
  query: z.object({
    /** Ids of applications, parted by commas. */
    of: z.string().regex(new RegExp(`^[\\da-f-]{36}(?:,[\\da-f-]{36}){0,${CANDIDATES_A_PAGE - 1}}$`)),
  }),
  answer: z.object({ items: z.array(candidateFacts) }),
});

/** The whole order of a group: the first is the best, nobody is left out, no two share a place. */
export const rankingInput = z.object({
  ...group,
  ...appraisalMeeting,
  order: z
    .array(
      z.object({
        applicationId: id,
        version,
        chosen: z.boolean(),
        conduct: text(500),
        reason: text(1000),
      }),
    )
    .min(1)
    .max(MOST_CANDIDATES),
});
export type RankingInput = z.infer<typeof rankingInput>;

export const rankCandidates = endpoint({
  method: 'POST',
  url: '/api/units/:unitId/rankings',
  action: 'unit.rank-candidates',
  summary: '考评领导小组对同一计划、专业和层级的全部候选人排序，逐人推荐或不推荐',
  params: ofUnit,
  body: rankingInput,
  answer: z.object({
    id,
    decided: z.array(z.object({ applicationId: id, stage: z.string() })),
    receipt,
  }),
});
