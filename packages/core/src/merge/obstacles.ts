import { administratorsApart } from '../permission/administrators.ts';
import type { Relation } from '../permission/types.ts';

/** Where one account sits in a meeting or chairs it. */
export interface HeldSeat {
  readonly meetingId: string;
  readonly organiserId: string;
  readonly closed: boolean;
}
/** An application as far as it may bar a merge. */
export interface HeldApplication {
  readonly planId: string;
  /** Neither ended nor certified. */
  readonly open: boolean;
  /** Bars another one in the same plan: open, or certified. */
  readonly occupies: boolean;
  /** The meeting it came before, be it closed. */
  readonly meetingId: string | null;
}
/** What one account is and has that may bar its merge with another. */
export interface Holdings {
  readonly relations: readonly { readonly relation: Relation; readonly organiserId: string | null }[];
  readonly applications: readonly HeldApplication[];
  readonly seats: readonly HeldSeat[];
  /** The unit it belongs to now. */
  readonly unitId: string | null;
  /** Organisers in whose pool it has an entry, and whether that entry is in use. */
  readonly pools: readonly { readonly organiserId: string; readonly active: boolean }[];
  /** Delegations offered or taken that are not over. */
  readonly delegations: number;
  /** Things one may have only once at a time, each by what makes it one: `kind:key`. */
  readonly single: readonly string[];
}
/** What was done between the two accounts. */
export interface Dealings {
  /** Cases, archive rows and attestations of one account that the other decided on. */
  readonly decidedOneself: number;
  /** Things that need two people, done by these two accounts. */
  readonly fourEyes: number;
}

/** What stands in the way of joining two accounts. Words for people are in `OBSTACLES`. */
export type ObstacleKind =
  | 'administrators'
  | 'two-sides'
  | 'own-meeting'
  | 'two-seats'
  | 'open-seat'
  | 'decided-oneself'
  | 'four-eyes'
  | 'same-plan'
  | 'both-open'
  | 'two-units'
  | 'two-entries'
  | 'delegation'
  | 'waiting-twice';

/**
 * Everything that stands in the way, in the order of its weight.
 *
 * @param into the account that stays
 * @param from the account that is joined into it
 */
export function obstaclesTo(into: Holdings, from: Holdings, between: Dealings): readonly ObstacleKind[] {
  const found: readonly (readonly [ObstacleKind, boolean])[] = [
    ['administrators', !administratorsApart([...into.relations, ...from.relations].map(({ relation }) => relation))],
    ['decided-oneself', between.decidedOneself > 0],
    ['four-eyes', between.fourEyes > 0],
    ['own-meeting', inOwnMeeting(into, from) || inOwnMeeting(from, into)],
    ['two-seats', from.seats.some((seat) => into.seats.some(({ meetingId }) => meetingId === seat.meetingId))],
    ['two-sides', onTwoSides(into, from) || onTwoSides(from, into)],
    ['open-seat', from.seats.some(({ closed }) => !closed)],
    ['same-plan', inSamePlan(into, from)],
    ['both-open', into.applications.some(({ open }) => open) && from.applications.some(({ open }) => open)],
    ['two-units', into.unitId !== null && from.unitId !== null && into.unitId !== from.unitId],
    ['two-entries', inTwoPools(into, from)],
    ['delegation', from.delegations > 0],
    ['waiting-twice', from.single.some((one) => into.single.includes(one))],
  ];
  return found.flatMap(([kind, stands]) => (stands ? [kind] : []));
}

/** One judges, or judged, in the meeting before which the other's application came. */
function inOwnMeeting(judge: Holdings, applicant: Holdings): boolean {
  const meetings = new Set(judge.seats.map(({ meetingId }) => meetingId));
  return applicant.applications.some(({ meetingId }) => meetingId !== null && meetings.has(meetingId));
}

function inSamePlan(into: Holdings, from: Holdings): boolean {
  const occupied = new Set(into.applications.filter(({ occupies }) => occupies).map(({ planId }) => planId));
  return from.applications.some(({ occupies, planId }) => occupies && occupied.has(planId));
}

/** An entry in use cannot move to where the account that stays has one already. */
function inTwoPools(into: Holdings, from: Holdings): boolean {
  return from.pools.some(
    ({ active, organiserId }) => active && into.pools.some((one) => one.organiserId === organiserId),
  );
}

/** The office's work, the supervision of it and the judging are not in one hand, as with delegations. */
function onTwoSides(one: Holdings, other: Holdings): boolean {
  const works = one.relations.filter(({ relation }) => relation === 'office' || relation === 'supervisor');
  return works.some(
    ({ relation, organiserId }) =>
      other.seats.some((seat) => !seat.closed && seat.organiserId === organiserId) ||
      (relation === 'office' &&
        other.relations.some((held) => held.relation === 'supervisor' && held.organiserId === organiserId)),
  );
}

/** What to read and what to do, for each. */
export const OBSTACLES: Readonly<Record<ObstacleKind, { readonly says: string; readonly what: string }>> = {
  administrators: {
    says: '两个账户合在一起会兼任两种管理员，不合三员分立',
    what: '请系统管理员先结束其中一种管理员身份。',
  },
  'decided-oneself': {
    says: '其中一个账户办理过另一个账户的申报、档案或证明',
    what: '自己办理了自己的材料，合并前须由组建单位的监督人员查明处理，不能自行合并。',
  },
  'four-eyes': {
    says: '须由两人办理的事项，是这两个账户办理的',
    what: '合并前须由组建单位的监督人员查明处理，不能自行合并。',
  },
  'own-meeting': {
    says: '其中一个账户是评审会议的专家或主任委员，另一个账户的申报在这次会议上评审',
    what: '涉及应回避而没有回避，请联系组建单位的监督人员查明处理，不能自行合并。',
  },
  'two-seats': {
    says: '两个账户在同一次评审会议中都有席位',
    what: '涉及一人两票，请联系组建单位的监督人员查明处理，不能自行合并。',
  },
  'two-sides': {
    says: '两个账户在同一组建单位分别担任办公室、监督或评审的工作',
    what: '这些工作须由不同的人担任，请先结束其中一种身份，或等会议结束后再合并。',
  },
  'open-seat': {
    says: '要并入的账户在没有结束的评审会议中有席位',
    what: '请等会议结束后再合并，或保留那个账户、把这个账户并入。',
  },
  'same-plan': {
    says: '两个账户在同一评审计划中都有申报',
    what: '一个人在一个计划中只能有一件申报，请先撤回其中一件。',
  },
  'both-open': {
    says: '两个账户都有正在办理的申报',
    what: '请先撤回其中一件，或等其中一件办完后再合并。',
  },
  'two-units': {
    says: '两个账户属于不同的用人单位',
    what: '一个人同时只属于一个单位，请先在“我的单位”中离开其中一个。',
  },
  'two-entries': {
    says: '两个账户在同一组建单位的专家库中都有登记',
    what: '请组建单位的办公室先停用要并入账户的专家登记。',
  },
  delegation: {
    says: '要并入的账户有没有结束的委托或移交',
    what: '请先用那个账户在“委托与移交”中结束或收回。',
  },
  'waiting-twice': {
    says: '两个账户有同一种只能办理一件的事项（加入单位、聘任、初审、信息请求或登记查询）',
    what: '请先撤回其中一件，或等其中一件办完后再合并。',
  },
};
