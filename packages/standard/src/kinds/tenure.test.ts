import { expect, test } from 'vitest';
import { dossierSchema } from '../dossier/dossier.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { loadPack } from '../packs/testing/pack-files.ts';
import { statesById } from '../packs/testing/states.ts';

const { pack } = loadPack('tianjin/tj-eng-2019');

/** Whether somebody who works on has been in office long enough for a senior title, by the standard's own row. */
function yearsMet(obtainedOn: string | undefined, appointedOn: string) {
  const title = { level: 'engineer', series: '工程', relation: 'same', byQualification: false, appointedOn };
  const dossier = dossierSchema.parse({
    titles: [obtainedOn === undefined ? title : { ...title, obtainedOn }],

    workPeriods: [{ from: '2005-01', relation: 'same' }],
  });
  const answer = evaluate({ pack, dossier, level: 'senior', route: 'normal', asOf: '2023-09-30' });
  return answer.ok && statesById(answer.evaluation).get('senior-1-2-held');
}

test('取得资格并担任职务满几年：先聘后评的，从取得之日起算', () => {
  expect(yearsMet('2017-01-01', '2017-01-01')).toBe('met');
  expect(yearsMet('2019-06-01', '2017-01-01')).toBe('unmet');
  expect(yearsMet('2018-09-30', '2017-01-01')).toBe('met');
  expect(yearsMet('2018-10-01', '2017-01-01')).toBe('unmet');
  expect(yearsMet(undefined, '2017-01-01')).toBe('met');
});
