import type { Cursor } from './cursor.ts';
import type { ReadingEffects } from './readings.ts';

export type ParameterValue = string | number;

/** The value of a parameter from a day on; `from` is empty for the first one. */
interface Dated {
  readonly from: string;
  readonly value: ParameterValue;
}

/** Parameters by name, each with its values in the order of their days. */
export type Parameters = ReadonlyMap<string, readonly Dated[]>;

const isValue = (value: unknown): value is ParameterValue => typeof value === 'string' || typeof value === 'number';

/** Reads `parameters`: a value, or a list of `{ value, from }` of which the first has no `from`. Readings may set others. */
export function parseParameters(map: Cursor | undefined, effects: ReadingEffects): Parameters {
  const parameters = new Map<string, readonly Dated[]>();
  for (const name of map?.keys() ?? []) {
    const written = map?.get(name);
    if (written) parameters.set(name, parseValues(written));
  }
  for (const [name, value] of effects.parameters) {
    if (!parameters.has(name)) map?.fail(`解读改动的参数 ${name} 没有在 parameters 中写明`);
    parameters.set(name, [{ from: '', value }]);
  }
  return parameters;
}

function parseValues(written: Cursor): readonly Dated[] {
  const value = written.scalar();
  if (isValue(value)) return [{ from: '', value }];
  if (!written.isList) {
    written.fail('参数应为数或词，或各时期的值 [{ value }, { value, from }]');
    return [];
  }
  let before = '';
  return written.items().flatMap((item, index) => {
    item.onlyKeys(['value', 'from']);
    const dated = item.get('value')?.scalar();
    const from = item.optionalText('from') ?? '';
    if (!isValue(dated)) item.fail('缺少 value，应为数或词');
    if (index === 0 && from !== '') item.get('from')?.fail('第一个值自始有效，不写 from');
    if (index > 0 && !/^\d{4}-\d{2}-\d{2}$/.test(from)) item.fail('应写明自哪一天起：from: YYYY-MM-DD');
    else if (index > 0 && from <= before) item.get('from')?.fail(`应晚于前一个值的 ${before}`);
    before = from;
    return isValue(dated) ? [{ from, value: dated }] : [];
  });
}

/** The days on which some parameter takes another value, in order. */
export const turningDays = (parameters: Parameters): readonly string[] =>
  [...new Set([...parameters.values()].flatMap((values) => values.map(({ from }) => from)))]
    .filter((day) => day !== '')
    .toSorted();

/** The value of each parameter in the period that ends before `until`; in the last period where it is null. */
export const valuesUntil = (parameters: Parameters, until: string | null): ReadonlyMap<string, ParameterValue> =>
  new Map(
    [...parameters].flatMap(([name, values]) => {
      const last = values.findLast(({ from }) => until === null || from < until);
      return last ? [[name, last.value] as const] : [];
    }),
  );
