import { expect, test } from 'vitest';
import { readPolicy } from '../packs/testing/pack-files.ts';
import { parseYaml } from './parse-yaml.ts';
import { switchReadings } from './switch-readings.ts';

test('only the chosen meaning changes; comments and all else stay', () => {
  const text = "# 说明\n- id: a\n  chosen: one # 现在\n  because: x\n- id: b\n  chosen: 'yes'\n";
  expect(switchReadings(text, { a: 'two', c: 'x' })).toBe(text.replace('one', 'two'));
  expect(switchReadings(text, { a: 'no', b: 'later' })).toBe(text.replace('one', "'no'").replace("'yes'", 'later'));
  expect(switchReadings(text, {})).toBe(text);
});

test('in a whole pack exactly one reading differs', () => {
  const text = readPolicy('liaoning/ln-sec-2024', 'readings.yaml');
  type Written = readonly { readonly id: string; readonly chosen: string }[];
  const before = parseYaml(text) as Written;
  const after = parseYaml(switchReadings(text, { 'items-not-share': 'shared' })) as Written;
  expect(after.map(({ id, chosen }) => [id, chosen])).toEqual(
    before.map(({ id, chosen }) => [id, id === 'items-not-share' ? 'shared' : chosen]),
  );
});
