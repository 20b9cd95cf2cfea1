import { choice, date, flag, optionalDate, text } from '../fields.ts';
import type { KindSpec } from '../kind.ts';
import { PATENT_TYPES } from '../lists.ts';
import { benefitClaim, benefitEvidence, myPart, ofProject, placeAmong, specialty } from './common.ts';

export const rightKinds = [
  {
    kind: 'patent',
    section: 'rights',
    label: '专利',
    heading: 'name',
    achievement: true,
    effective: { field: 'grantedOn', basis: 'grant' },
    hint: '以授权公告日为准。申请中的专利不计入。',
    fields: [
      text('name', '专利名称'),
      choice('type', '专利类型', PATENT_TYPES),
      text('number', '专利号', { max: 30, identifier: 'patent-number' }),
      text('holder', '专利权人'),
      ...placeAmong('本人在发明（设计）人中的排名', '发明（设计）人人数'),
      flag('mainInventor', '本人为主要发明（设计）人'),
      optionalDate('filedOn', '申请日'),
      date('grantedOn', '授权公告日'),
      ofProject,
      specialty,
      myPart,
      ...benefitClaim,
    ],
    evidence: [{ anyOf: ['certificate'] }, ...benefitEvidence],
  },
  {
    kind: 'software-copyright',
    section: 'rights',
    label: '计算机软件著作权',
    heading: 'name',
    achievement: true,
    effective: { field: 'registeredOn', basis: 'grant' },
    fields: [
      text('name', '软件名称'),
      text('number', '登记号', { max: 30, identifier: 'software-registration' }),
      text('holder', '著作权人'),
      ...placeAmong('本人在开发人员中的排名', '主要开发人员人数'),
      flag('mainInventor', '本人为主要开发人员'),
      date('registeredOn', '登记日期'),
      ofProject,
      specialty,
      myPart,
      ...benefitClaim,
    ],
    evidence: [{ anyOf: ['certificate'] }, { anyOf: ['role-proof', 'people'] }, ...benefitEvidence],
  },
] as const satisfies readonly KindSpec[];
