import { choice, date, flag, integer, optionalChoice, optionalInteger, optionalText, text } from '../fields.ts';
import type { KindSpec } from '../kind.ts';
import {
  AWARD_TYPES,
  COMMENDATION_GROUNDS,
  CONFERRERS,
  CONTRIBUTIONS,
  ENDORSEMENTS,
  GRADES,
  LEVELS,
} from '../lists.ts';
import { myPart, NOTICE_CHAIN, ofProject, specialty } from './common.ts';

const AWARD_RULE = '2024年评审通知 六(二)';

export const honourKinds = [
  {
    kind: 'award',
    section: 'honours',
    label: '科技奖励',
    heading: 'name',
    achievement: true,
    effective: { field: 'signedOn', basis: 'signature' },
    hint: '主要指国家级、省部级政府奖励或列入国家目录的全国性社会力量奖。以证书签字盖章时间为准。',
    fields: [
      text('name', '奖励名称'),
      choice('type', '奖励类别', AWARD_TYPES),
      choice('conferrer', '授奖主体', CONFERRERS),
      choice('level', '级别', LEVELS),
      choice('grade', '等次', GRADES),
      text('issuer', '授奖机关'),
      date('signedOn', '证书日期'),
      integer('place', '本人排名', '位', { min: 1, max: 500 }),
      optionalInteger('quota', '该等次额定人数', '人', {
        min: 1,
        max: 500,
        help: '奖励办法规定的人数。排名在额定人数以内的为主要完成人（等级内额定人员）。',
      }),
      flag('personalCertificate', '有本人获奖证书'),
      optionalText('certificateNumber', '证书编号', { max: 50 }),
      ofProject,
      specialty,
      myPart,
    ],
    evidence: [
      { anyOf: ['certificate'], source: AWARD_RULE },
      {
        anyOf: ['people', 'role-proof'],
        when: { field: 'personalCertificate', in: [false] },
        source: NOTICE_CHAIN,
      },
    ],
  },
  {
    kind: 'contest',
    section: 'honours',
    label: '职业技能竞赛',
    heading: 'name',
    achievement: true,
    effective: { field: 'signedOn', basis: 'signature' },
    fields: [
      text('name', '竞赛名称'),
      choice('level', '级别', LEVELS),
      flag('nationalSecurityContest', '属于全国安防行业职业技能竞赛'),
      choice('grade', '奖项', GRADES),
      choice('conferrer', '授奖主体', CONFERRERS),
      text('issuer', '主办单位'),
      date('signedOn', '证书日期'),
      optionalInteger('place', '本人排名', '位', { min: 1, max: 500 }),
      optionalInteger('quota', '该奖项额定人数', '人', { min: 1, max: 500 }),
      optionalText('certificateNumber', '证书编号', { max: 50 }),
      specialty,
    ],
    evidence: [{ anyOf: ['certificate'], source: AWARD_RULE }],
  },
  {
    kind: 'commendation',
    section: 'honours',
    label: '表彰奖励',
    heading: 'name',
    achievement: true,
    effective: { field: 'signedOn', basis: 'signature' },
    hint: '在促进经济社会发展、应对突发事件中作出贡献，或因专业技术工作业绩突出获得的表彰奖励、通报表扬。',
    fields: [
      text('name', '表彰名称'),
      choice('level', '级别', LEVELS),
      choice('grounds', '事由', COMMENDATION_GROUNDS),
      optionalChoice('contribution', '自评贡献程度', CONTRIBUTIONS, { help: '是否成立由审核人员和专家认定。' }),
      choice('conferrer', '授奖主体', CONFERRERS),
      optionalChoice('recognisedBy', '主管部门认可的级别', ENDORSEMENTS, { help: '网信专业为网信部门。' }),
      text('issuer', '表彰机关'),
      date('signedOn', '证书或文件日期'),
      optionalText('certificateNumber', '证书或文件编号', { max: 50 }),
      specialty,
      myPart,
    ],
    evidence: [{ anyOf: ['certificate', 'issued-document'], source: NOTICE_CHAIN }],
  },
] as const satisfies readonly KindSpec[];
