import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

/** Words YAML would take for something else than text. */
const NOT_PLAIN = /^(?:yes|no|on|off|true|false|null|y|n)$/i;

/**
 * The text of a readings.yaml with other meanings chosen, everything else as it was, comments included. `choices` gives
 * the meaning by reading; one that the text lacks is left out.
 */
export function switchReadings(text: string, choices: Readonly<Record<string, string>>): string {
  const { contents } = parseDocument(text);
  if (!isSeq(contents)) return text;
  const changes = contents.items.flatMap((item) => {
    if (!isMap(item)) return [];
    const meaning = choices[String(item.get('id'))];
    const chosen: unknown = item.get('chosen', true);
    if (meaning === undefined || !isScalar(chosen) || !chosen.range) return [];
    const [start, end] = chosen.range;
    return [{ start, end, value: NOT_PLAIN.test(meaning) ? `'${meaning}'` : meaning }];
  });
  // From the end, so that the places before stay where they are.
  return changes
    .toSorted((a, b) => b.start - a.start)
    .reduce((all, { start, end, value }) => all.slice(0, start) + value + all.slice(end), text);
}
