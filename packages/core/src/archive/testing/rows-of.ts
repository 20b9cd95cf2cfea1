import type { Achievement, Dossier } from '@zhiping/standard';
import type { Attestation } from '../attestations.ts';
import type { ClaimDecisions } from '../achievement-of.ts';
import type { RowFacts } from '../counting.ts';
import type { DossierFacts } from '../dossier-of.ts';
import type { Fields, FieldValue } from '../fields.ts';
import type { Purpose } from '../kind.ts';
import { kindSpec, type RowKind } from '../kinds/index.ts';

/** An archive that says what a dossier says, and the facts of the application beside it. */
export interface RowsOf {
  readonly rows: readonly RowFacts[];
  readonly facts: DossierFacts;
}

type Stated = Readonly<Record<string, unknown>>;

/** The archive a person would have to keep for `dossier` to come out of it: the way back of `dossierOf`, for tests. */
export function rowsOf(dossier: Dossier): RowsOf {
  const rows: RowFacts[] = [];
  let serial = 0;
  const add = (kind: RowKind, fields: Record<string, unknown>, id?: string, purposes?: readonly Purpose[]): string => {
    serial += 1;
    const rowId = id ?? `row-${String(serial).padStart(4, '0')}`;
    rows.push({
      id: rowId,
      kind,
      state: 'verified',
      fields: plain(fields),
      evidence: (purposes ?? []).map((purpose) => ({ purposes: [purpose] })),
    });
    return rowId;
  };
  const { applicant } = dossier;
  const emptyParts = (['educations', 'degrees', 'titles', 'workPeriods', 'examinations', 'learning'] as const).filter(
    (part) => dossier[part]?.length === 0,
  );
  add('basic', {
    name: applicant?.name,
    bornOn: applicant?.birthDate,
    employment: applicant?.employment,
    ownership: applicant?.ownership,
    affiliation: applicant?.affiliation,
    region: applicant?.region,
    freelanceSince: applicant?.inRegionSince,
    labourRelation: applicant?.onPost,
    specialtyWork: applicant?.specialtyWork,
    emptyParts,
  });
  if (applicant?.sanctioned !== undefined || applicant?.barred !== undefined) {
    const sanction = applicant.barred === true ? 'dishonesty' : applicant.sanctioned === true ? 'demerit' : 'none';
    add('conduct', { sanction });
  }
  for (const one of dossier.educations ?? []) {
    add('education', { ...one, specialtyRelation: one.relation });
  }
  for (const one of dossier.degrees ?? []) {
    add('degree', {
      ...one,
      level: one.degree,
      major: one.field,
      grantedOn: one.awardedOn,
      specialtyRelation: one.relation,
    });
  }
  for (const one of dossier.titles ?? []) {
    add(one.byQualification === true ? 'qualification' : 'title', {
      ...one,
      name: one.level,
      acquiredOn: one.obtainedOn,
      specialtyRelation: one.relation,
      way: one.byQualification === false ? 'review' : null,
    });
    if (one.appointedOn !== undefined) {
      add('appointment', { level: one.level, from: one.appointedOn, to: one.appointedUntil });
    }
  }
  for (const one of dossier.workPeriods ?? []) {
    add('work', { ...one, unitName: one.unit, specialtyRelation: one.relation });
  }
  for (const one of dossier.assessments ?? []) add('assessment', one);
  for (const one of dossier.examinations ?? []) add('examination', one);
  for (const one of dossier.learning ?? []) add('continuing-education', { ...one, provider: one.platform });
  for (const one of dossier.skills ?? []) {
    add('skill-certificate', {
      level: one.level,
      name: one.occupation,
      specialtyRelation: one.relation,
      issuedOn: one.obtainedOn,
    });
  }
  for (const one of dossier.recommendations ?? []) {
    add('recommendation', {
      expert: one.name,
      expertLevel: one.titleLevel,
      titleYears: one.titleYears,
      specialtyRelation: one.relation,
      nationalTalent: one.nationalTalent === undefined ? null : one.nationalTalent ? 'yes' : 'no',
    });
  }
  const decisions: Record<string, ClaimDecisions> = {};
  for (const one of dossier.achievements ?? []) {
    const { kind, fields, purposes } = rowOfAchievement(one);
    add(kind, fields, one.id, purposes);
    decisions[one.id] = { confirmed: confirmedOf(one), qualities: one.qualities ?? {} };
    const stated: Stated = { ...one };
    for (const sort of ['economic', 'social'] as const) {
      const benefit = claimed(stated[`${sort}Benefit`]);
      if (benefit !== null) add('benefit', { name: benefit, achievement: one.id, benefitKind: sort, benefit });
    }
  }
  return {
    rows,
    facts: {
      attestations: attestationsOf(dossier),
      decisions,
      ...(applicant?.specialty === undefined ? {} : { specialty: applicant.specialty }),
      ...(dossier.consents === undefined ? {} : { consents: dossier.consents }),
      ...(dossier.greenChannel === undefined ? {} : { greenChannel: dossier.greenChannel }),
      ...(dossier.selfScore === undefined ? {} : { selfScore: dossier.selfScore }),
      ...(dossier.judgements === undefined ? {} : { judgements: dossier.judgements }),
    },
  };
}

/** Fields without what is not stated, as a row stores them. */
function plain(fields: Record<string, unknown>): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, FieldValue] =>
        ['string', 'number', 'boolean'].includes(typeof entry[1]) || Array.isArray(entry[1]),
    ),
  );
}

function claimed(value: unknown): string | null {
  const word = typeof value === 'object' && value !== null && 'claimed' in value ? value.claimed : value;
  return typeof word === 'string' && word !== 'none' ? word : null;
}

function confirmedOf(one: Achievement): Record<string, string> {
  const stated: Stated = { ...one };
  return Object.fromEntries(
    Object.entries(stated).flatMap(([field, value]) =>
      typeof value === 'object' && value !== null && 'confirmed' in value && typeof value.confirmed === 'string'
        ? [[field, value.confirmed] as const]
        : [],
    ),
  );
}

function rowOfAchievement(one: Achievement): {
  readonly kind: RowKind;
  readonly fields: Record<string, unknown>;
  readonly purposes: readonly Purpose[];
} {
  const stated: Stated = { ...one };
  const kind = kindOf(one);
  const spec = kindSpec(kind);
  const claims = Object.fromEntries(
    ['standing', 'influence', 'performance', 'contribution', 'effect'].map((name) => [name, claimed(stated[name])]),
  );
  const experts = 'appraisals' in one ? (one.appraisals ?? []) : [];
  const [first, second] = experts;
  const fields: Record<string, unknown> = {
    ...stated,
    ...claims,
    specialtyRelation: one.relation,
    place: one.rank,
    ...(spec.effective === null ? {} : { [spec.effective.field]: one.effectiveOn }),
    ...(one.kind === 'project' || one.kind === 'research-topic' ? { name: one.project ?? one.id } : {}),
    ...Object.fromEntries(
      [first, second].flatMap((expert, at) => {
        const which = at === 0 ? 'One' : 'Two';
        if (expert === undefined) return [];
        return [
          [`expert${which}`, expert.name ?? `专家${which}`],
          [`expert${which}Level`, expert.titleLevel],
          [`expert${which}Years`, expert.titleYears],
          [`expert${which}Relation`, expert.relation],
        ];
      }),
    ),
    ...special(one),
  };
  return { kind, fields, purposes: purposesOf(one, kind, fields) };
}

function kindOf(one: Achievement): RowKind {
  if (one.kind === 'policy-document') {
    const policies = ['development-plan', 'strategic-decision', 'policy', 'specification'];
    return policies.includes(one.type ?? '') ? 'policy' : 'standard';
  }
  if (one.kind !== 'report') return one.kind;
  const plainReport =
    [one.instructedBy, one.adoptedByGovernment, one.adoptedByDepartment].every((by) => by === 'none') &&
    one.contentsComplete === undefined &&
    one.circulated === undefined;
  return plainReport ? 'report' : 'endorsed-report';
}

/** Fields a row holds in other words than the dossier. */
function special(one: Achievement): Record<string, unknown> {
  switch (one.kind) {
    case 'project':
      return { protectedTarget: one.highRiskTarget, amount: one.contractAmount };
    case 'award':
    case 'contest':
      return {
        ...(one.kind === 'award'
          ? { personalCertificate: one.certificate }
          : { nationalSecurityContest: one.securityIndustry }),
        ...quotaOf(one),
      };
    case 'commendation':
      return {
        grounds:
          one.emergencyResponse === true
            ? 'emergency'
            : one.developmentPromotion === true
              ? 'development'
              : one.technicalWork === true
                ? 'technical'
                : one.technicalWork === undefined
                  ? null
                  : 'other',
      };
    case 'policy-document':
      return { inForce: one.implemented, promulgated: one.promulgated };
    case 'unit-document':
      return { inForce: one.implemented };
    case 'paper':
      return {
        authorPlace: one.authorRank,
        cn: one.cn ?? (one.serialNumbers === true ? 'CN 21-1234/TP' : null),
        issn: one.issn ?? (one.serialNumbers === true ? '1000-1239' : null),
        isbn: one.isbn === true ? '978-7-111-00000-0' : null,
        indexes: one.indexed === undefined ? null : one.indexed ? ['ei'] : ['none'],
        foreign: false,
      };
    case 'book':
      return { authorPlace: one.authorRank, isbn: one.isbn === true ? '978-7-111-00000-0' : null };
    case 'patent':
      return {
        place: one.inventorRank ?? one.rank,
        filedOn: one.granted === undefined ? null : '2019-01-01',
        grantedOn: one.granted === true ? one.effectiveOn : null,
      };
    case 'software-copyright':
      return { place: one.inventorRank ?? one.rank, registeredOn: one.granted === true ? one.effectiveOn : null };
    case 'innovation':
    case 'conversion':
      return { amount: one.contractAmount, tax: one.taxAmount };
    case 'research-topic':
    case 'report':
    case 'original-result':
    case 'task':
      return {};
  }
}

function quotaOf(one: Extract<Achievement, { kind: 'award' | 'contest' }>): Record<string, unknown> {
  if (one.withinQuota === undefined) return {};
  const place = one.rank ?? (one.withinQuota ? 1 : 2);
  return { place, quota: one.withinQuota ? place : place - 1 };
}

/** Files that show what the dossier says is proved: all of them, or none where it says that the chain is broken. */
function purposesOf(one: Achievement, kind: RowKind, fields: Record<string, unknown>): readonly Purpose[] {
  if (one.evidence === false) return [];
  const lookups: readonly Purpose[] = ['press-lookup', 'database-lookup', 'retrieval-certificate'];
  const shown = kindSpec(kind).evidence.flatMap((rule) =>
    Array.from({ length: rule.files ?? 1 }, () => rule.anyOf[0] ?? 'other'),
  );
  const found = 'retrievalPage' in one && one.retrievalPage === false;
  return found || fields.retrievalPage === false ? shown : [...shown, ...lookups];
}

function attestationsOf(dossier: Dossier): readonly Attestation[] {
  const { conduct, continuingEducation, probation } = dossier;
  const said = (id: Attestation['id'], holds: boolean | undefined): readonly Attestation[] =>
    holds === undefined ? [] : [{ id, year: 0, holds, result: null, years: null }];
  const not = (value: boolean | undefined) => (value === undefined ? undefined : !value);
  return [
    ...said('law-abiding', conduct?.lawAbiding),
    ...said('ethical', conduct?.ethical),
    ...said('healthy', conduct?.healthy),
    ...said('dutiful', conduct?.dutiful),
    ...said('academic-honesty', not(conduct?.academicMisconduct)),
    ...said('no-fault', not(conduct?.majorFault)),
    ...said('learning', continuingEducation?.fulfilled),
    ...said('learning-related', continuingEducation?.relatedProof),
    ...said('probation', probation?.assessed).map((one) => ({ ...one, years: probation?.years ?? null })),
  ];
}
