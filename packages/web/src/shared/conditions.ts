import type { Outcome, Reading } from '@zhiping/standard';
import type { ConditionView } from './ui/ConditionTree.tsx';

/** What the view takes from the pack beside the outcome. */
export interface ViewContext {
  readonly readings: readonly Reading[];
  /** Official sentences by printed label, where the operator attached them. */
  readonly official?: Readonly<Record<string, string>>;
}

/**
 * The evaluation of a condition as every page shows it. A part without label and text of its own (an inner `all`) is
 * replaced by its parts.
 */
export function conditionView(outcome: Outcome, context: ViewContext): ConditionView {
  const { node, state, need, have, unit } = outcome;
  const readings = context.readings.filter((reading) => node.readings.includes(reading.id));
  return {
    id: node.id,
    state,
    label: node.label,
    text: node.text,
    count: need === null ? null : { need: amount(need, unit), have: have === null ? null : amount(have, unit) },
    evidence: outcome.counted.map(({ id, name, waiting = [] }) => ({
      id,
      text: waiting.length === 0 ? name : `${name}（待确认：${waiting.join('、')}）`,
    })),
    rejected: outcome.notCounted.map(({ id, name, reasons }) => ({ id, text: name, reason: reasons.join('；') })),
    notes: [...outcome.notes, ...(outcome.unknown.length > 0 ? [`待补充：${outcome.unknown.join('、')}`] : [])],
    reading: readings.length === 0 ? null : readings.map(meaningOf).join('；'),
    official: context.official?.[node.label] ?? null,
    children: outcome.children.flatMap((child) => partsOf(child, context)),
  };
}

const amount = (value: number, unit: string): string => (unit === '' ? String(value) : `${value} ${unit}`);

/** The meaning chosen, in words. */
const meaningOf = (reading: Reading): string => reading.meanings[reading.chosen] ?? reading.chosen;

function partsOf(outcome: Outcome, context: ViewContext): readonly ConditionView[] {
  const silent = outcome.node.label === '' && outcome.node.text === '';
  return silent ? outcome.children.flatMap((child) => partsOf(child, context)) : [conditionView(outcome, context)];
}
