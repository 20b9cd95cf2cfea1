import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/evaluate.ts';
import type { State } from '../language/state.ts';
import { loadPack, readDossier, readPolicy } from './testing/pack-files.ts';
import { describePack } from './testing/pack-suite.ts';
import { LN_2024_ENG } from './testing/plans.ts';
import { excludedBy, statesById, visit } from './testing/states.ts';

const FOLDER = 'liaoning/ln-sec-2024';
const { pack } = loadPack(FOLDER);
const examples = describePack(FOLDER, { plans: [LN_2024_ENG], fewestConditions: 250 });

describe('先于程序写成的例子', () => {
  const written = parse(readPolicy(FOLDER, 'examples', 'done-senior.expected.yaml')) as {
    verdict: string;
    achievements: Record<string, { counts: boolean; because?: string }>;
    routes: Record<string, { verdict: string; clauses: Record<string, { is: State }> }>;
  };
  const evaluation = examples.find(({ name }) => name === 'done-senior')?.evaluation;

  test('总结论和各申报方式的结论', () => {
    expect(evaluation?.verdict).toBe(written.verdict);
    const verdicts = Object.fromEntries(Object.entries(written.routes).map(([route, { verdict }]) => [route, verdict]));
    expect(Object.fromEntries(evaluation?.routes.map(({ route, verdict }) => [route, verdict]) ?? [])).toEqual(
      verdicts,
    );
  });

  test.each(Object.entries(written.routes))('%s：每一条的结论', (route, { clauses }) => {
    const tree = evaluation?.routes.find((one) => one.route === route)?.tree;
    const found: Record<string, State> = {};
    if (tree) visit(tree, ({ node, state }) => (node.label === '' ? undefined : (found[node.label] ??= state)));
    for (const [label, { is }] of Object.entries(clauses)) expect([label, found[label]]).toEqual([label, is]);
  });

  test('早于现职称的业绩不计，理由写明日期', () => {
    const excluded = evaluation && excludedBy(evaluation);
    for (const [id, { counts }] of Object.entries(written.achievements)) {
      expect([id, excluded?.get(id)]).toEqual([id, counts ? undefined : 'after-title']);
    }
    const reasons: string[] = [];
    const look = evaluation?.routes[0]?.tree;
    if (look)
      visit(look, ({ notCounted }) =>
        reasons.push(...notCounted.flatMap((one) => (one.id === '戊' ? one.reasons : []))),
      );
    expect(reasons.some((reason) => reason.includes('2018-11-20'))).toBe(true);
  });
});

describe('换用解读', () => {
  test('换用一项业绩可充当两个条目，则同一项目满足两项', () => {
    const shared = loadPack(FOLDER, { 'items-not-share': 'shared', 'unit-projects': 'by-level' }).pack;
    const dossier = readDossier(FOLDER, 'one-achievement-two-items');
    const answer = evaluate({ pack: shared, dossier, level: 'senior', asOf: '2024-07-15' });
    expect(answer.ok && statesById(answer.evaluation).get('senior-4')).toBe('met');
  });

  test('换用高级也计相近专业的工作，则资历满足', () => {
    const near = loadPack(FOLDER, { 'tenure-own-or-near': 'near-too' }).pack;
    const answer = evaluate({
      pack: near,
      dossier: readDossier(FOLDER, 'work-near-only'),
      level: 'senior',
      asOf: '2024-07-15',
    });
    expect(answer.ok && statesById(answer.evaluation).get('senior-1-2-years')).toBe('met');
  });

  test('换用打破学历按最低一行年限，则破格之门打开', () => {
    const lowest = loadPack(FOLDER, { 'exception-education-tenure': 'lowest-row' }).pack;
    const answer = evaluate({
      pack: lowest,
      dossier: readDossier(FOLDER, 'education-broken'),
      level: 'senior',
      asOf: '2024-07-15',
    });
    expect(answer.ok && statesById(answer.evaluation).get('senior-break')).toBe('met');
  });
});

describe('施行', () => {
  const ask = (asOf: string) => evaluate({ pack, dossier: {}, level: 'senior', asOf });

  test('印发前一日不能按本标准评估，当日可以', () => {
    expect(ask('2024-06-18')).toMatchObject({ ok: false, refusal: { code: 'NOT_IN_FORCE' } });
    expect(ask('2024-06-19').ok).toBe(true);
  });
});
