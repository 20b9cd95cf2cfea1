import { dossierSchema, isScaleId, type ScaleId, VALUES } from '@zhiping/standard';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierOf } from './dossier-of.ts';
import { ROW_KINDS } from './kinds/index.ts';
import { anyRow, sampleRow } from './sample-rows.ts';

const all = { basis: 'verified', chosen: 'all', asOf: '2024-07-01' } as const;

describe('dossier of an archive', () => {
  it('is a valid dossier whatever the rows are', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), fc.constantFrom('verified', 'entered'), (rows, basis) => {
        const dossier = dossierOf(rows, { specialty: '安防工程' }, { ...all, basis });
        expect(dossierSchema.safeParse(dossier).error?.issues ?? []).toEqual([]);
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRow, { maxLength: 8, selector: (row) => row.id }), (rows) => {
        expect(dossierOf(rows.toReversed(), {}, all)).toEqual(dossierOf(rows, {}, all));
      }),
    );
  });

  it('holds only verified rows, and in the other reading all but the discarded', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
        const ids = (basis: 'verified' | 'entered') =>
          new Set(dossierOf(rows, {}, { ...all, basis }).achievements?.map((one) => one.id));
        const verified = new Set(rows.filter((row) => row.state === 'verified').map((row) => row.id));
        const discarded = new Set(rows.filter((row) => row.state === 'recycled').map((row) => row.id));
        expect([...ids('verified')].every((id) => verified.has(id))).toBe(true);
        expect([...ids('entered')].some((id) => discarded.has(id))).toBe(false);
      }),
    );
  });

  it('takes the chosen achievements and every other row', () => {
    const rows = [sampleRow('award'), sampleRow('paper'), sampleRow('title')];
    const dossier = dossierOf(rows, {}, { ...all, chosen: new Set(['paper']) });
    expect(dossier.achievements?.map((one) => one.id)).toEqual(['paper']);
    expect(dossier.titles).toHaveLength(1);
  });

  it('says nothing where the archive says nothing', () => {
    expect(dossierOf([], {}, all)).toEqual({
      format: 'zhiping-dossier-1',
      continuingEducation: {},
      conduct: {},
      skills: [],
      achievements: [],
      recommendations: [],
    });
  });

  it('uses words of the scales in the fields that go over unchanged', () => {
    const scales: Readonly<Record<string, ScaleId>> = {
      role: 'role',
      grade: 'grade',
      conferrer: 'conferrer',
      recognisedBy: 'endorsement',
      instructedBy: 'endorsement',
      adoptedByGovernment: 'endorsement',
      adoptedByDepartment: 'endorsement',
      incidentGrade: 'incident-grade',
      enterprise: 'ownership',
      enterpriseLevel: 'level',
      enterpriseSize: 'enterprise-size',
      source: 'project-source',
      importance: 'importance',
      standing: 'standing',
      influence: 'influence',
      performance: 'performance',
      contribution: 'contribution',
      benefit: 'benefit',
      effect: 'effect',
      issueType: 'issue-type',
      employment: 'employment',
      ownership: 'ownership',
      affiliation: 'affiliation',
      region: 'region',
      technicianClass: 'technician-class',
      expertLevel: 'title-level',
      expertOneLevel: 'title-level',
      appraisedBy: 'endorsement',
      conferenceLevel: 'endorsement',
      honour: 'honour',
      studiedAt: 'learning-platform',
      registeredAt: 'learning-platform',
    };
    const typed: Readonly<Record<string, ScaleId>> = {
      project: 'project-type',
      award: 'award-type',
      standard: 'document-type',
      policy: 'document-type',
      'unit-document': 'unit-document-type',
      book: 'book-type',
      report: 'report-type',
      'endorsed-report': 'report-type',
      task: 'task-type',
      patent: 'patent-type',
      conversion: 'conversion-type',
      'continuing-education': 'learning-type',
    };
    const levels: Readonly<Record<string, ScaleId>> = {
      title: 'title-level',
      appointment: 'title-level',
      qualification: 'title-level',
      examination: 'title-level',
      degree: 'degree',
      'skill-certificate': 'skill',
    };
    for (const spec of ROW_KINDS) {
      for (const field of spec.fields) {
        if (field.type !== 'choice' || ['education', 'standing', 'mentoring'].includes(spec.kind)) continue;
        const name: string = field.name;
        const scale =
          name === 'type' ? typed[spec.kind] : name === 'level' ? (levels[spec.kind] ?? 'level') : scales[name];
        if (scale === undefined || !isScaleId(scale)) continue;
        const words: readonly string[] = VALUES[scale];
        for (const choice of field.choices) expect(words, `${spec.kind}.${name}`).toContain(choice.value);
      }
    }
  });

  it('puts a benefit stated in a row of its own on the achievement it names', () => {
    const id = '01890000-0000-7000-8000-000000000001';
    const rows = [
      sampleRow('patent', { benefitKind: null, benefit: null }, 'verified', id),
      sampleRow('benefit', { achievement: id, benefitKind: 'economic', benefit: 'higher' }),
    ];
    const [patent] = dossierOf(rows, {}, all).achievements ?? [];
    expect(patent).toMatchObject({ economicBenefit: 'higher', socialBenefit: 'none' });
  });

  it('states special work, endorsed reports and what the unit attests of faults', () => {
    const rows = [
      sampleRow('task', { type: 'security-incident', incidentGrade: 'larger', times: 5, recognisedBy: 'province' }),
      sampleRow('endorsed-report', { type: 'opinion', instructedBy: 'city', adoptedByGovernment: 'none' }),
      sampleRow('report'),
    ];
    const attestations = [{ id: 'dutiful', holds: true, year: 0, result: null, years: null }] as const;
    const dossier = dossierOf(rows, { attestations }, all);
    const byId = new Map(dossier.achievements?.map((one) => [one.id, one]));
    expect(byId.get('task')).toMatchObject({
      kind: 'task',
      incidentGrade: 'larger',
      times: 5,
      recognisedBy: 'province',
    });
    expect(byId.get('endorsed-report')).toMatchObject({ kind: 'report', instructedBy: 'city', appraisals: [{}, {}] });
    expect(byId.get('report')).toMatchObject({ kind: 'report', instructedBy: 'none' });
    expect(dossier.conduct?.majorFault).toBe(false);
    const denied = dossierOf([], { attestations: [{ ...attestations[0], holds: false }] }, all);
    expect(denied.conduct).toEqual({ dutiful: false });
  });

  it('takes the consent of the competent department from its written answer', () => {
    const consents = (agreed: string) => dossierOf([sampleRow('department-consent', { agreed })], {}, all).consents;
    expect([consents('yes'), consents('no')]).toEqual([{ department: true }, { department: false }]);
    expect(dossierOf([], { consents: { unit: true } }, all).consents).toEqual({ unit: true });
  });

  it('puts the confirmation of a reviewer beside the claim', () => {
    const row = sampleRow('patent', { benefitKind: 'economic', benefit: 'higher' });
    const facts = { decisions: { patent: { confirmed: { economicBenefit: 'some' } } } };
    const [patent] = dossierOf([row], facts, all).achievements ?? [];
    expect(patent).toMatchObject({ economicBenefit: { claimed: 'higher', confirmed: 'some' } });
  });

  it('lets the unit speak on assessments, conduct and probation', () => {
    const base = { year: 0, result: null, years: null };
    const dossier = dossierOf(
      [sampleRow('assessment', { year: 2022, result: 'excellent' })],
      {
        attestations: [
          { ...base, id: 'assessment', year: 2022, holds: true, result: 'qualified' },
          { ...base, id: 'ethical', holds: false },
          { ...base, id: 'probation', holds: true, years: 1 },
        ],
      },
      all,
    );
    expect(dossier.assessments).toEqual([{ year: 2022, result: 'qualified' }]);
    expect(dossier.conduct).toEqual({ ethical: false });
    expect(dossier.probation).toEqual({ years: 1, relation: 'same', assessed: true });
  });

  it('ends a sanction with its last day', () => {
    const conduct = sampleRow('conduct', { sanction: 'demerit', endsOn: '2024-07-01' });
    const on = (asOf: string) => dossierOf([sampleRow('basic'), conduct], {}, { ...all, asOf }).applicant?.sanctioned;
    expect(on('2024-07-01')).toBe(true);
    expect(on('2024-07-02')).toBe(false);
  });

  it('takes what others did about an achievement from rows that name it, the highest of several', () => {
    const standing = (id: string, fields: Record<string, string>) =>
      sampleRow('standing', { achievement: 'x', ...fields }, 'verified', id);
    const report = sampleRow('report', {}, 'verified', 'x');
    const rows = [
      report,
      standing('a', { type: 'instruction', level: 'city', signedOn: '2023-01-01' }),
      standing('b', { type: 'instruction', level: 'province', signedOn: '2023-05-01' }),
      standing('c', { type: 'department-adoption', level: 'county', signedOn: '2023-05-01' }),
      standing('d', { type: 'instruction', level: 'nation', signedOn: '2024-07-02' }),
    ];
    expect(dossierOf(rows, {}, all).achievements).toMatchObject([
      { instructedBy: 'province', adoptedByDepartment: 'county', adoptedByGovernment: 'none' },
    ]);
    const innovation = sampleRow('innovation', { inProduction: false, appraisedBy: null }, 'verified', 'x');
    const accepted = [
      standing('a', { type: 'acceptance', level: 'city', signedOn: '2023-01-01' }),
      standing('b', { type: 'production', level: 'unit', signedOn: '2023-01-01' }),
    ];
    expect(dossierOf([innovation, ...accepted], {}, all).achievements).toMatchObject([
      { appraisedBy: 'city', inProduction: true },
    ]);
    expect(dossierOf([innovation], {}, all).achievements?.[0]).not.toHaveProperty('appraisedBy');
  });

  it('knows that there is nothing where the person says so, and only then', () => {
    const basic = (emptyParts: readonly string[]) => sampleRow('basic', { emptyParts });
    expect(dossierOf([basic(['titles'])], {}, all)).toMatchObject({ titles: [] });
    expect(dossierOf([basic([])], {}, all)).not.toHaveProperty('titles');
    const title = sampleRow('title');
    expect(dossierOf([basic(['titles']), title], {}, all).titles).toHaveLength(1);
  });

  it('counts a qualification as a title where it stands for a level', () => {
    const qualification = (level: string | null) => sampleRow('qualification', { level });
    expect(dossierOf([qualification('engineer')], {}, all).titles).toMatchObject([{ byQualification: true }]);
    expect(dossierOf([qualification(null)], {}, all)).not.toHaveProperty('titles');
  });

  it('does not take "in no index" for an index', () => {
    const paper = (indexes: readonly string[]) =>
      dossierOf([sampleRow('paper', { indexes })], {}, all).achievements?.[0];
    expect(paper(['none'])).toMatchObject({ indexed: false });
    expect(paper(['ei'])).toMatchObject({ indexed: true, indexedIn: 'ei' });
    expect(paper([])).not.toHaveProperty('indexed');
  });
});
