import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/evaluate.ts';
import type { State } from '../language/state.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { loadPack, readDossier } from './testing/pack-files.ts';
import { describePack } from './testing/pack-suite.ts';
import { LN_2024_ENG } from './testing/plans.ts';
import { statesById } from './testing/states.ts';

const FOLDER = 'liaoning/ln-cyb-2024';
describePack(FOLDER, { plans: [LN_2024_ENG], fewestConditions: 270 });

// One reading, the meaning switched to, an example and a condition whose value follows.
const switches: readonly [string, string, TitleLevel, string, string, State, State][] = [
  ['host-and-seven', 'host', 'senior', 'senior-campaign-seventh', 'senior-4-2', 'met', 'unmet'],
  ['contract-single', 'one', 'senior', 'senior-key-three-short', 'senior-4-3', 'unmet', 'met'],
  ['supplements', 'refused', 'engineer', 'engineer-supplement', 'engineer-4-7', 'met', 'unmet'],
  ['academic-journal', 'any', 'engineer', 'engineer-no-numbers', 'engineer-4-7', 'unmet', 'met'],
  ['unit-projects', 'counted', 'engineer', 'engineer-key-unit-project', 'engineer-4-4', 'unmet', 'met'],
  ['briefing-published', 'not', 'engineer', 'engineer-briefing-not-circulated', 'engineer-4-1', 'unmet', 'met'],
  ['technical-report-kinds', 'none', 'engineer', 'engineer-technical-incomplete', 'engineer-4-1', 'unmet', 'met'],
  ['whole-province', 'within', 'engineer', 'engineer-incident-city-wide', 'engineer-4-2', 'unmet', 'met'],
  ['strong-support', 'implied', 'engineer', 'engineer-incident-support-open', 'engineer-4-2', 'judge', 'met'],
  ['topic-benefit', 'both', 'senior', 'senior-topics-two', 'senior-4-4', 'met', 'unmet'],
  ['honour-bodies', 'any', 'senior', 'senior-honour-city-department', 'senior-4-5', 'unmet', 'met'],
  ['approved-awards', 'counted', 'senior', 'senior-award-social', 'senior-4-5', 'judge', 'met'],
  ['award-and-honour', 'both', 'senior', 'senior-honour-city-government', 'senior-4-5', 'met', 'unmet'],
  ['title-specialty-senior', 'near', 'senior', 'senior-title-other-specialty', 'senior-1', 'met', 'unmet'],
  ['tenure-own-or-near', 'near-too', 'senior', 'senior-work-near-only', 'senior-1', 'unmet', 'met'],
  [
    'leading-words-shared',
    'first',
    'full-senior',
    'full-senior-reports-participant',
    'full-senior-4-1',
    'unmet',
    'met',
  ],
  [
    'projects-benefit-level-two',
    'both',
    'full-senior',
    'full-senior-nation-project',
    'full-senior-4-3',
    'met',
    'unmet',
  ],
  ['host-and-lead', 'lead', 'full-senior', 'full-senior-standard-lead', 'full-senior-4-1', 'unmet', 'met'],
  ['green-results', 'all', 'full-senior', 'green-briefing', 'full-senior-6-1-report', 'unmet', 'met'],
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
