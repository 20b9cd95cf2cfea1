import { YUAN } from '../archive-tianjin.ts';
import { TIANJIN_IDS as ID } from '../ids.ts';
import { TIANJIN_LOGINS } from '../logins.ts';
import type { Province } from '../province.ts';

/** Tianjin: engineering by the reform of 2019; the dates of the plan are a sample. */
export const TIANJIN: Province = {
  name: '天津',
  organiser: {
    id: ID.organiser,
    name: '天津市人力资源和社会保障局',
    officeName: '示例：人工智能专业职称评审委员会办公室',
  },
  startsAt: '2022-05-31T01:00:00.000Z',
  authorities: [
    { id: ID.districtAuthority, name: '天津市滨海新区人力资源和社会保障局', area: '滨海新区', kind: 'hr' },
    { id: ID.bureau, name: '天津市工业和信息化局', area: '天津市', kind: 'industry' },
    { id: ID.confirmer, name: '天津市人力资源和社会保障局', area: '天津市', kind: 'hr' },
  ],
  associations: [],
  confirmerId: ID.confirmer,
  units: [
    {
      id: ID.enterprise,
      name: '天津津智人工智能有限公司',
      code: '91120116MA06B2209',
      kind: 'private',
      area: '滨海新区',
      authority_id: ID.districtAuthority,
      association_id: null,
    },
    {
      id: ID.institute,
      name: '天津市智能制造研究院',
      code: '12120000401200357',
      kind: 'public-institution',
      area: '天津市',
      authority_id: ID.bureau,
      association_id: null,
    },
  ],
  areaCode: '120116',
  logins: TIANJIN_LOGINS,
  experts: [],
  members: [
    {
      username: 'tj-applicant',
      unitId: ID.enterprise,
      staff: 'tj-unit',
      post: '算法工程师',
      joinedOn: '2015-07-06',
      rows: YUAN,
    },
  ],
  plans: [{ id: ID.plan, pack: 'tj-2019' }],
};
