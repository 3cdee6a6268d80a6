/** 一次导入的上限；更大的台账分成几个文件。 */
export const ledgerRowsMax = 20_000;
export const ledgerColumnsMax = 200;
