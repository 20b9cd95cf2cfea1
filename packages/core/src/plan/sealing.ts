import { z } from 'zod';
import type { Plan, UnitMatch } from './schema.ts';
import {
  AUTHORITY_KIND_NAMES,
  AUTHORITY_KINDS,
  type AuthorityKind,
  UNIT_AFFILIATION_NAMES,
  UNIT_KIND_NAMES,
  UNIT_NATURE_NAMES,
  type UnitTraits,
} from './vocabulary.ts';

const text = z.string().min(1);
const common = {
  /** What this body does, in the document's word, e.g. 会同审核. */
  as: text.default('审核推荐'),
  /** Reports the cases on to the committee and prepares the package; the last body where none is marked. */
  leads: z.boolean().default(false),
};

/** How one body of a row is found among the registered authorities. */
export const sealStepSchema = z.discriminatedUnion('find', [
  /** By its name. */
  z.strictObject({ ...common, find: z.literal('named'), name: text }),
  /** The one the unit was registered with: its own department. */
  z.strictObject({ ...common, find: z.literal('registered') }),
  /**
   * By kind and the unit's area below the province: `city` the widest one, `county` a narrower one, `any` the one the unit
   * was registered with if it fits, else the widest. An optional one is left out where none is registered.
   */
  z.strictObject({
    ...common,
    find: z.literal('area'),
    kind: z.enum(AUTHORITY_KINDS),
    reach: z.enum(['city', 'county', 'any']),
    optional: z.boolean().default(false),
  }),
]);
export type SealStep = z.infer<typeof sealStepSchema>;

/** One registered authority, as far as the table looks at it. */
export interface AuthorityFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: AuthorityKind;
  readonly area: string;
}

/** What the table looks at in a unit. */
export interface SealedUnit extends UnitTraits {
  readonly area: string;
  /** Authority it was registered with. */
  readonly authorityId: string | null;
}

/** One body of the chain. `authority` is null where none that fits is registered: the office has to name it. */
export interface Seal {
  readonly authority: AuthorityFacts | null;
  /** Whom the table asks for, in words. */
  readonly wanted: string;
  readonly as: string;
  readonly leads: boolean;
}

export interface SealChain {
  readonly seals: readonly Seal[];
  readonly label: string;
  /** Who hands the papers in for units without a department of their own. */
  readonly via: string | null;
  /** Why these bodies, as a sentence. */
  readonly why: string;
}

/**
 * Who approves and seals one unit's cases, in order, and why: the first row of the plan's table that fits the unit
 * (LN-2024 五(六), ZJ 六, TJ 二(三)). `authorities` may hold more than are needed; a body that would come twice comes once.
 */
export function sealChainOf(plan: Plan, unit: SealedUnit, authorities: readonly AuthorityFacts[]): SealChain {
  const row = sealingRowOf(plan, unit);
  const seals: Seal[] = [];
  for (const step of row.steps) {
    const authority = findAuthority(step, unit, plan.scope.province, authorities);
    if (authority === null && step.find === 'area' && step.optional) continue;
    if (authority !== null && seals.some((seal) => seal.authority?.id === authority.id)) continue;
    seals.push({ authority, wanted: wantedOf(step), as: step.as, leads: step.leads });
  }
  return {
    seals,
    label: row.label,
    via: row.via ?? null,
    why: `${unitWords(row.unit, unit)}，依据“${row.label}”，由${row.authority}审核。`,
  };
}

/** Names and kinds to look registered authorities up by. */
export function soughtAuthorities(
  plan: Plan,
  unit: UnitTraits,
): { readonly names: readonly string[]; readonly kinds: readonly AuthorityKind[] } {
  const { steps } = sealingRowOf(plan, unit);
  return {
    names: steps.flatMap((step) => (step.find === 'named' ? [step.name] : [])),
    kinds: steps.flatMap((step) => (step.find === 'area' ? [step.kind] : [])),
  };
}

/** The first row that fits. Throws `RangeError` where none does, which the linter rules out. */
export function sealingRowOf(plan: Plan, unit: UnitTraits): Plan['sealing'][number] {
  const row = plan.sealing.find((one) => unitMatches(one.unit, unit));
  if (!row) throw new RangeError(`${plan.pack}：没有适用于该单位的盖章部门`);
  return row;
}

export function unitMatches(match: UnitMatch | undefined, unit: UnitTraits): boolean {
  if (!match) return true;
  return (
    (match.affiliation === undefined || match.affiliation.includes(unit.affiliation)) &&
    (match.nature === undefined || match.nature.includes(unit.nature)) &&
    (match.kind === undefined || match.kind.includes(unit.kind))
  );
}

function findAuthority(
  step: SealStep,
  unit: SealedUnit,
  province: string,
  authorities: readonly AuthorityFacts[],
): AuthorityFacts | null {
  switch (step.find) {
    case 'named':
      return authorities.find(({ name }) => name === step.name) ?? null;
    case 'registered':
      return authorities.find(({ id }) => id === unit.authorityId) ?? null;
    case 'area': {
      const below = (area: string) => (area.startsWith(province) ? area.slice(province.length) : area);
      const fitting = authorities
        .filter(
          ({ kind, area }) => kind === step.kind && below(area) !== '' && below(unit.area).startsWith(below(area)),
        )
        .toSorted((a, b) => below(a.area).length - below(b.area).length || (a.id < b.id ? -1 : 1));
      const [widest] = fitting;
      const registered = fitting.find(({ id }) => id === unit.authorityId);
      if (step.reach === 'any') return registered ?? widest ?? null;
      const atWidest = (one: AuthorityFacts) => below(one.area).length === below(widest?.area ?? '').length;
      const reached = fitting.filter((one) => atWidest(one) === (step.reach === 'city'));
      return reached.find(({ id }) => id === unit.authorityId) ?? reached.at(-1) ?? null;
    }
  }
}

function wantedOf(step: SealStep): string {
  switch (step.find) {
    case 'named':
      return step.name;
    case 'registered':
      return '单位登记的主管部门';
    case 'area':
      return `单位所在${REACH_NAMES[step.reach]}${AUTHORITY_KIND_NAMES[step.kind]}`;
  }
}

const REACH_NAMES = { city: '市', county: '县（市、区）', any: '市（县、区）' } as const;

/** What of the unit made the row fit, in words. */
function unitWords(match: UnitMatch | undefined, unit: UnitTraits): string {
  const words = [
    ...(match?.affiliation === undefined ? [] : [UNIT_AFFILIATION_NAMES[unit.affiliation]]),
    ...(match?.nature === undefined ? [] : [UNIT_NATURE_NAMES[unit.nature]]),
    ...(match?.kind === undefined ? [] : [UNIT_KIND_NAMES[unit.kind]]),
  ];
  return words.length === 0 ? '单位不属于前面各类' : `单位属于${words.join('、')}`;
}
