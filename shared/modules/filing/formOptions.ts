/** 发起人身份标签（R12）：支持高校毕业生、退役军人、返乡创业农民工等领办创办。 */
export const identityTags = [
  { value: 'graduate', label: '高校毕业生' },
  { value: 'veteran', label: '退役军人' },
  { value: 'returnee', label: '返乡创业人员' },
  { value: 'partyMember', label: '党员' },
  { value: 'none', label: '都不是' },
] as const;

/** 服务领域（R9，湖北五领域）。 */
export const serviceFields = [
  { value: 'peopleService', label: '为民服务' },
  { value: 'governance', label: '基层治理' },
  { value: 'careOldYoung', label: '养老托幼' },
  { value: 'cultureLeisure', label: '文体娱乐' },
  { value: 'farmTech', label: '农业生产技术服务' },
] as const;

export const partyOrgForms = [
  { value: 'none', label: '还没有' },
  { value: 'independent', label: '单独建立' },
  { value: 'joint', label: '联合建立' },
  { value: 'functional', label: '功能型党组织' },
] as const;

export const groupTypes = [
  { value: 'association', label: '联合类：大家一起活动（如舞蹈队、棋友社）' },
  { value: 'service', label: '服务类：有人专门做服务（如服务站、工作室）' },
] as const;

/** The values of a choice, as zod's enum wants them. */
export const valuesOf = <T extends readonly { value: string }[]>(options: T) =>
  options.map((option) => option.value) as unknown as [T[number]['value'], ...T[number]['value'][]];
