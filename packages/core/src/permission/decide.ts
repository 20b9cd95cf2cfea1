import type { Action, Actor, HeldRelation, PermissionRow, Relation, TargetFacts } from './types.ts';

/** Relations in which `actor` stands to a target. Always contains `public`. */
export function relationsTo(actor: Actor, target: TargetFacts): ReadonlySet<Relation> {
  const relations = new Set<Relation>(['public']);
  if (actor.kind !== 'person' || actor.personId === null) return relations;
  // A program never touches the own matters of the person who made its token.
  const own = target.applicantPersonId === actor.personId;
  if (actor.token !== undefined) return own ? relations : heldFor(actor, target, relations);
  relations.add('signed-in');
  if (own) relations.add('applicant');
  if (actor.limited === true) return relations;
  if (target.recusedPersonIds?.includes(actor.personId)) return relations;
  for (const held of actor.held) if (mayActBy(held, target)) relations.add(held.relation);
  if (target.expertPersonIds?.includes(actor.personId)) relations.add('expert');
  if (target.chairPersonId === actor.personId) relations.add('chair');
  // Nobody decides the own case, whatever else they are.
  if (relations.has('applicant')) for (const own of OTHER_SIDE) relations.delete(own);
  return relations;
}

function heldFor(actor: Actor, target: TargetFacts, relations: Set<Relation>): ReadonlySet<Relation> {
  if (actor.personId !== null && target.recusedPersonIds?.includes(actor.personId)) return relations;
  for (const held of actor.held) if (holdsFor(held, target)) relations.add(held.relation);
  return relations;
}

const OTHER_SIDE: readonly Relation[] = [
  'unit',
  'authority',
  'association',
  'office',
  'confirmer',
  'expert',
  'chair',
  'supervisor',
];

function holdsFor(held: HeldRelation, target: TargetFacts): boolean {
  switch (held.relation) {
    case 'unit':
      return same(held.subjectId, target.unitId);
    case 'authority':
      return same(held.subjectId, target.authorityId);
    case 'association':
      return same(held.subjectId, target.associationId);
    case 'confirmer':
      return same(held.subjectId, target.confirmerId);
    case 'office':
    case 'supervisor':
    case 'policy-owner':
      return same(held.organiserId, target.organiserId);
    case 'system-admin':
    case 'security-admin':
    case 'audit-admin':
      return true;
    // These come from the target itself, never from a held row.
    case 'public':
    case 'signed-in':
    case 'applicant':
    case 'expert':
    case 'chair':
      return false;
  }
}

/** In a colleague's place nobody decides that colleague's own case, nor one the colleague is barred from. */
function mayActBy(held: HeldRelation, target: TargetFacts): boolean {
  if (!holdsFor(held, target)) return false;
  const { inPlaceOf } = held;
  if (inPlaceOf === undefined) return true;
  return target.applicantPersonId !== inPlaceOf && target.recusedPersonIds?.includes(inPlaceOf) !== true;
}

/** In whose place somebody acts in a relation to a target; null where the relation is their own. */
export function inPlaceOf(actor: Actor, target: TargetFacts, relation: string): string | null {
  const fitting = actor.held.filter((held) => held.relation === relation && mayActBy(held, target));
  if (fitting.length === 0 || fitting.some((held) => held.inPlaceOf === undefined)) return null;
  return fitting[0]?.inPlaceOf ?? null;
}

function same(a: string | null | undefined, b: string | null | undefined): boolean {
  return a !== null && a !== undefined && a === b;
}

/** The answer of the table: not allowed, or allowed with the fields that may be seen. */
export type Permission =
  | { readonly allowed: false }
  | { readonly allowed: true; readonly fields: ReadonlySet<string> | 'all' };

/** Looks one action up. Unknown actions, relations and stages are refused. */
export function decide(
  table: readonly PermissionRow[],
  action: Action,
  relations: ReadonlySet<Relation>,
  stage: string,
): Permission {
  const rows = table.filter(
    (row) =>
      row.action === action && relations.has(row.relation) && (row.stages === 'any' || row.stages.includes(stage)),
  );
  if (rows.length === 0) return { allowed: false };
  if (rows.some((row) => row.fields === 'all')) return { allowed: true, fields: 'all' };
  return { allowed: true, fields: new Set(rows.flatMap((row) => row.fields)) };
}

/** Keeps the top-level fields that may be seen, in their order. */
export function project<T extends object>(value: T, fields: ReadonlySet<string> | 'all'): Partial<T> {
  if (fields === 'all') return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => fields.has(key))) as Partial<T>;
}

/**
 * For lists: the relations under which `actor` may do `action`, each with the ids it is held for, so that a query
 * can be limited in its WHERE clause. An empty answer means an empty list.
 */
export function scopeOf(
  table: readonly PermissionRow[],
  action: Action,
  actor: Actor,
): readonly {
  readonly relation: Relation;
  readonly stages: readonly string[] | 'any';
  readonly ids: readonly string[];
}[] {
  return table
    .filter((row) => row.action === action)
    .map((row) => ({ relation: row.relation, stages: row.stages, ids: idsFor(actor, row.relation) }))
    .filter(({ ids }) => ids.length > 0);
}

function idsFor(actor: Actor, relation: Relation): readonly string[] {
  if (relation === 'public') return ['*'];
  if (actor.personId === null) return [];
  if (actor.token !== undefined && !actor.held.some((held) => held.relation === relation)) return [];
  if (relation === 'signed-in') return ['*'];
  if (relation === 'applicant') return [actor.personId];
  if (actor.limited === true) return [];
  if (relation === 'expert' || relation === 'chair') return [actor.personId];
  return actor.held
    .filter((held) => held.relation === relation)
    .map((held) =>
      relation === 'office' || relation === 'supervisor' || relation === 'policy-owner'
        ? held.organiserId
        : held.subjectId,
    )
    .filter((id) => id !== null);
}
