import type { Dossier } from '@zhiping/standard';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan/index.ts';
import { liaoningPlan } from '../testing/liaoning.ts';
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
