import type { Achievement, LadderId, Quality } from '@zhiping/standard';
import { evidenceChecklist, type RowFacts } from './counting.ts';
import { dateOf, flagOf, numberOf, relationOf, textOf, wordOf, yuanOf } from './dossier-values.ts';
import type { Fields } from './fields.ts';
import { kindSpec } from './kinds/index.ts';

/** What reviewers decided on one achievement: confirmed degree words by field, and qualities. */
export interface ClaimDecisions {
  readonly confirmed?: Readonly<Record<string, string>>;
  readonly qualities?: Partial<Readonly<Record<Quality, boolean>>>;
}

/**
 * One row as an achievement of the dossier, or null for the other kinds. A degree of benefit stands on the row itself or
 * on a separate row of benefit that names it; the reviewers' confirmation, where there is one, goes beside the claim.
 */
export function achievementOf(
  row: RowFacts,
  benefits: readonly RowFacts[],
  decisions: ClaimDecisions,
): Achievement | null {
  const { fields } = row;
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
    evidence: evidenceChecklist(row).every((check) => check.satisfied),
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
        completed: flagOf(fields.completed),
        specialProgramme: fields.type === undefined ? undefined : fields.type === 'special',
        contractAmount: yuanOf(fields.amount),
        protectionLevel: numberOf(fields.protectionLevel) ?? 0,
        standing,
        influence,
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
        completed: flagOf(fields.completed),
        specialProgramme: false,
        standing,
        influence,
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
        conferrer: wordOf('conferrer', fields.conferrer),
        emergencyResponse: isAnswer(fields, 'grounds', 'emergency'),
        developmentPromotion: isAnswer(fields, 'grounds', 'development'),
        technicalWork: isAnswer(fields, 'grounds', 'technical'),
        contribution,
        recognisedBy: wordOf('endorsement', fields.recognisedBy),
      };
    case 'standard':
    case 'policy':
      return {
        kind: 'policy-document',
        ...common,
        type: wordOf('document-type', fields.type),
        level: wordOf('level', fields.level),
        promulgated: flagOf(fields.inForce),
        implemented: flagOf(fields.inForce),
      };
    case 'unit-document':
      return {
        kind: 'unit-document',
        ...common,
        type: wordOf('unit-document-type', fields.type),
        implemented: flagOf(fields.inForce),
        effect: claim('effect', 'effect', textOf(fields.effect)),
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
        appraisals: (['One', 'Two'] as const).flatMap((which) => {
          const name = textOf(fields[`expert${which}`]);
          if (name === undefined) return [];
          const titleLevel = wordOf('title-level', fields[`expert${which}Level`]);
          return [{ name, titleLevel, relation: wordOf('relation', fields[`expert${which}Relation`]) }];
        }),
        // One that was instructed or adopted is entered as a kind of its own.
        instructedBy: 'none',
        adoptedByGovernment: 'none',
        adoptedByDepartment: 'none',
      };
    case 'endorsed-report':
      return {
        kind: 'report',
        ...common,
        type: wordOf('report-type', fields.type),
        appraisals: [],
        instructedBy: wordOf('endorsement', fields.instructedBy),
        adoptedByGovernment: wordOf('endorsement', fields.adoptedByGovernment),
        adoptedByDepartment: wordOf('endorsement', fields.adoptedByDepartment),
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
        recognisedBy: wordOf('endorsement', fields.recognisedBy),
        enterprise: wordOf('ownership', fields.enterprise),
        enterpriseLevel: wordOf('level', fields.enterpriseLevel),
        enterpriseSize: wordOf('enterprise-size', fields.enterpriseSize),
        ...gains,
      };
    case 'patent':
    case 'software-copyright': {
      const inventor = {
        granted: dateOf(fields.grantedOn ?? fields.registeredOn) === undefined ? undefined : true,
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
        inProduction: flagOf(fields.inProduction),
        standing,
        performance,
        contractAmount: yuanOf(fields.amount),
        taxAmount: yuanOf(fields.tax),
        ...gains,
      };
    case 'conversion':
      return {
        kind: 'conversion',
        ...common,
        type: wordOf('conversion-type', fields.type),
        highTech: flagOf(fields.highTech),
        performance,
        contractAmount: yuanOf(fields.amount),
        taxAmount: yuanOf(fields.tax),
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
    // A row of benefit speaks for another row and is no achievement of its own.
    case 'benefit':
    case 'basic':
    case 'education':
    case 'degree':
    case 'title':
    case 'skill-certificate':
    case 'work':
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
  return {
    kind: 'paper',
    ...common,
    authorRank: numberOf(fields.authorPlace),
    corresponding: flagOf(fields.corresponding),
    cn,
    issn,
    // Journals abroad carry no CN number; LN-SEC 六(五)7 names foreign indexes among the regular journals.
    serialNumbers: issn !== undefined && (cn !== undefined || fields.foreign === true),
    issueType,
    isbn: issueType === 'proceedings' ? textOf(fields.isbn) !== undefined : undefined,
    indexed: Array.isArray(fields.indexes) && fields.indexes.length > 0,
    indexedIn: Array.isArray(fields.indexes) ? fields.indexes.join(' ') : undefined,
    published: issueType === undefined ? undefined : issueType !== 'call' && issueType !== 'proof',
    retrievalPage:
      fields.foreign === true
        ? shows(row, 'retrieval-certificate')
        : shows(row, 'press-lookup') && shows(row, 'database-lookup'),
  };
}

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
