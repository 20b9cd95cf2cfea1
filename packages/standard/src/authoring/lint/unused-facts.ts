import { DOSSIER_LISTS } from '../../dossier/dossier.ts';
import { fieldsOf } from '../../dossier/fields.ts';
import type { Field } from '../../dossier/fields.ts';
import { usesOf } from '../../intake/uses.ts';
import type { TableId } from '../../intake/layout.ts';
import type { PlanForEvaluation, StandardPack } from '../../language/pack.ts';

/** Read by evaluation itself, whatever the conditions: names, dates of titles and work, what belongs together. */
const READ_ALWAYS = new Set([
  'achievements/id',
  'achievements/name',
  'achievements/project',
  'achievements/qualities',
  'achievements/effectiveOn',
  'titles/level',
  'titles/obtainedOn',
  'titles/appointedOn',
  'titles/appointedUntil',
  'titles/current',
  'workPeriods/from',
  'workPeriods/to',
  'assessments/year',
  'recommendations/name',
  'experts/name',
]);

/**
 * Facts a dossier may state that nothing asks for: no condition, counting rule or reason for a defence of these standards
 * and plans looks at them. As `list/field`, or `list/field@kind` for a kind of achievement.
 */
export function unusedFacts(packs: readonly StandardPack[], plans: readonly PlanForEvaluation[]): readonly string[] {
  const triggers = plans.flatMap(({ defence }) => (defence?.triggers ?? []).flatMap(({ node }) => node ?? []));
  const uses = usesOf(packs, [
    ...plans,
    ...plans.slice(0, 1).map((plan) => ({
      ...plan,
      counting: [],
      conditions: triggers.map((node) => ({ routes: null, node })),
    })),
  ]);
  const read = new Set([
    ...READ_ALWAYS,
    ...uses.fields,
    ...uses.atoms.map(({ table, atom }) => `${table}/${atom.field.path.join('.')}`),
  ]);
  const tables: readonly TableId[] = ['dossier', ...DOSSIER_LISTS, 'experts'];
  const facts = tables.flatMap((table) => fieldsOf(table).map((field) => nameOf(table, field)));
  return [...new Set(facts)].filter((fact) => !read.has(fact));
}

const nameOf = (table: TableId, field: Field): string => `${table}/${field.path.join('.')}`;
