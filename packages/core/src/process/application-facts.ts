import type { Achievement, Dossier, Expert } from '@zhiping/standard';
import { type Plan, selfScoreOf } from '../plan/index.ts';
import type { ContentFacts } from './content.ts';
import type { Subject } from './state.ts';

/** Kinds of talent a standard may look at, in the words of a dossier. */
export const TALENTS = ['overseasTalent', 'urgentTalent', 'fosteredTalent', 'youngTalent'] as const;
export type Talent = (typeof TALENTS)[number];
export const TALENT_NAMES: Readonly<Record<Talent, string>> = {
  overseasTalent: '引进的海外高层次人才',
  urgentTalent: '引进的急需紧缺人才',
  fosteredTalent: '企业培养的高层次或急需紧缺人才',
  youngTalent: '企业引进或培养的优秀青年人才',
};

/** What stands beside an application and its archive: answers of offices and letters of experts. Plain JSON. */
export interface ApplicationFacts {
  /** True once the office agreed to the request made before; null without one. */
  readonly greenAgreed: boolean | null;
  /** What the office agreed the person is, for a route that needs its consent. */
  readonly agreedTalents: readonly Talent[];
  /** True once the entrusting reply was accepted; null without one. */
  readonly entrusted: boolean | null;
  readonly recommendations: readonly Expert[];
  /** Appraisals of one achievement, by the id of its archive row. */
  readonly appraisals: readonly { readonly row: string; readonly expert: Expert }[];
  /** What departments answered, by the plan's id of the consent; absent: nobody answered. */
  readonly consents?: NonNullable<Dossier['consents']>;
}

export const NO_FACTS: ApplicationFacts = {
  greenAgreed: null,
  agreedTalents: [],
  entrusted: null,
  recommendations: [],
  appraisals: [],
};

/**
 * The dossier with what the application adds to the archive: consent of the office, entrusting reply, self-score, letters
 * of experts. What nobody stated stays unknown. Pure, used alike by the server and by the live panel of the form.
 */
export function withApplicationFacts(
  dossier: Dossier,
  plan: Plan,
  subject: Subject,
  content: Pick<ContentFacts, 'selfScore'> & { readonly talents: readonly Talent[] },
  facts: ApplicationFacts,
): Dossier {
  return {
    ...dossier,
    ...greenChannelOf(plan, subject, content.talents, facts),
    ...consentsOf(dossier, facts),
    ...selfScoreFact(plan, content),
    ...(facts.recommendations.length === 0
      ? {}
      : { recommendations: byName([...(dossier.recommendations ?? []), ...facts.recommendations]) }),
    ...(facts.appraisals.length === 0 || dossier.achievements === undefined
      ? {}
      : { achievements: dossier.achievements.map((one) => appraised(one, facts)) }),
  };
}

function consentsOf(dossier: Dossier, { entrusted, consents = {} }: ApplicationFacts): Pick<Dossier, 'consents'> {
  const stated = { ...dossier.consents, ...consents, ...(entrusted === true ? { entrusted } : {}) };
  return Object.keys(stated).length === 0 ? {} : { consents: stated };
}

function greenChannelOf(
  plan: Plan,
  subject: Subject,
  stated: readonly Talent[],
  facts: ApplicationFacts,
): Pick<Dossier, 'greenChannel'> {
  const route = plan.routes.find(({ id }) => id === subject.route);
  if (route?.priorConsent === undefined && !route?.asks?.includes('talents')) return {};
  const talents = route.priorConsent === undefined ? stated : facts.agreedTalents;
  const asked = route.asks?.includes('talents') ? TALENTS.map((one) => [one, talents.includes(one)] as const) : [];
  const agreed = route.priorConsent === undefined || facts.greenAgreed === null ? {} : { agreed: facts.greenAgreed };
  return { greenChannel: { ...agreed, ...Object.fromEntries(asked) } };
}

function selfScoreFact(plan: Plan, content: Pick<ContentFacts, 'selfScore'>): Pick<Dossier, 'selfScore'> {
  if (!plan.selfScore) return {};
  const result = selfScoreOf(plan.selfScore, content.selfScore);
  if (result.lines.length === 0) return {};
  return {
    selfScore: { hundredths: result.total, mountainHundredths: result.mountain, evidence: result.evidenced },
  };
}

/** Letters to an achievement; only reports and papers are appraised in any document so far. */
function appraised(achievement: Achievement, facts: ApplicationFacts): Achievement {
  if (achievement.kind !== 'report' && achievement.kind !== 'paper') return achievement;
  const experts = facts.appraisals.filter(({ row }) => row === achievement.id).map(({ expert }) => expert);
  return experts.length === 0
    ? achievement
    : { ...achievement, appraisals: byName([...(achievement.appraisals ?? []), ...experts]) };
}

/** A person named in the archive and by a letter is one; the letter, which comes later, stands. */
function byName(experts: readonly Expert[]): readonly Expert[] {
  const known = new Map<string, Expert>();
  for (const [index, expert] of experts.entries()) known.set(expert.name?.trim() ?? `#${index}`, expert);
  return [...known.values()];
}
