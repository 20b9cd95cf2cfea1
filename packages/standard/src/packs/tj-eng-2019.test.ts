import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/evaluate.ts';
import type { State } from '../language/state.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { loadPack, readDossier } from './testing/pack-files.ts';
import { describePack } from './testing/pack-suite.ts';
import { statesById } from './testing/states.ts';

const FOLDER = 'tianjin/tj-eng-2019';
describePack(FOLDER, { plans: [], fewestConditions: 300 });

// One reading, the meaning switched to, an example and a condition whose value follows.
const switches: readonly [string, string, TitleLevel, string, string, State, State][] = [
  ['items-not-share', 'shared', 'engineer', 'engineer-project-two-items', 'engineer-3', 'unmet', 'met'],
  ['planning-and-unit-rules', 'either', 'engineer', 'engineer-planning-only', 'engineer-3-3', 'unmet', 'met'],
  ['economic-only', 'either', 'engineer', 'engineer-social-benefit-only', 'engineer-3-4', 'unmet', 'met'],
  ['journal-or-conference', 'any', 'engineer', 'engineer-conference-city', 'engineer-3-5', 'unmet', 'met'],
  ['district-level', 'bureau', 'engineer', 'engineer-exception-award-fifth', 'engineer-4-1', 'met', 'unmet'],
  ['after-title-what', 'held', 'engineer', 'engineer-topic-before-title', 'engineer-3', 'unmet', 'met'],
  ['doctor-without-title', 'needed', 'senior', 'senior-doctor-two-years', 'senior-1', 'met', 'unmet'],
  ['same-project-once', 'each', 'senior', 'senior-topics-one-project', 'senior-3-2', 'unmet', 'met'],
  ['same-project-once', 'every-kind', 'senior', 'senior-papers-one-project', 'senior-3-6-papers', 'met', 'unmet'],
  ['projects-and-products', 'either', 'senior', 'senior-projects-only', 'senior-3-5', 'unmet', 'met'],
  ['benefit-both', 'either', 'senior', 'senior-patent-good', 'senior-3-7', 'unmet', 'met'],
  ['direct-enterprise', 'anyone', 'senior', 'senior-direct-institution', 'direct-person', 'unmet', 'met'],
  ['full-senior-degree', 'degree-too', 'full-senior', 'full-senior-degree-only', 'full-senior-1', 'unmet', 'met'],
  [
    'at-least-one-of-what',
    'free',
    'full-senior',
    'full-senior-host-unit-level',
    'full-senior-3-1-host',
    'unmet',
    'met',
  ],
  ['topic-and-report', 'alone', 'full-senior', 'full-senior-topic-no-report', 'full-senior-3-3', 'unmet', 'met'],
];

describe('换用解读', () => {
  test.each(switches)('%s 换为 %s', (reading, meaning, level, example, condition, before, after) => {
    const dossier = readDossier(FOLDER, example);
    const value = (choices: Readonly<Record<string, string>>) => {
      const answer = evaluate({ pack: loadPack(FOLDER, choices).pack, dossier, level, asOf: '2024-07-15' });
      return answer.ok && statesById(answer.evaluation).get(condition);
    };
    expect([value({}), value({ [reading]: meaning })]).toEqual([before, after]);
  });
});

describe('施行', () => {
  const { pack } = loadPack(FOLDER);
  const ask = (asOf: string) => evaluate({ pack, dossier: {}, level: 'senior', asOf });

  test('施行前一日不能按本标准评估，当日可以', () => {
    expect(ask('2019-12-31')).toMatchObject({ ok: false, refusal: { code: 'NOT_IN_FORCE' } });
    expect(ask('2020-01-01').ok).toBe(true);
  });
});
