import { planForEvaluation, type PlanFacts, parseYaml, type Dossier } from '@zhiping/standard';
import { evaluate } from '@zhiping/standard/evaluate/evaluate';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exampleNames, loadPack, POLICIES, readDossier, readPolicy } from '@zhiping/standard/packs/testing/pack-files';
import { expect, test } from 'vitest';
import { achievementUses } from './achievement-uses.ts';
import { describeFields } from './describe-fields.ts';
import { relevanceOf } from './relevance.ts';
import { isDerived } from '@zhiping/standard/dossier/fields';
import { achievementFields, factsToAsk, NEVER_ASKED, recordFields, STEPS } from './steps.ts';

const LN_SEC = 'liaoning/ln-sec-2024';
const { pack: lnSec } = loadPack(LN_SEC);
/** Every standard of the repository, as `jurisdiction/pack`. */
const STANDARDS = readdirSync(POLICIES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(POLICIES, name)).map((pack) => `${name}/${pack}`))
  .filter((folder) => existsSync(join(POLICIES, folder, 'standard.yaml')))
  .toSorted();
const plan = planForEvaluation(parseYaml(readPolicy('liaoning/ln-2024-eng', 'plan.yaml')) as unknown as PlanFacts);
const fields = describeFields();
const kinds = Object.keys(fields.kinds);
const LEVELS = STANDARDS.flatMap((folder) => {
  const { pack } = loadPack(folder);
  return pack.levels.map((level) => [`${pack.id} ${level.name}`, pack, level] as const);
});

test.each(LEVELS)('every fact %s depends on is asked', (_, pack, level) => {
  const relevance = relevanceOf(level, pack, pack.jurisdiction === 'liaoning' ? plan : null, kinds);
  const freelancer = { applicant: { employment: 'freelancer' } };
  const asked = new Set<string>();
  for (const step of STEPS) {
    for (const group of step.groups) {
      for (const { name } of factsToAsk(group, fields, relevance, freelancer)) asked.add(`${group}.${name}`);
    }
    for (const list of step.lists) {
      for (const { name } of recordFields(list, fields, relevance)) asked.add(`${list}[].${name}`);
    }
  }
  const askable = [...relevance.facts].filter((fact) => !NEVER_ASKED.has(fact) && !isDerived(fact.split('.')));
  expect(askable.filter((fact) => !asked.has(fact))).toEqual([]);
  for (const [list, names] of relevance.lists) {
    expect([...names].filter((name) => !asked.has(`${list}[].${name}`))).toEqual([]);
  }
  for (const [kind, names] of relevance.kinds) {
    const known = new Set((fields.kinds[kind] ?? []).map(({ name }) => name));
    const shown = new Set(achievementFields(kind, fields, relevance).map(({ name }) => name));
    const left = [...names].filter((name) => known.has(name) && !shown.has(name) && name !== 'kind');
    expect(left, kind).toEqual([]);
  }
});

test.each(LEVELS)('%s asks fewer questions than the format has', (_, pack, level) => {
  const relevance = relevanceOf(level, pack, null, kinds);
  const shown = kinds.flatMap((kind) => (relevance.serves.has(kind) ? achievementFields(kind, fields, relevance) : []));
  expect(shown.length).toBeLessThan(Object.values(fields.kinds).flat().length / 2);
});

test('of every achievement of every example the result says where it counted or why not', () => {
  const silent: string[] = [];
  // A quarter of them, whatever their level: enough to meet every kind and every way of not counting.
  for (const name of exampleNames(LN_SEC).filter((_, index) => index % 4 === 0)) {
    const dossier: Dossier = readDossier(LN_SEC, name);
    const achievements = (dossier.achievements ?? []).map(({ id }) => ({ id, name: id }));
    for (const level of lnSec.levels) {
      const answer = evaluate({ pack: lnSec, dossier, level: level.level, asOf: '2024-07-15' });
      if (!answer.ok) throw new Error(answer.refusal.message);
      for (const route of answer.evaluation.routes) {
        const own = level.routes.filter((one) => one.route === route.route);
        const { serves } = relevanceOf({ ...level, routes: own }, lnSec, null, kinds);
        for (const use of achievementUses(route.tree, achievements)) {
          const kind = dossier.achievements?.find(({ id }) => id === use.id)?.kind ?? '';
          const told = use.counted.length > 0 || use.reasons.length > 0;
          if (!told && serves.has(kind)) silent.push(`${name} ${level.level} ${route.route} ${use.id}`);
        }
      }
    }
  }
  expect(silent).toEqual([]);
});
