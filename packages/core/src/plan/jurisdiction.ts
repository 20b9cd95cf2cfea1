import type { Plan, Specialty } from './schema.ts';
import { unitMatches } from './sealing.ts';
import { PLAN_LEVEL_NAMES, type PlanLevel, type PlanRoute, type UnitTraits } from './vocabulary.ts';

/** Which committee takes a case. */
export type Jurisdiction =
  | { readonly accepts: 'here'; readonly label: string }
  /** Taken here once the written reply to the entrusting letter is there. */
  | { readonly accepts: 'entrusted'; readonly needs: string; readonly label: string }
  | { readonly accepts: 'elsewhere'; readonly by: string; readonly label: string }
  /** The document does not say; the office has to be asked. */
  | { readonly accepts: 'ask'; readonly reason: string; readonly label: string }
  | { readonly accepts: 'level-not-offered'; readonly offered: readonly PlanLevel[]; readonly label: string }
  | { readonly accepts: 'unknown' };

export interface JurisdictionQuestion {
  readonly specialty: string;
  readonly level: PlanLevel;
  readonly unit: UnitTraits;
}

/** Looks a case up in the table of review authority (LN-2024 二, 八(一)). The first row that fits decides. */
export function jurisdictionOf(plan: Plan, question: JurisdictionQuestion): Jurisdiction {
  const specialty = specialtyOf(plan, question.specialty);
  if (!specialty) return { accepts: 'unknown' };
  if (!specialty.levels.includes(question.level)) {
    return { accepts: 'level-not-offered', offered: specialty.levels, label: specialty.label };
  }
  if (plan.entrusted?.affiliations.includes(question.unit.affiliation)) {
    return { accepts: 'entrusted', needs: plan.entrusted.needs, label: plan.entrusted.label };
  }
  const row = plan.committees.find(
    ({ groups, levels, unit }) =>
      groups.includes(specialty.group) &&
      (levels === undefined || levels.includes(question.level)) &&
      unitMatches(unit, question.unit),
  );
  if (!row) return { accepts: 'unknown' };
  switch (row.accepts) {
    case 'here':
      return { accepts: 'here', label: row.label };
    case 'elsewhere':
      return { accepts: 'elsewhere', by: row.by, label: row.label };
    case 'ask':
      return { accepts: 'ask', reason: row.reason, label: row.label };
  }
}

export function specialtyOf(plan: Plan, id: string): Specialty | undefined {
  return plan.specialties.find((specialty) => specialty.id === id);
}

/** What a level is called in the plan's series. */
export function levelNameOf(plan: Pick<Plan, 'levelNames'>, level: PlanLevel): string {
  return plan.levelNames?.[level] ?? PLAN_LEVEL_NAMES[level];
}

/** Routes a specialty and level may be applied for by. */
export function routesFor(plan: Plan, level: PlanLevel): readonly PlanRoute[] {
  return plan.routes.filter(({ levels }) => levels === undefined || levels.includes(level)).map(({ id }) => id);
}
