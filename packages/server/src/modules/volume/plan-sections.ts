import type { Plan } from '@zhiping/core';

type Volume = Plan['documents']['volumes'][number];
export type Section = Volume['holds'][number];

/** A volume with its sections for one way of applying. */
export interface VolumePlan {
  readonly name: string;
  readonly sections: readonly Section[];
}

/**
 * Volumes in the order the plan prescribes. A plan that prescribes none gets one with its forms and everything else; kinds no
 * section names go into a last section, so that nothing submitted is left out.
 */
export function volumesOf(plan: Plan, route: string, kinds: readonly string[]): readonly VolumePlan[] {
  const fits = (routes: readonly string[] | undefined): boolean => routes === undefined || routes.includes(route);
  const asked = plan.documents.volumes.map(({ name, holds }) => ({
    name,
    sections: holds.filter(({ routes }) => fits(routes)),
  }));
  const own: readonly Section[] = plan.documents.forms
    .filter(({ prints, routes, bound }) => prints !== undefined && bound > 0 && fits(routes))
    .flatMap(({ name, prints }) => (prints === undefined ? [] : [{ title: name, prints, listed: false }]));
  const volumes: readonly VolumePlan[] = asked.length > 0 ? asked : [{ name: '申报材料', sections: own }];
  const named = new Set(volumes.flatMap(({ sections }) => sections.flatMap((one) => one.kinds ?? [])));
  const left = [...new Set(kinds)].filter((kind) => !named.has(kind));
  if (left.length === 0) return volumes;
  const rest: Section = { title: asked.length > 0 ? '其他材料' : '证明材料', kinds: left, listed: false };
  return volumes.map((volume, at) =>
    at === volumes.length - 1 ? { ...volume, sections: [...volume.sections, rest] } : volume,
  );
}
