import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readQuestions } from '@zhiping/core';
import { parseYaml } from '@zhiping/standard';
import { expect, test } from 'vitest';

const POLICIES = join(import.meta.dirname, '../../../../policies');
const folders = readdirSync(POLICIES, { recursive: true, encoding: 'utf8' }).filter((path) =>
  existsSync(join(POLICIES, path, 'questions.yaml')),
);

test('there are questions', () => {
  expect(folders.length).toBeGreaterThan(0);
});

test.each(folders)('every clause that an answer of %s cites stands in the standard', (folder) => {
  const read = readQuestions(parseYaml(readFileSync(join(POLICIES, folder, 'questions.yaml'), 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const cited = read.questions.questions.flatMap(({ clauses }) => clauses.map(({ label }) => label ?? ''));
  const { clauses } = JSON.parse(readFileSync(join(POLICIES, folder, 'labels.json'), 'utf8')) as {
    readonly clauses: readonly { readonly label: string }[];
  };
  const printed = new Set(clauses.map(({ label }) => label));
  expect(cited.filter((label) => !printed.has(label))).toEqual([]);
});
