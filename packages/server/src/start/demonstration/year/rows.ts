import type { ExchangedRow, RowKind } from '@zhiping/core';
import type { FieldOfWork } from './field.ts';
import { ethnicityFor } from './names.ts';
import type { Chance } from './random.ts';

type Fields = ExchangedRow['fields'];

/** Whose archive it is. */
export interface Owner {
  readonly name: string;
  readonly female: boolean;
  readonly idNumber: string;
  readonly phone: string;
  readonly bornOn: string;
  readonly unitName: string;
  readonly ownership: string;
  readonly affiliation: string;
  readonly post: string;
  /** Level applied for: the title held is the one below. */
  readonly level: 'engineer' | 'senior' | 'full-senior';
  /** Year of the plan. */
  readonly year: number;
  readonly specialty: string;
}

const SAME = { specialtyRelation: 'same' };
const BELOW = { engineer: 'assistant', senior: 'engineer', 'full-senior': 'senior' } as const;
const YEARS_OF_STUDY = 4;

/** An invented archive: what the conditions ask for, in most cases; here and there something is short. */
export function archiveOf(chance: Chance, field: FieldOfWork, owner: Owner, newId: () => string): ExchangedRow[] {
  const rows: ExchangedRow[] = [];
  const add = (kind: RowKind, fields: Fields): void => {
    rows.push({ id: newId(), kind, fields });
  };
  const graduated = Number(owner.bornOn.slice(0, 4)) + 22;
  const held = BELOW[owner.level];
  // One in eight has the title for too short a time, and the report says so.
  const heldSince = owner.year - (chance.below(8) === 0 ? 3 : 5 + chance.below(3));
  const major = chance.pick(field.majors);
  const school = chance.pick(field.schools);
  const worked = `${graduated}-07-${String(10 + chance.below(20))}`;
  add('basic', {
    name: owner.name,
    sex: owner.female ? 'female' : 'male',
    idType: 'resident-id',
    idNumber: owner.idNumber,
    phone: owner.phone,
    bornOn: owner.bornOn,
    ethnicity: ethnicityFor(chance, field.ethnicities),
    unitName: owner.unitName,
    ownership: owner.ownership,
    affiliation: owner.affiliation,
    region: field.region,
    employment: 'employee',
    labourRelation: true,
    post: owner.post,
    inSpecialtySince: worked,
  });
  add('education', {
    level: 'bachelor',
    school,
    major,
    ...SAME,
    startedOn: `${graduated - YEARS_OF_STUDY}-09-01`,
    graduatedOn: `${graduated}-07-01`,
    fullTime: true,
  });
  add('degree', { level: 'bachelor', school, major, ...SAME, grantedOn: `${graduated}-07-01` });
  add('title', {
    name: field.titles[held],
    series: field.series,
    level: held,
    specialty: owner.specialty,
    ...SAME,
    acquiredOn: chance.date(`${heldSince}-09-01`, `${heldSince}-12-20`),
    way: held === 'assistant' ? 'initial' : 'review',
    issuer: field.titleIssuer,
    certificateNumber: `${heldSince}${String(chance.below(1_000_000)).padStart(6, '0')}`,
  });
  add('work', {
    unitName: owner.unitName,
    post: owner.post,
    ...SAME,
    from: worked,
    probation: false,
    duties: field.duties,
  });
  add('appointment', {
    post: field.titles[held],
    level: held,
    unitName: owner.unitName,
    from: `${heldSince + 1}-01-01`,
  });
  for (let year = heldSince + 1; year < owner.year; year += 1) {
    add('assessment', { year, result: chance.below(5) === 0 ? 'excellent' : 'qualified', unitName: owner.unitName });
  }
  add('conduct', { sanction: 'none' });
  for (const row of learning(chance, field, owner.year)) add('continuing-education', row);
  if (field.examination !== undefined && owner.level === 'senior') {
    const { name, passedFrom, passedTo } = field.examination;
    add('examination', { name, level: 'senior', passed: true, passedOn: chance.date(passedFrom, passedTo) });
  }
  for (const row of achievements(chance, field, owner, heldSince)) add(row.kind, row.fields);
  return rows;
}

function learning(chance: Chance, field: FieldOfWork, planYear: number): Fields[] {
  const year = (of: number, type: string, hours: number): Fields => ({
    year: of,
    type,
    hours,
    course: type === 'specialty' ? field.course : '职业道德与公共知识',
    provider: field.provider,
    ...(type === 'specialty' ? SAME : { specialtyRelation: 'other' }),
  });
  if (field.yearlyHours.length === 0) return [year(planYear - 1, 'specialty', 60 + chance.below(30))];
  return field.yearlyHours.flatMap((of) => [
    year(of, 'specialty', 64 + chance.below(20)),
    // One in a dozen is short of the hours of a year.
    year(of, 'general-public', chance.below(48) === 0 ? 12 : 27 + chance.below(10)),
  ]);
}

function achievements(
  chance: Chance,
  field: FieldOfWork,
  owner: Owner,
  heldSince: number,
): { readonly kind: RowKind; readonly fields: Fields }[] {
  const within = (): string => chance.date(`${heldSince + 1}-02-01`, `${owner.year - 1}-11-30`);
  // The first is what a person of this field leads; the second may be anything.
  const project = (leading: boolean): { readonly kind: RowKind; readonly fields: Fields } => {
    const signedOn = within();
    const client = chance.pick(field.clients);
    return {
      kind: 'project',
      fields: {
        name: `${client.replace(/(集团)?有限(责任)?公司$/, '')}${chance.pick(field.projects)}（${['一', '二', '三', '四'][chance.below(4)] ?? '一'}期）`,
        type: field.projectType,
        level: leading ? 'city' : chance.pick(['city', 'province', 'county']),
        source: 'contract',
        importance: chance.pick(['major', 'key', 'ordinary']),
        protectedTarget: field.projectType === 'engineering' && (leading || chance.below(3) > 0),
        client,
        role: leading ? 'host' : chance.pick(['host', 'main-lead', 'participant']),
        startedOn: `${Number(signedOn.slice(0, 4)) - 1}${signedOn.slice(4)}`.replace('-02-29', '-02-28'),
        finishedOn: signedOn,
        signedOn,
        completed: true,
        amount: (20 + chance.below(180)) * 50_000,
        ...SAME,
        myPart: chance.pick(field.parts),
        benefitKind: 'social',
        benefit: chance.pick(['higher', 'good', 'notable']),
      },
    };
  };
  const rule = (name: string): { readonly kind: RowKind; readonly fields: Fields } => ({
    kind: 'unit-document',
    fields: {
      name,
      type: name.endsWith('流程') ? 'process' : 'management-standard',
      role: 'host',
      inForce: true,
      signedOn: within(),
      effect: 'notable',
      ...SAME,
      myPart: '主持制定，起草全部技术条款。',
    },
  });
  const topic = (name: string): { readonly kind: RowKind; readonly fields: Fields } => {
    const signedOn = within();
    return {
      kind: 'research-topic',
      fields: {
        name,
        level: 'province',
        client: chance.pick(field.clients),
        role: 'host',
        source: 'authority',
        place: 1,
        people: 5,
        startedOn: `${Number(signedOn.slice(0, 4)) - 1}-03-01`,
        finishedOn: signedOn,
        signedOn,
        completed: true,
        ...SAME,
        myPart: '主持研究，负责技术路线和试验验证。',
      },
    };
  };
  const invention = (name: string): { readonly kind: RowKind; readonly fields: Fields } => {
    const grantedOn = within();
    return {
      kind: 'patent',
      fields: {
        name,
        type: 'invention',
        number: patentNumber(Number(grantedOn.slice(0, 4)) - 2, chance.below(10_000_000)),
        holder: owner.unitName,
        place: 1 + chance.below(3),
        people: 4,
        mainInventor: true,
        grantedOn,
        ...SAME,
        myPart: '提出技术方案并完成验证。',
        benefitKind: 'economic',
        benefit: 'higher',
      },
    };
  };
  const registeredOn = within();
  const publishedOn = within();
  return [
    project(true),
    project(false),
    ...some(chance, field.rules, 2).map(rule),
    ...some(chance, field.topics, 2).map(topic),
    ...some(chance, field.inventions, 1).map(invention),
    {
      kind: 'software-copyright',
      fields: {
        name: `${owner.unitName.slice(2, 6)}${chance.pick(field.software)} V${1 + chance.below(4)}.${chance.below(10)}`,
        number: `${registeredOn.slice(0, 4)}SR${String(chance.below(10_000_000)).padStart(7, '0')}`,
        holder: owner.unitName,
        place: 1 + chance.below(2),
        people: 4,
        mainInventor: true,
        registeredOn,
        project: chance.pick(field.projects),
        ...SAME,
        myPart: '负责总体架构和核心模块的设计与实现。',
        benefitKind: 'economic',
        benefit: 'higher',
      },
    },
    {
      kind: 'paper',
      fields: {
        name: `${chance.pick(field.papers)}——以${chance.pick(field.projects)}为例`,
        journal: field.journal.name,
        cn: field.journal.cn,
        issn: field.journal.issn,
        issueType: 'regular',
        issue: `${publishedOn.slice(0, 4)}年第${1 + chance.below(6)}期 ${10 + chance.below(60)}—${75 + chance.below(9)}页`,
        publishedOn: `${publishedOn.slice(0, 8)}15`,
        authorPlace: 1 + chance.below(2),
        corresponding: chance.below(2) === 0,
        indexes: ['none'],
        foreign: false,
        ...SAME,
      },
    },
  ];
}

/** So many of a list, beginning somewhere. */
function some<T>(chance: Chance, from: readonly T[], count: number): readonly T[] {
  const first = chance.below(Math.max(1, from.length));
  return [...from.slice(first), ...from.slice(0, first)].slice(0, count);
}

/** An invented number of an invention with its check digit: year, kind, serial, then the sum of 2 to 9, 2 to 5 over them by 11. */
function patentNumber(year: number, serial: number): string {
  const digits = `${year}1${String(serial).padStart(7, '0')}`;
  const sum = Array.from(digits).reduce((total, digit, index) => total + Number(digit) * (2 + (index % 8)), 0);
  const check = sum % 11;
  return `ZL ${digits}.${check === 10 ? 'X' : check}`;
}
