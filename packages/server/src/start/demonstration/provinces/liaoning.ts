import { LIU, WANG } from '../archive-people.ts';
import { EXPERT_LOGINS } from '../expert-logins.ts';
import { DEMONSTRATION, DEMONSTRATION_START } from '../ids.ts';
import { LIAONING_LOGINS } from '../logins.ts';
import type { Province } from '../province.ts';

const common = {
  area: '沈阳市',
  authority_id: DEMONSTRATION.authority,
  association_id: DEMONSTRATION.association,
} as const;

/** Liaoning 2024: engineering and economics under one organiser. */
export const LIAONING: Province = {
  name: '辽宁',
  organiser: {
    id: DEMONSTRATION.organiser,
    name: '辽宁省工业和信息化厅',
    officeName: '辽宁省安全技术防范工程高级职称评审委员会办公室',
  },
  startsAt: DEMONSTRATION_START,
  authorities: [
    { id: DEMONSTRATION.authority, name: '沈阳市人力资源和社会保障局', area: '沈阳市', kind: 'hr' },
    { id: DEMONSTRATION.confirmer, name: '辽宁省人力资源和社会保障厅', area: '辽宁省', kind: 'hr' },
  ],
  associations: [{ id: DEMONSTRATION.association, name: '辽宁省公共安全防范行业协会' }],
  confirmerId: DEMONSTRATION.confirmer,
  units: [
    {
      ...common,
      id: DEMONSTRATION.enterprise,
      name: '沈阳安盾科技有限公司',
      code: '91210102MA0XY5123',
      kind: 'private',
    },
    {
      ...common,
      id: DEMONSTRATION.institution,
      name: '沈阳市公共安全技术中心',
      code: '12210100463000456',
      kind: 'public-institution',
    },
  ],
  areaCode: '210102',
  logins: LIAONING_LOGINS,
  experts: EXPERT_LOGINS,
  members: [
    {
      username: 'applicant',
      unitId: DEMONSTRATION.enterprise,
      staff: 'unit',
      post: '系统集成部技术负责人',
      joinedOn: '2016-03-01',
      rows: WANG,
    },
    {
      username: 'applicant2',
      unitId: DEMONSTRATION.institution,
      staff: 'unit2',
      post: '检测工程师',
      joinedOn: '2016-03-01',
      rows: LIU,
    },
  ],
  plans: [
    { id: '01900000-0000-7000-8000-000000000007', pack: 'ln-2024-eng' },
    { id: '01900000-0000-7000-8000-000000000008', pack: 'ln-2024-econ' },
  ],
};
