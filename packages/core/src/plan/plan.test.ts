import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liaoningPlan as plan, readYaml } from '../testing/liaoning.ts';
import {
  jurisdictionOf,
  readPlan,
  routesFor,
  sealChainOf,
  specialtyOf,
  UNIT_AFFILIATIONS,
  UNIT_NATURES,
} from './index.ts';

/** The plan as data, changed by `change`; the problems found. */
function problemsAfter(change: (value: Record<string, never>) => void): readonly string[] {
  const value = structuredClone(readYaml('liaoning/ln-2024-eng/plan.yaml')) as Record<string, never>;
  change(value);
  const reading = readPlan(value);
  return reading.ok ? [] : reading.problems.map(({ path, problem }) => `${path}：${problem}`);
}

// oxlint-disable-next-line typescript/no-explicit-any -- mutations of untyped data, on purpose outside the schema
type Loose = any;

describe('the Liaoning 2024 plan says what the notice says', () => {
  it('四(三) the online window, 四(一) the cut-off, 四(二) the year difference', () => {
    expect(plan.windows).toEqual([expect.objectContaining({ opensOn: '2024-07-01', closesOn: '2024-07-31' })]);
    expect(plan.cutOff.date).toBe('2024-06-30');
    expect(plan.tenure.rule).toBe('year-difference');
  });

  it('三 lists every specialty with its levels and its standard', () => {
    expect(plan.specialties).toHaveLength(16);
    expect(specialtyOf(plan, 'data-science')?.levels).toEqual(['senior', 'full-senior']);
    const others = plan.specialties.filter(({ id }) => id !== 'data-science');
    expect(others.every(({ levels }) => levels.length === 5)).toBe(true);
    expect(specialtyOf(plan, 'security')?.standard).toMatchObject({
      pack: 'ln-sec-2024',
      document: '辽人社职〔2024〕36号',
    });
    expect(plan.specialties.filter(({ standard }) => standard.pack !== undefined).map(({ id }) => id)).toEqual([
      'security',
      'cyberspace',
    ]);
  });

  it('五(六) only security engineering goes to the association', () => {
    expect(plan.specialties.filter(({ association }) => association !== undefined).map(({ id }) => id)).toEqual([
      'security',
    ]);
  });

  it('五(五)3 three submissions, 七 weights 60 and 40 above, file review below', () => {
    expect(plan.submissions).toMatchObject({ limit: 3, stampedPageCounts: false });
    expect(plan.evaluation.map(({ method, weights }) => [method, weights?.score, weights?.defence])).toEqual([
      ['defence', 60, 40],
      ['file-review', 100, 0],
    ]);
  });

  it('八(四) asks for no diploma', () => {
    expect(plan.documents.mustNotAsk.map(({ name }) => name)).toEqual(['学历、学位证书原件和复印件']);
  });

  it('八(三) the green channel is open to full-senior only', () => {
    expect(routesFor(plan, 'full-senior')).toContain('green');
    expect(routesFor(plan, 'senior')).toEqual(['normal', 'exception']);
  });
});

describe('二 which committee accepts a case', () => {
  const private_ = { affiliation: 'city', nature: 'private', kind: 'other' } as const;
  const provincial = { affiliation: 'province', nature: 'state-owned', kind: 'other' } as const;

  it('emerging specialties: the province, every level, every unit', () => {
    expect(jurisdictionOf(plan, { specialty: 'security', level: 'engineer', unit: private_ }).accepts).toBe('here');
  });

  it('industries: full-senior here; below, private units go to their city', () => {
    expect(jurisdictionOf(plan, { specialty: 'power', level: 'full-senior', unit: private_ }).accepts).toBe('here');
    expect(jurisdictionOf(plan, { specialty: 'power', level: 'senior', unit: provincial }).accepts).toBe('here');
    expect(jurisdictionOf(plan, { specialty: 'power', level: 'senior', unit: private_ })).toEqual({
      accepts: 'elsewhere',
      by: '所在市的评审委员会',
      label: '二(一)2',
    });
  });

  it('does not offer engineer in data science', () => {
    expect(jurisdictionOf(plan, { specialty: 'data-science', level: 'engineer', unit: private_ })).toMatchObject({
      accepts: 'level-not-offered',
      offered: ['senior', 'full-senior'],
    });
  });

  it('八(一) central units need the written reply; what the notice leaves open says so', () => {
    const central = { affiliation: 'central', nature: 'state-owned', kind: 'other' } as const;
    expect(jurisdictionOf(plan, { specialty: 'security', level: 'senior', unit: central }).accepts).toBe('entrusted');
    const citySociety = { affiliation: 'city', nature: 'social', kind: 'other' } as const;
    expect(jurisdictionOf(plan, { specialty: 'power', level: 'senior', unit: citySociety }).accepts).toBe('ask');
    expect(jurisdictionOf(plan, { specialty: 'nonsense', level: 'senior', unit: central }).accepts).toBe('unknown');
  });

  it('always answers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...plan.specialties),
        fc.constantFrom('technician', 'assistant', 'engineer', 'senior', 'full-senior'),
        fc.constantFrom(...UNIT_AFFILIATIONS),
        fc.constantFrom(...UNIT_NATURES),
        (specialty, level, affiliation, nature) => {
          const unit = { affiliation, nature, kind: 'other' } as const;
          expect(jurisdictionOf(plan, { specialty: specialty.id, level, unit }).accepts).not.toBe('unknown');
          expect(sealChainOf(plan, { ...unit, area: '', authorityId: null }, []).why).not.toBe('');
        },
      ),
    );
  });
});

describe('the linter refuses', () => {
  it('nothing in the plan as it is', () => expect(problemsAfter(() => undefined)).toEqual([]));

  it.each<[string, (value: Loose) => void, string]>([
    ['fractions as decimals', (v) => (v.voting.pass = 0.67), 'voting.pass：不能写小数 0.67'],
    ['fractions as decimal texts', (v) => (v.voting.label = '0.67'), 'voting.label：不能写小数 0.67'],
    ['unknown fields', (v) => (v.price = 280), 'price'],
    ['days that do not exist', (v) => (v.windows[0].closesOn = '2024-07-32'), '应为存在的日期'],
    ['windows that close before they open', (v) => (v.windows[0].closesOn = '2024-06-30'), '在开放之前就关闭'],
    [
      'windows that close before the one they follow',
      (v) => v.windows.push({ ...v.windows[0], id: 'unit', name: '单位', closesOn: '2024-07-30', follows: 'online' }),
      '之前关闭',
    ],
    ['weights that are not 100', (v) => (v.evaluation[0].weights.score = 61), '权重之和为 101'],
    ['levels without a method', (v) => v.evaluation.pop(), '须有且只有一种评审方式'],
    ['gaps in the table of committees', (v) => v.committees.splice(4, 1), '找不到评审权限'],
    ['unknown stages', (v) => (v.stages[0].actions[1].to = 'nowhere'), '没有名为 nowhere 的环节'],
    ['unknown rules', (v) => (v.stages[0].actions[1].needs = [{ rule: 'age > 40' }]), 'stages.0.actions.1.needs.0'],
    ['stages nobody reaches', (v) => (v.stages[1].actions[0].to = 'unit-publicity'), 'unit-appraisal：从起点走不到'],
    [
      'stages without an end',
      (v) => {
        const last = v.stages.find((stage: Loose) => stage.id === 'in-meeting');
        last.actions[0].to = 'ready';
      },
      '走不到成功的终点',
    ],
    [
      'deadlines without an action',
      (v) => (v.stages[0].deadlines[0].then = 'edit'),
      '到期操作 edit 不存在，或不由期限触发',
    ],
    [
      'returns nobody can answer in time',
      (v) => {
        const review = v.stages.find((stage: Loose) => stage.id === 'authority-review');
        review.actions[1].needs = [{ rule: 'items-listed' }];
      },
      'authority-review.authority-return：“网上申报”的时间窗口可能已经关闭',
    ],
    ['returns without reasons', (v) => (v.stages[1].actions[1].needs = []), '退回须逐项写明原因'],
    ['two stages of one name', (v) => v.stages.push(v.stages.at(-1)), 'cancelled 重复'],
  ])('%s', (_, change, expected) => {
    const problems = problemsAfter(change);
    expect(
      problems.some((problem) => problem.includes(expected)),
      problems.join('\n'),
    ).toBe(true);
  });
});
