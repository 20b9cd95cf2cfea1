import type { Dossier } from '@zhiping/standard';
import { describe, expect, it } from 'vitest';
import { type Plan, parsePlan } from '../plan/index.ts';
import { liaoningPlan, readYaml } from '../testing/liaoning.ts';
import { NO_FACTS, withApplicationFacts } from './application-facts.ts';
import type { Subject } from './state.ts';

const green: Subject = { specialty: 'security', level: 'full-senior', route: 'green' };
const normal: Subject = { ...green, route: 'normal' };
const content = { selfScore: [], talents: [] };
const report = { kind: 'report', id: 'r1', name: '报告', appraisals: [] } as const;
const dossier: Dossier = { achievements: [report, { kind: 'patent', id: 'p1' }], recommendations: [{ name: '甲' }] };
const plan: Plan = liaoningPlan;

describe('what an application adds to the archive', () => {
  it('adds nothing where nobody stated anything', () => {
    expect(withApplicationFacts(dossier, plan, normal, content, NO_FACTS)).toEqual(dossier);
  });

  it('states the consent only for the route that needs it, and only what the office agreed to', () => {
    const facts = { ...NO_FACTS, greenAgreed: true, agreedTalents: ['urgentTalent'] as const };
    expect(withApplicationFacts(dossier, plan, normal, content, facts).greenChannel).toBeUndefined();
    const stated = { ...content, talents: ['overseasTalent'] as const };
    expect(withApplicationFacts(dossier, plan, green, stated, facts).greenChannel).toEqual({
      agreed: true,
      overseasTalent: false,
      urgentTalent: true,
      fosteredTalent: false,
      youngTalent: false,
    });
    expect(withApplicationFacts(dossier, plan, green, content, NO_FACTS).greenChannel).not.toHaveProperty('agreed');
  });

  it('keeps other consents beside the entrusting reply', () => {
    const before = { ...dossier, consents: { department: true } };
    const after = withApplicationFacts(before, plan, normal, content, { ...NO_FACTS, entrusted: true });
    expect(after.consents).toEqual({ department: true, entrusted: true });
  });

  it('counts a person once, and puts an appraisal to its own report only', () => {
    const facts = {
      ...NO_FACTS,
      recommendations: [{ name: '甲', titleLevel: 'full-senior' as const }, { name: '乙' }],
      appraisals: [
        { row: 'r1', expert: { name: '丙' } },
        { row: 'p1', expert: { name: '丁' } },
      ],
    };
    const after = withApplicationFacts(dossier, plan, normal, content, facts);
    expect(after.recommendations).toEqual([{ name: '甲', titleLevel: 'full-senior' }, { name: '乙' }]);
    expect(after.achievements).toEqual([
      { ...report, appraisals: [{ name: '丙' }] },
      { kind: 'patent', id: 'p1' },
    ]);
  });
});

describe('the self-score as facts of the dossier', () => {
  const zhejiang = parsePlan(readYaml('zhejiang/zj-2022/plan.yaml'));
  const subject: Subject = { specialty: 'design', level: 'senior', route: 'self-score' };
  const factsOf = (years: number, evidence: string) => {
    const entries = [
      { line: 'mountain', quantity: years, points: null, basis: '工作经历', evidence },
      { line: 'results-by-hand', quantity: null, points: 6000, basis: '附表', evidence: '第二册' },
    ];
    return withApplicationFacts(dossier, zhejiang, subject, { selfScore: entries, talents: [] }, NO_FACTS).selfScore;
  };

  it('counts mountain years by the printed steps', () => {
    const points = [14, 15, 19, 20, 24, 30].map((years) => factsOf(years, '第一册')?.mountainHundredths);
    expect(points).toEqual([0, 400, 400, 600, 1000, 1000]);
    expect(factsOf(20, '第一册')).toEqual({ hundredths: 6600, mountainHundredths: 600, evidence: true });
  });

  it('gives no points to a line without evidence, and says that one is without', () => {
    expect(factsOf(20, ' ')).toEqual({ hundredths: 6000, mountainHundredths: 0, evidence: false });
  });

  it('states nothing where nobody scored', () => {
    expect(withApplicationFacts(dossier, zhejiang, subject, content, NO_FACTS).selfScore).toBeUndefined();
  });
});
