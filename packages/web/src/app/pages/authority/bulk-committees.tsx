import { readSealing, type Sealing, type WorklistLine } from '@zhiping/contract';
import { useQueries } from '@tanstack/react-query';
import { call, keyOf } from '../../call.ts';
import { CommitteeChoice } from './seal-fields.tsx';

/** By group, the committees to choose among; null where the plan leaves no choice. */
export type Choices = ReadonlyMap<string, Sealing['choice']>;

/** Applications of one organiser and specialty go to the same committees: they are chosen once. */
export const groupOf = (line: WorklistLine): string => `${line.organiserId} ${line.specialty}`;

const groupsOf = (lines: readonly WorklistLine[]) =>
  [...Map.groupBy(lines, groupOf)].flatMap(([group, members]) => {
    const [first] = members;
    return first === undefined ? [] : [{ group, first, count: members.length }];
  });

/** The choices of all groups, asked once a group of one of its applications; null until everything is known. */
export function useChoices(lines: readonly WorklistLine[]): Choices | null {
  const groups = groupsOf(lines);
  return useQueries({
    queries: groups.map(({ first }) => {
      const input = { params: { id: first.id } };
      return { queryKey: keyOf(readSealing, input), queryFn: () => call(readSealing, input) };
    }),
    combine: (results) => {
      const choices = new Map<string, Sealing['choice']>();
      for (const [index, { group }] of groups.entries()) {
        const data = results[index]?.data;
        if (data === undefined) return null;
        choices.set(group, data.choice);
      }
      return choices;
    },
  });
}

/** Where the submitting authority chooses the committee: one choice a specialty, for all of it that is picked. */
export function BulkCommittees(props: {
  lines: readonly WorklistLine[];
  choices: Choices;
  chosen: ReadonlyMap<string, string>;
  onChoose: (group: string, committee: string) => void;
}) {
  const { lines, choices, chosen, onChoose } = props;
  return groupsOf(lines).map(({ group, first, count }) => {
    const choice = choices.get(group) ?? null;
    return choice === null ? null : (
      <section key={group} className="zp-card" aria-label={`${first.specialty}的评审委员会`}>
        <h2>
          {first.specialty}（{count} 件）
        </h2>
        <CommitteeChoice choice={choice} chosen={chosen.get(group) ?? null} onChoose={(id) => onChoose(group, id)} />
      </section>
    );
  });
}

/** To which committee how many go, one sentence each. */
export function committeeEffects(
  lines: readonly WorklistLine[],
  choices: Choices,
  chosen: ReadonlyMap<string, string>,
): readonly string[] {
  return groupsOf(lines).flatMap(({ group, first, count }) => {
    const name = choices.get(group)?.committees.find(({ id }) => id === chosen.get(group))?.name;
    return name === undefined ? [] : [`${first.specialty} ${count} 件报送${name}。`];
  });
}
