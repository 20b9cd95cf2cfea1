import { describe, expect, it } from 'vitest';
import type { Dossier } from '../dossier/dossier.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { evaluationView, type RouteView } from '../explain/view.ts';
import { exampleNames, loadPack, readDossier, readPolicy } from '../packs/testing/pack-files.ts';
import type { TitleLevel } from '../vocabulary/values.ts';
import { openJudgements } from './open-judgements.ts';
import { withJudgements } from './with-judgements.ts';

const FOLDER = 'liaoning/ln-sec-2024';
const { pack } = loadPack(FOLDER);

function routeOf(dossier: Dossier, level: TitleLevel, asOf: string, route: string): RouteView {
  const answer = evaluate({ pack, dossier, level, asOf });
  if (!answer.ok) throw new Error(answer.refusal.message);
  const found = evaluationView(answer.evaluation, pack).routes.find((one) => one.route === route);
  if (!found) throw new Error(`no route ${route}`);
  return found;
}

interface Case {
  readonly level: TitleLevel;
  readonly asOf: string;
}
const cases = exampleNames(FOLDER)
  .map((name) => ({
    name,
    dossier: readDossier(FOLDER, name),
    ...(JSON.parse(readPolicy(FOLDER, 'examples', `${name}.expected.json`)) as Case),
  }))
  .filter(({ dossier, level, asOf }) => routeOf(dossier, level, asOf, 'normal').verdict === 'needs-judgement');

/** Decides everything that is open, and what opens by that, always with the first or the last choice. */
function decideAll(start: Dossier, { level, asOf }: Case, which: 'first' | 'last'): RouteView {
  let dossier = start;
  for (let round = 0; round < 20; round += 1) {
    const route = routeOf(dossier, level, asOf, 'normal');
    const open = openJudgements(pack, dossier, route.tree);
    if (open.length === 0) return route;
    dossier = withJudgements(
      dossier,
      open.map(({ id, choices }) => ({
        id,
        answer: choices.at(which === 'first' ? 0 : -1)?.value ?? '',
        by: '审核人',
        reason: '',
      })),
    );
  }
  throw new Error('still open after 20 rounds');
}

describe('judgements of a reviewer (P6)', () => {
  it('has examples that wait for a person', () => {
    expect(cases.length).toBeGreaterThan(5);
  });

  it('are all asked for: decided in favour, nothing waits for a person any more', () => {
    for (const one of cases) {
      expect(decideAll(one.dossier, one, 'first').verdict, one.name).toBe('eligible');
    }
  });

  it('decided against, the verdict is known too and is not in favour', () => {
    for (const one of cases) {
      expect(decideAll(one.dossier, one, 'last').verdict, one.name).not.toBe('needs-judgement');
    }
  });

  it('name the condition, the achievement and each answer once', () => {
    for (const { dossier, level, asOf } of cases) {
      const open = openJudgements(pack, dossier, routeOf(dossier, level, asOf, 'normal').tree);
      expect(new Set(open.map(({ id }) => id)).size).toBe(open.length);
      for (const { label, asked, choices } of open) {
        expect(label).not.toBe('');
        expect(asked).not.toBe('');
        expect(choices.length).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('confirm a lower degree than claimed, and the result follows', () => {
    const dossier: Dossier = {
      achievements: [{ kind: 'patent', id: 'p:1', name: '专利', economicBenefit: 'higher' }],
    };
    const decided = withJudgements(dossier, [
      { id: 'claim:p:1:economicBenefit', answer: 'some', by: '李', reason: '' },
    ]);
    expect(decided.achievements?.[0]).toMatchObject({ economicBenefit: { claimed: 'higher', confirmed: 'some' } });
    expect(dossier.achievements?.[0]).toMatchObject({ economicBenefit: 'higher' });
  });

  it('with an id of no known form are refused', () => {
    expect(() => withJudgements({}, [{ id: 'x', answer: 'met', by: '', reason: '' }])).toThrow(RangeError);
  });
});

describe('decisions that change nothing', () => {
  const zhejiang = loadPack('zhejiang/zj-sec-2022').pack;
  const asked = (ownership: string) => {
    const dossier = { format: 'zhiping-dossier-1', applicant: { ownership } } as Dossier;
    const answer = evaluate({ pack: zhejiang, dossier, level: 'senior', asOf: '2022-10-15' });
    if (!answer.ok) throw new Error(answer.refusal.message);
    return evaluationView(answer.evaluation, zhejiang).routes.flatMap(({ tree }) =>
      openJudgements(zhejiang, dossier, tree).map(({ id }) => id),
    );
  };

  it('are not asked for: the rule on posts of institutions, of a private firm (ZJ 五(四))', () => {
    expect(asked('public-institution')).toContain('condition:post-rule');
    expect(asked('private-enterprise')).not.toContain('condition:post-rule');
  });
});
