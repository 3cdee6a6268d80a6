/** 导入一行的去向：直接入账、留作草稿待核实、不能保留、略过。 */
export const importOutcomes = ['imported', 'review', 'rejected', 'ignored'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

export const importOutcomeLabels: Record<ImportOutcome, string> = {
  imported: '已导入',
  review: '待核实',
  rejected: '未导入',
  ignored: '已略过',
};

/** Why a row is not simply imported. The order is the order in which several reasons are named. */
export const importReasons = [
  'missingName',
  'suspectName',
  'duplicateInFile',
  'duplicateInLedger',
  'missingCommunity',
  'unknownCommunity',
  'unknownCategory',
  'lossyNumber',
  'invalidIdNumber',
  'invalidPhone',
  'invalidDate',
  'invalidCount',
  'invalidUscc',
  'formulaCell',
  'textTooLong',
  'totalRow',
  'noteRow',
  'headerRow',
  'alreadyImported',
] as const;
export type ImportReason = (typeof importReasons)[number];

export const importReasonLabels: Record<ImportReason, string> = {
  missingName: '没有组织名称',
  suspectName: '名称里有不规范的字符',
  duplicateInFile: '与表中前面一行重复',
  duplicateInLedger: '台账里已有同名组织',
  missingCommunity: '没有填写社区（村）',
  unknownCommunity: '查不到这个社区（村）',
  unknownCategory: '类别不在字典里',
  lossyNumber: '长号码的末几位已丢失',
  invalidIdNumber: '身份证号不对',
  invalidPhone: '联系电话不对',
  invalidDate: '日期不对',
  invalidCount: '人数不对',
  invalidUscc: '统一社会信用代码不对',
  formulaCell: '单元格是公式，没有结果',
  textTooLong: '内容太长',
  totalRow: '合计行',
  noteRow: '说明或签字行',
  headerRow: '重复的表头',
  alreadyImported: '以前已经导入过',
};

/** What to do about it, for the preview and the report. */
export const importReasonAdvice: Record<ImportReason, string> = {
  missingName: '请在表格里补上组织名称，再导入一次（已导入的行不会重复）',
  suspectName: '请核对名称，改好后再确认',
  duplicateInFile: '请比对两行：同一个组织就删去这份草稿，不是同一个就改名后确认',
  duplicateInLedger: '请与台账里的那一条比对：同一个组织就删去这份草稿，不是同一个就改名后确认',
  missingCommunity: '请补选所在的社区（村）',
  unknownCommunity: '请从区划列表里选出正确的社区（村）',
  unknownCategory: '请从当地的类别里选一个',
  lossyNumber: '表格把长号码当成数字存，末几位已丢失，请对照证件重新填写；以后请先把这一列设成“文本”格式',
  invalidIdNumber: '请对照证件改正身份证号',
  invalidPhone: '请核对电话：手机号 11 位，固定电话带区号',
  invalidDate: '请核对日期，例如 2019-03-05、2019年3月',
  invalidCount: '请填写人数，只写数字',
  invalidUscc: '请对照登记证书改正信用代码；备案的组织没有信用代码，可留空',
  formulaCell: '请在表格里把公式换成它的值，或在这里直接填写',
  textTooLong: '请缩短后再确认，原文已完整保留',
  totalRow: '不用处理',
  noteRow: '不用处理',
  headerRow: '不用处理',
  alreadyImported: '不用处理',
};
