import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadStandard, loadVocabulary } from '../authoring/standard.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { evaluate } from './evaluate.ts';

const file = join(import.meta.dirname, '../../../../policies/vocabulary.yaml');
const vocabulary = loadVocabulary('vocabulary.yaml', readFileSync(file, 'utf8'));
if (!vocabulary.ok) throw new Error(JSON.stringify(vocabulary.problems));
const words = vocabulary.value;

/** A standard of one level and route whose condition is `node`. */
function packOf(node: string) {
  const text = `
id: small
name: 小标准
jurisdiction: liaoning
series: 工程
document: { title: 小, number: 小〔2024〕1号, issued-on: 2024-01-01, in-force-from: 2024-01-01 }
tenure: ANNIVERSARY_AT
levels:
  - { level: engineer, name: 工程师, label: 五, routes: [{ route: normal, name: 正常申报, ${node.replaceAll('\n', ' ')} }] }
`;
  const loaded = loadStandard({ standard: { file: 'small.yaml', text }, vocabulary: words });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value.pack;
}

function routeOf(node: string, dossier: Dossier) {
  const answer = evaluate({ pack: packOf(node), dossier, level: 'engineer', asOf: '2024-07-15' });
  if (!answer.ok) throw new Error(answer.refusal.message);
  const [route] = answer.evaluation.routes;
  return { verdict: route?.verdict, settled: route?.settled, bounded: route?.bounded };
}

const EITHER_WAY = `any: [
  { text: 有, all: [{ text: 合, fact: conduct.ethical }, { text: 岗, fact: applicant.onPost }] },
  { text: 无, all: [{ text: 不合, not: { text: 合, fact: conduct.ethical } }, { text: 岗, fact: applicant.onPost }] }]`;

describe('what is unknown', () => {
  test('does not matter where both values of it give the same answer', () => {
    expect(routeOf(EITHER_WAY, { applicant: { onPost: true } })).toEqual({
      verdict: 'eligible',
      settled: true,
      bounded: false,
    });
  });

  test('matters where the answer depends on it, and where another fact is unknown too', () => {
    expect(routeOf(EITHER_WAY, {})).toMatchObject({ verdict: 'incomplete', settled: false });
    expect(routeOf('fact: conduct.ethical', {})).toMatchObject({ verdict: 'incomplete', settled: false });
  });

  test('does not turn judgement into certainty', () => {
    const node = `any: [
      { text: 甲, all: [{ text: 合, fact: conduct.ethical }, { id: ask, text: 问, judge: true }] },
      { text: 乙, all: [{ text: 不合, not: { text: 合, fact: conduct.ethical } }, { text: 岗, fact: applicant.onPost }] }]`;
    expect(routeOf(node, { applicant: { onPost: true } })).toMatchObject({ verdict: 'incomplete' });
    const judged: Dossier = { applicant: { onPost: true }, judgements: { ask: { result: 'met' } } };
    expect(routeOf(node, judged)).toMatchObject({ verdict: 'eligible', settled: true });
  });

  test('is said to be too much to try beyond twelve facts', () => {
    const facts = Array.from({ length: 13 }, (_, index) => `{ text: 年${index}, fact: probation.years = ${index} }`);
    const node = `any: [${facts.join(', ')}, { text: 非, not: { text: 年, fact: probation.years = 0 } }]`;
    expect(routeOf(node, {})).toEqual({ verdict: 'incomplete', settled: false, bounded: true });
  });
});
