import { type Achievement, type LadderId, type Quality, type ScaleValue, VALUES } from '@zhiping/standard';
import { evidenceChecklist, type RowFacts } from './counting.ts';
import type { EvidenceList } from './evidence-lists.ts';
import { dateOf, flagOf, numberOf, relationOf, textOf, wordOf } from './dossier-values.ts';
import type { Fields, FieldValue } from './fields.ts';
import { kindSpec } from './kinds/index.ts';

/** What reviewers decided on one achievement: confirmed degree words by field, and qualities. */
export interface ClaimDecisions {
  readonly confirmed?: Readonly<Record<string, string>>;
  readonly qualities?: Partial<Readonly<Record<Quality, boolean>>>;
}

/** Rows that speak for another row: benefits it brought, and what others did about it (product A9). */
export interface Witnesses {
  readonly benefits: readonly RowFacts[];
  readonly standings: readonly RowFacts[];
}

/**
 * One row as an achievement of the dossier, or null for the other kinds. A degree of benefit, an instruction, an adoption
 * or an acceptance stands on the row itself or on a separate row that names it; of several the highest counts. The
 * reviewers' confirmation, where there is one, goes beside the claim.
 */
export function achievementOf(
  row: RowFacts,
  witnesses: Witnesses,
  decisions: ClaimDecisions,
  lists: readonly EvidenceList[] = [],
): Achievement | null {
  const { fields } = row;
  const { benefits } = witnesses;
  const stood = standingsOn(row, witnesses.standings);
  const { effective } = kindSpec(row.kind);
  const claim = <L extends LadderId>(ladder: L, field: string, claimed: string | undefined) => {
    const word = wordOf(ladder, claimed ?? 'none');
    const confirmed = wordOf(ladder, decisions.confirmed?.[field]);
    if (word === undefined) return undefined;
    return confirmed === undefined ? word : { claimed: word, confirmed };
  };
  const common = {
    id: row.id,
    name: textOf(fields.name),
    project: row.kind === 'project' || row.kind === 'research-topic' ? textOf(fields.name) : textOf(fields.project),
    effectiveOn: effective === null ? undefined : dateOf(fields[effective.field]),
    relation: relationOf(fields),
    role: wordOf('role', fields.role),
    rank: numberOf(fields.place),
    // What is not filed yet is not known; that it is lacking is for a person to say.
    evidence: evidenceChecklist(row, lists).every((check) => check.satisfied) || undefined,
    myPart: textOf(fields.myPart),
    qualities: decisions.qualities,
  };
  const gains = {
    economicBenefit: claim('benefit', 'economicBenefit', benefitOf(row, benefits, 'economic')),
    socialBenefit: claim('benefit', 'socialBenefit', benefitOf(row, benefits, 'social')),
  };
  const standing = claim('standing', 'standing', textOf(fields.standing));
  const influence = claim('influence', 'influence', textOf(fields.influence));
  const performance = claim('performance', 'performance', textOf(fields.performance));
  const contribution = claim('contribution', 'contribution', textOf(fields.contribution));
  const effect = claim('effect', 'effect', textOf(fields.effect));
  const withinQuota = withinQuotaOf(fields);

  switch (row.kind) {
    case 'project':
      return {
        kind: 'project',
        ...common,
        type: wordOf('project-type', fields.type),
        level: wordOf('level', fields.level),
        source: wordOf('project-source', fields.source),
        importance: wordOf('importance', fields.importance),
        highRiskTarget: flagOf(fields.protectedTarget),
        completed: stood.has('conclusion', 'acceptance') || flagOf(fields.completed),
        specialProgramme: flagOf(fields.specialProgramme) ?? isAnswer(fields, 'type', 'special'),
        contractAmount: numberOf(fields.amount),
        protectionLevel: numberOf(fields.protectionLevel) ?? 0,
        standing,
        influence,
        effect,
        appraisedBy: stood.highest(fields.appraisedBy, 'appraisal', 'acceptance'),
        ...gains,
      };
    case 'research-topic':
      return {
        kind: 'research-topic',
        ...common,
        level: wordOf('level', fields.level),
        source: wordOf('project-source', fields.source),
        // Nothing chosen claims nothing; a topic of a special programme is entered as a project of that type.
        importance: wordOf('importance', fields.importance ?? 'ordinary'),
        completed: stood.has('conclusion', 'acceptance') || flagOf(fields.completed),
        // A programme is named: a topic that says nothing of one belongs to none.
        specialProgramme: flagOf(fields.specialProgramme) ?? false,
        standing,
        influence,
        appraisedBy: stood.highest(fields.appraisedBy, 'appraisal', 'acceptance'),
        ...gains,
      };
    case 'award':
      return {
        kind: 'award',
        ...common,
        type: wordOf('award-type', fields.type),
        level: wordOf('level', fields.level),
        grade: wordOf('grade', fields.grade),
        conferrer: wordOf('conferrer', fields.conferrer),
        withinQuota,
        certificate: flagOf(fields.personalCertificate),
      };
    case 'contest':
      return {
        kind: 'contest',
        ...common,
        level: wordOf('level', fields.level),
        industry: textOf(fields.industry),
        securityIndustry: flagOf(fields.nationalSecurityContest),
        grade: wordOf('grade', fields.grade),
        conferrer: wordOf('conferrer', fields.conferrer),
        withinQuota,
      };
    case 'commendation':
      return {
        kind: 'commendation',
        ...common,
        level: wordOf('level', fields.level),
        honour: wordOf('honour', fields.honour),
        conferrer: wordOf('conferrer', fields.conferrer),
        emergencyResponse: isAnswer(fields, 'grounds', 'emergency'),
        developmentPromotion: isAnswer(fields, 'grounds', 'development'),
        technicalWork: isAnswer(fields, 'grounds', 'technical'),
        contribution,
        recognisedBy: stood.highest(fields.recognisedBy, 'recognition'),
      };
    case 'standard':
    case 'policy':
      return {
        kind: 'policy-document',
        ...common,
        type: wordOf('document-type', fields.type),
        level: wordOf('level', fields.level),
        promulgated: stood.has('promulgation') || (flagOf(fields.promulgated) ?? flagOf(fields.inForce)),
        implemented: stood.has('promulgation') || flagOf(fields.inForce),
      };
    case 'unit-document':
      return {
        kind: 'unit-document',
        ...common,
        type: wordOf('unit-document-type', fields.type),
        implemented: flagOf(fields.inForce),
        effect,
      };
    case 'paper':
      return paperOf(row, common);
    case 'book':
      return {
        kind: 'book',
        ...common,
        type: wordOf('book-type', fields.type),
        isbn: textOf(fields.isbn) !== undefined,
        published: dateOf(fields.publishedOn) === undefined ? undefined : true,
        authorRank: numberOf(fields.authorPlace),
        words: numberOf(fields.words),
        retrievalPage: shows(row, 'press-lookup') || shows(row, 'database-lookup'),
      };
    case 'report':
      return {
        kind: 'report',
        ...common,
        type: wordOf('report-type', fields.type),
        importance: wordOf('importance', fields.importance),
        peerReviewed: flagOf(fields.peerReviewed),
        standing,
        appraisals: appraisalsOf(fields),
        // One that was instructed or adopted is entered as a kind of its own, or a row of standing says so.
        instructedBy: stood.highest('none', 'instruction'),
        adoptedByGovernment: stood.highest('none', 'government-adoption'),
        adoptedByDepartment: stood.highest('none', 'department-adoption'),
      };
    case 'endorsed-report':
      return {
        kind: 'report',
        ...common,
        type: wordOf('report-type', fields.type),
        importance: wordOf('importance', fields.importance),
        peerReviewed: flagOf(fields.peerReviewed),
        standing,
        appraisals: appraisalsOf(fields),
        instructedBy: stood.highest(fields.instructedBy, 'instruction'),
        adoptedByGovernment: stood.highest(fields.adoptedByGovernment, 'government-adoption'),
        adoptedByDepartment: stood.highest(fields.adoptedByDepartment, 'department-adoption'),
        contentsComplete: flagOf(fields.contentsComplete),
        circulated: flagOf(fields.circulated),
      };
    case 'task':
      return {
        kind: 'task',
        ...common,
        type: wordOf('task-type', fields.type),
        level: wordOf('level', fields.level),
        incidentGrade: wordOf('incident-grade', fields.incidentGrade),
        times: numberOf(fields.times),
        completed: flagOf(fields.completed),
        performance,
        recognisedBy: stood.highest(fields.recognisedBy, 'recognition'),
        enterprise: wordOf('ownership', fields.enterprise),
        enterpriseLevel: wordOf('level', fields.enterpriseLevel),
        enterpriseSize: wordOf('enterprise-size', fields.enterpriseSize),
        ...gains,
      };
    case 'patent':
    case 'software-copyright': {
      const inventor = {
        granted: grantedOf(fields),
        inventorRank: numberOf(fields.place),
        mainInventor: flagOf(fields.mainInventor),
        ...gains,
      };
      return row.kind === 'patent'
        ? { kind: 'patent', ...common, type: wordOf('patent-type', fields.type), ...inventor }
        : { kind: 'software-copyright', ...common, ...inventor };
    }
    case 'innovation':
      return {
        kind: 'innovation',
        ...common,
        level: wordOf('level', fields.level),
        inProduction: stood.has('production') || flagOf(fields.inProduction),
        appraisedBy: stood.highest(fields.appraisedBy, 'appraisal', 'acceptance'),
        standing,
        influence,
        performance,
        contractAmount: numberOf(fields.amount),
        taxAmount: numberOf(fields.tax),
        ...gains,
      };
    case 'conversion':
      return {
        kind: 'conversion',
        ...common,
        type: wordOf('conversion-type', fields.type),
        highTech: flagOf(fields.highTech),
        performance,
        contractAmount: numberOf(fields.amount),
        taxAmount: numberOf(fields.tax),
        ...gains,
      };
    case 'original-result':
      return {
        kind: 'original-result',
        ...common,
        standing,
        contribution,
        peerReviewed: flagOf(fields.peerReviewed),
        internationallyRecognised: flagOf(fields.internationallyRecognised),
        ...gains,
      };
    // Rows of benefit and of standing speak for another row and are no achievements of their own.
    case 'benefit':
    case 'standing':
    // No standard counts works; they stand in the publicity and among the material.
    case 'creation':
    case 'basic':
    case 'education':
    case 'degree':
    case 'title':
    case 'qualification':
    case 'examination':
    case 'skill-certificate':
    case 'work':
    case 'social-insurance':
    case 'mentoring':
    case 'influence':
    case 'appointment':
    case 'assessment':
    case 'conduct':
    case 'continuing-education':
    case 'recommendation':
    case 'department-consent':
      return null;
  }
}

function paperOf(row: RowFacts, common: { readonly id: string }): Achievement {
  const { fields } = row;
  const issn = textOf(fields.issn);
  const cn = textOf(fields.cn);
  const issueType = wordOf('issue-type', fields.issueType);
  const indexes = indexesOf(fields.indexes);
  return {
    kind: 'paper',
    ...common,
    authorRank: numberOf(fields.authorPlace),
    conferenceLevel: wordOf('endorsement', fields.conferenceLevel),
    appraisals: appraisalsOf(fields),
    words: numberOf(fields.words),
    corresponding: flagOf(fields.corresponding),
    cn,
    issn,
    // Journals abroad carry no CN number; LN-SEC 六(五)7 names foreign indexes among the regular journals.
    serialNumbers: issn !== undefined && (cn !== undefined || fields.foreign === true),
    issueType,
    isbn: issueType === 'proceedings' ? textOf(fields.isbn) !== undefined : undefined,
    indexed: indexes === undefined ? undefined : indexes.length > 0,
    indexedIn: indexes === undefined ? undefined : indexes.join(' '),
    published: issueType === undefined ? undefined : issueType !== 'call' && issueType !== 'proof',
    retrievalPage:
      fields.foreign === true
        ? shows(row, 'retrieval-certificate')
        : shows(row, 'press-lookup') && shows(row, 'database-lookup'),
  };
}

/** Names of the indexes, without the answer that there is none; undefined where nothing was answered. */
function indexesOf(value: FieldValue | undefined): readonly string[] | undefined {
  return Array.isArray(value) && value.length > 0 ? value.filter((one) => one !== 'none') : undefined;
}

function appraisalsOf(fields: Fields): NonNullable<Extract<Achievement, { kind: 'report' }>['appraisals']> {
  return (['One', 'Two'] as const).flatMap((which) => {
    const name = textOf(fields[`expert${which}`]);
    if (name === undefined) return [];
    return [
      {
        name,
        titleLevel: wordOf('title-level', fields[`expert${which}Level`]),
        titleYears: numberOf(fields[`expert${which}Years`]),
        relation: wordOf('relation', fields[`expert${which}Relation`]),
      },
    ];
  });
}

/** Granted or registered with its date; filed and not granted is an answer too. */
function grantedOf(fields: Fields): boolean | undefined {
  if (dateOf(fields.grantedOn ?? fields.registeredOn) !== undefined) return true;
  return dateOf(fields.filedOn) === undefined ? undefined : false;
}

/** What the rows of standing say about one row. */
function standingsOn(row: RowFacts, standings: readonly RowFacts[]) {
  const named = standings.filter((one) => one.fields.achievement === row.id);
  return {
    has: (...types: readonly string[]): boolean => named.some((one) => types.includes(String(one.fields.type))),
    /** The highest level among the row's own answer and the rows of standing; undefined where nobody answered. */
    highest: (own: FieldValue | undefined, ...types: readonly string[]): ScaleValue<'endorsement'> | undefined => {
      const levels = named
        .filter((one) => types.includes(String(one.fields.type)))
        .map((one) => wordOf('endorsement', one.fields.level));
      return [wordOf('endorsement', own), ...levels].reduce(
        (best, one) => (one !== undefined && (best === undefined || rankOf(one) > rankOf(best)) ? one : best),
        undefined,
      );
    },
  };
}

const rankOf = (level: ScaleValue<'endorsement'>): number => VALUES.endorsement.indexOf(level);

/** The claimed degree of one sort of benefit: the row's own claim, else that of a row of benefit that names it. */
function benefitOf(row: RowFacts, benefits: readonly RowFacts[], sort: 'economic' | 'social'): string | undefined {
  const own = row.fields.benefitKind === sort ? textOf(row.fields.benefit) : undefined;
  if (own !== undefined) return own;
  const named = benefits.filter((one) => one.fields.achievement === row.id && one.fields.benefitKind === sort);
  return named.map((one) => textOf(one.fields.benefit)).find((one) => one !== undefined);
}

/** 等级内额定人员: the place lies within the number of people the award's rules allow (LN-SEC 六(五)14). */
function withinQuotaOf(fields: Fields): boolean | undefined {
  const place = numberOf(fields.place);
  const quota = numberOf(fields.quota);
  return place === undefined || quota === undefined ? undefined : place <= quota;
}

function isAnswer(fields: Fields, field: string, answer: string): boolean | undefined {
  const value = textOf(fields[field]);
  return value === undefined ? undefined : value === answer;
}

function shows(row: RowFacts, purpose: RowFacts['evidence'][number]['purposes'][number]): boolean {
  return row.evidence.some((file) => file.purposes.includes(purpose));
}
