import { CHENG } from '../archive-zhejiang.ts';
import { ZHEJIANG_IDS as ID } from '../ids.ts';
import { ZHEJIANG_LOGINS } from '../logins.ts';
import type { Province } from '../province.ts';

/** Zhejiang 2022: senior engineers of security technology, sealed by the city or the provincial department. */
export const ZHEJIANG: Province = {
  name: '浙江',
  organiser: {
    id: ID.organiser,
    name: '浙江省安全技术防范行业协会',
    officeName: '浙江省安全技术防范行业高级工程师职务任职资格评审委员会办公室',
  },
  startsAt: '2022-07-07T01:00:00.000Z',
  authorities: [
    { id: ID.cityAuthority, name: '杭州市经济和信息化局', area: '杭州市', kind: 'industry' },
    { id: ID.cityHr, name: '杭州市人力资源和社会保障局', area: '杭州市', kind: 'hr' },
    { id: ID.department, name: '浙江省经济和信息化厅', area: '浙江省', kind: 'industry' },
    { id: ID.confirmer, name: '浙江省人力资源和社会保障厅', area: '浙江省', kind: 'hr' },
  ],
  associations: [],
  confirmerId: ID.confirmer,
  units: [
    {
      id: ID.enterprise,
      name: '杭州智盾安防工程有限公司',
      code: '91330106MA2XK7701',
      kind: 'private',
      area: '杭州市',
      authority_id: ID.cityAuthority,
      association_id: null,
    },
    {
      id: ID.institute,
      name: '浙江省安全防范设计研究院',
      code: '12330000470051266',
      kind: 'public-institution',
      area: '浙江省',
      authority_id: ID.department,
      association_id: null,
    },
  ],
  areaCode: '330106',
  logins: ZHEJIANG_LOGINS,
  experts: [],
  members: [
    {
      username: 'zj-applicant',
      unitId: ID.enterprise,
      staff: 'zj-unit',
      post: '工程设计部主任工程师',
      joinedOn: '2012-03-05',
      rows: CHENG,
    },
  ],
  plans: [{ id: ID.plan, pack: 'zj-2022' }],
};
