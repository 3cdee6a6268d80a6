import type { ChecklistItem, RuleSet, RuleSetData } from './ruleSet';

const dongyingCategories = [
  { code: 'peopleService', label: '为民服务' },
  { code: 'charity', label: '公益慈善' },
  { code: 'cultureSports', label: '文体活动' },
  { code: 'mediation', label: '专业调处' },
  { code: 'mutualAid', label: '邻里互助' },
];

/** 「从成立必要性、发起人代表性等方面加强审核」（R4）。 */
const checklist: ChecklistItem[] = [
  { id: 'necessity', label: '成立必要性：社区里确有这项需要', maxScore: 25 },
  { id: 'founders', label: '发起人代表性：发起人来自本社区、信誉良好', maxScore: 25 },
  { id: 'name', label: '名称与业务范围：名称规范，与要做的事相符', maxScore: 25 },
  { id: 'capacity', label: '活动能力：场所、人员、经费能支持开展活动', maxScore: 25 },
];

const xiangtanSource = '湘潭市社区社会组织备案管理办法';

/** 湘潭（默认规则）：发起人 2 人以上、成员 10 人以上、名称规范、有场所、有章程；材料齐全后 7 日内办结；有效期 3 年，满期前 15 日申请延续。 */
const xiangtan: RuleSetData = {
  title: '湘潭市社区社会组织备案办法',
  regionCode: '430300000000',
  effectiveOn: '2022-01-01',
  source: xiangtanSource,
  categories: dongyingCategories,
  groupTypes: false,
  conditions: [
    { id: 'founders', kind: 'count', field: 'founders', min: 2, source: `${xiangtanSource}：发起人不少于 2 人` },
    { id: 'members', kind: 'count', field: 'members', min: 10, source: `${xiangtanSource}：成员不少于 10 人` },
    { id: 'venue', kind: 'filled', field: 'venueAddress', source: `${xiangtanSource}：有活动场所，几个组织可以共用` },
    { id: 'charter', kind: 'filled', field: 'charter', source: `${xiangtanSource}：有章程` },
  ],
  materials: [
    {
      id: 'venueProof',
      label: '场所使用权证明',
      field: 'venueProofFiles',
      source: `${xiangtanSource}：提交场所使用权证明`,
    },
  ],
  clocks: {
    accept: { amount: 5, unit: 'workday' },
    decide: { amount: 7, unit: 'day' },
    correct: { amount: 15, unit: 'workday' },
  },
  validYears: 3,
  renewBeforeDays: 15,
  codeFormat: 'B{region9}-{year}-{seq4}',
  countersign: 'notRequired',
  checklist,
  passScore: 60,
  leaderAge: { min: 18, max: 80 },
  leaderPostsMax: 2,
};

const guangdongSource = '粤民规字〔2022〕2号';

/** 广东 粤民规字〔2022〕2号：联合类 3 个自然人以上发起、成员 10 人以上；服务类 2 个自然人以上发起、工作人员 2 人以上；名称用社、站、队、中心、组。 */
const guangdong: RuleSetData = {
  ...xiangtan,
  title: '广东省社区社会组织备案规定',
  regionCode: '440000000000',
  effectiveOn: '2022-05-01',
  source: guangdongSource,
  groupTypes: true,
  conditions: [
    {
      id: 'foundersAssociation',
      kind: 'count',
      field: 'founders',
      min: 3,
      groupType: 'association',
      source: `${guangdongSource}：联合类发起人不少于 3 个自然人`,
    },
    {
      id: 'membersAssociation',
      kind: 'count',
      field: 'members',
      min: 10,
      groupType: 'association',
      source: `${guangdongSource}：联合类成员不少于 10 人`,
    },
    {
      id: 'foundersService',
      kind: 'count',
      field: 'founders',
      min: 2,
      groupType: 'service',
      source: `${guangdongSource}：服务类发起人不少于 2 个自然人`,
    },
    {
      id: 'membersService',
      kind: 'count',
      field: 'members',
      min: 2,
      groupType: 'service',
      source: `${guangdongSource}：服务类工作人员不少于 2 人`,
    },
    {
      id: 'nameEnding',
      kind: 'nameEnding',
      endings: ['社', '站', '队', '中心', '组'],
      source: `${guangdongSource}：名称以社、站、队、中心、组结尾`,
    },
    { id: 'charter', kind: 'filled', field: 'charter', source: `${guangdongSource}：有章程` },
  ],
  materials: [],
};

const dujiangyanSource = '都江堰市社区社会组织备案管理办法';

/** 都江堰：备案名称、负责人、场所、章程、花名册、经费、活动地域；县级备案、乡镇监督。 */
const dujiangyan: RuleSetData = {
  ...xiangtan,
  title: '都江堰市社区社会组织备案办法',
  regionCode: '510181000000',
  effectiveOn: '2019-01-01',
  source: dujiangyanSource,
  conditions: [
    { id: 'members', kind: 'filled', field: 'members', source: `${dujiangyanSource}：备案事项包括花名册` },
    { id: 'venue', kind: 'filled', field: 'venueAddress', source: `${dujiangyanSource}：备案事项包括场所` },
    { id: 'charter', kind: 'filled', field: 'charter', source: `${dujiangyanSource}：备案事项包括章程` },
    { id: 'funds', kind: 'filled', field: 'fundSource', source: `${dujiangyanSource}：备案事项包括经费来源` },
    { id: 'area', kind: 'filled', field: 'activityArea', source: `${dujiangyanSource}：备案事项包括活动地域` },
  ],
  materials: [],
};

/** 济南 2022：街道备案，统一备案编号（格式待确认，可配置），分类管理，章程指引；负责人由党建机构事先审核（R6）。 */
const jinan: RuleSetData = {
  ...xiangtan,
  title: '济南市社区社会组织备案管理（2022）',
  regionCode: '370100000000',
  effectiveOn: '2022-01-01',
  source: '济南市 2022 年社区社会组织备案管理要求；未明确处沿用默认规则，待当地确认',
  countersign: 'required',
  materials: [],
};

/** 东营 5 类；其余沿用默认规则，待当地确认。 */
const dongying: RuleSetData = {
  ...xiangtan,
  title: '东营市社区社会组织备案（沿用默认规则）',
  regionCode: '370500000000',
  effectiveOn: '2022-01-01',
  source: '东营市五类社区社会组织目录；条件与时限沿用湘潭办法，待当地确认',
  countersign: 'required',
};

/** 出厂自带的规则，版本 1。地方修改后产生更高的版本，存在数据库里。 */
export const builtInRuleSets: readonly RuleSet[] = [
  { id: 'xiangtan', version: 1, data: xiangtan },
  { id: 'guangdong', version: 1, data: guangdong },
  { id: 'dujiangyan', version: 1, data: dujiangyan },
  { id: 'jinan', version: 1, data: jinan },
  { id: 'dongying', version: 1, data: dongying },
];

export const defaultRuleSetId = 'xiangtan';
