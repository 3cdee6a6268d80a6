import type { GrantableRole } from '@shared/kernel/actor';

/** 演示身份。人和号码都是编的，地名是真的。 */
export interface Persona {
  id: string;
  name: string;
  title: string;
  description: string;
  phone: string;
  elderMode?: boolean;
  hat?: { role: GrantableRole; regionCode?: string; ownsDemoGroup?: true };
}

/** 山东省东营市东营区文汇街道、东城街道。 */
export const demoRegions = {
  province: '370000000000',
  city: '370500000000',
  county: '370502000000',
  street: '370502003000',
  otherStreet: '370502001000',
  community: '370502003001',
  otherCommunity: '370502003056',
} as const;

const { province, city, county, street, otherStreet, community } = demoRegions;

export const personas: readonly Persona[] = [
  {
    id: 'resident',
    name: '王秀英',
    title: '居民，72 岁',
    description: '查一查组织是不是真的；想成立一支合唱队',
    phone: '13805460001',
    elderMode: true,
  },
  {
    id: 'newLeader',
    name: '赵立新',
    title: '想成立组织的居民',
    description: '从头办一件设立备案',
    phone: '13805460002',
  },
  {
    id: 'leader',
    name: '李建国',
    title: '组织负责人',
    description: '管一支舞蹈队，备案快到期',
    phone: '13805460003',
    hat: { role: 'orgLeader', ownsDemoGroup: true },
  },
  {
    id: 'member',
    name: '孙桂芳',
    title: '组织成员',
    description: '舞蹈队队员',
    phone: '13805460004',
    hat: { role: 'orgMember', ownsDemoGroup: true },
  },
  {
    id: 'villageClerk',
    name: '高明',
    title: '府前社区工作人员',
    description: '社区里的事',
    phone: '13805460005',
    hat: { role: 'villageClerk', regionCode: community },
  },
  {
    id: 'acceptor',
    name: '陈晓梅',
    title: '东城街道受理人',
    description: '受理、退回、审查、报送',
    phone: '13805460006',
    hat: { role: 'streetAcceptor', regionCode: street },
  },
  {
    id: 'approver',
    name: '刘志强',
    title: '东城街道审批人',
    description: '审批、不予备案',
    phone: '13805460007',
    hat: { role: 'streetApprover', regionCode: street },
  },
  {
    id: 'otherAcceptor',
    name: '马丽',
    title: '文汇街道受理人',
    description: '看不到东城街道的件',
    phone: '13805460008',
    hat: { role: 'streetAcceptor', regionCode: otherStreet },
  },
  {
    id: 'party',
    name: '周红',
    title: '东营区党建工作人员',
    description: '负责人人选会签',
    phone: '13805460009',
    hat: { role: 'partyStaff', regionCode: county },
  },
  {
    id: 'federation',
    name: '吴敏',
    title: '东城街道联合会',
    description: '看台账、做服务',
    phone: '13805460010',
    hat: { role: 'federation', regionCode: street },
  },
  {
    id: 'county',
    name: '孙海',
    title: '东营区民政',
    description: '台账、导入导出、备案办法、授权',
    phone: '13805460011',
    hat: { role: 'countyStaff', regionCode: county },
  },
  {
    id: 'city',
    name: '郑伟',
    title: '东营市民政',
    description: '两本账的数量',
    phone: '13805460012',
    hat: { role: 'cityStaff', regionCode: city },
  },
  {
    id: 'province',
    name: '冯静',
    title: '山东省民政',
    description: '两本账的数量',
    phone: '13805460013',
    hat: { role: 'provinceStaff', regionCode: province },
  },
  {
    id: 'auditor',
    name: '曹正',
    title: '审计员',
    description: '只看，不办',
    phone: '13805460014',
    hat: { role: 'auditor', regionCode: county },
  },
  {
    id: 'systemAdmin',
    name: '何工',
    title: '系统管理员',
    description: '管账号，没有业务权限',
    phone: '13805460015',
    hat: { role: 'systemAdmin' },
  },
];
