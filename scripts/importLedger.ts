/**
 * `npm run import -- FILE.xlsx --region 370502 --dry-run [--json] [--sheet NAME]`: says what would become of each row of a ledger.
 * Nothing is written and no database is needed. Exit code 0: read; 1: the file or the command line was refused.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { todayIn } from '@shared/kernel/civilDate';
import { AppError } from '@shared/kernel/errors';
import { regionLevel } from '@shared/kernel/regionScope';
import { builtInRuleSets } from '@shared/modules/filing/ruleSets';
import { categoryFinder } from '@shared/modules/ledger/categories';
import { ledgerFieldLabels } from '@shared/modules/ledger/fields';
import { importReport, type ImportReport } from '@shared/modules/ledger/importReport';
import { readLedger, type ReadLedger } from '@shared/modules/ledger/readLedger';
import {
  importOutcomeLabels,
  importReasonAdvice,
  importReasonLabels,
  type ImportReason,
} from '@shared/modules/ledger/reasons';
import { communityResolver } from '@functions/modules/ledger/communityResolver';
import { readWorkbook } from '@functions/modules/ledger/xlsx/readWorkbook';
import { regionExists, regionFullName } from '@functions/modules/region/service';

const usage = '用法：npm run import -- 台账.xlsx --region 370502 --dry-run [--json] [--sheet 工作表]';
const fileBytesMax = 20 * 1024 * 1024;

class Refusal extends Error {}

function readFile(path: string): Uint8Array {
  try {
    if (statSync(path).size > fileBytesMax) throw new Refusal('文件超过 20 MB，请分成几个文件再导入');
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`打不开这个文件：${path}，请检查路径`);
  }
}

/** `370502` → `370502000000`; it must exist and lie below the province. */
function regionOf(text: string | undefined): string {
  const code = (text ?? '').padEnd(12, '0');
  if (!text || !regionExists(code) || regionLevel(code) === undefined)
    throw new Refusal(`请用 --region 写明区划代码，例如 --region 370502\n${usage}`);
  return code;
}

const countLines = (title: string, counts: Partial<Record<ImportReason, number>>): string[] =>
  Object.entries(counts).map(
    ([reason, count]) =>
      `  ${title}：${importReasonLabels[reason as ImportReason]} ${count} 行。${importReasonAdvice[reason as ImportReason]}`,
  );

function printReport(ledger: ReadLedger, report: ImportReport, where: string): void {
  console.log(`${where}，表头在第 ${ledger.headerRow} 行`);
  for (const { header, field } of ledger.columns)
    console.log(`  ${header || '（无标题）'} → ${field ? ledgerFieldLabels[field] : '原样保留'}`);
  for (const { row, outcome, problems, reasons } of ledger.rows) {
    if (outcome === 'imported') continue;
    const details = problems.map(
      ({ reason, text }) => `${importReasonLabels[reason]}${text && reason !== 'duplicateInFile' ? `（${text}）` : ''}`,
    );
    console.log(
      `  第 ${row} 行 ${importOutcomeLabels[outcome]}：${(details.length > 0 ? details : reasons.map((reason) => importReasonLabels[reason])).join('、')}`,
    );
  }
  console.log('');
  for (const line of [
    ...countLines(importOutcomeLabels.review, report.review),
    ...countLines(importOutcomeLabels.rejected, report.rejected),
  ])
    console.log(line);
  const reviewed = report.rows.filter(({ outcome }) => outcome === 'review').length;
  const rejected = report.rows.filter(({ outcome }) => outcome === 'rejected').length;
  console.log(
    `可直接导入 ${report.imported} 行，留作草稿待核实 ${reviewed} 行，不能导入 ${rejected} 行，略过 ${report.ignored} 行。`,
  );
}

function readCommandLine() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        region: { type: 'string' },
        sheet: { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
  } catch {
    throw new Refusal(usage);
  }
}

function main(): void {
  const { values, positionals } = readCommandLine();
  const [path] = positionals;
  if (!path) throw new Refusal(usage);
  const region = regionOf(values.region);
  if (!values['dry-run'])
    throw new Refusal('正式导入请在工作台的“导入台账”页进行（要有经办人身份和留痕）；在这里请加 --dry-run 先看结果');
  const content = readWorkbook(readFile(path), values.sheet);
  const ledger = readLedger(content.rows, {
    today: todayIn(new Date()),
    communityOf: communityResolver(region),
    defaultRegion: regionLevel(region) === 'village' ? region : undefined,
    categoryOf: categoryFinder(builtInRuleSets.flatMap(({ data }) => data.categories)),
  });
  if (!ledger)
    throw new Refusal('没有找到表头：前 30 行里要有一行写着“组织名称”“负责人”“联系电话”等栏目名，请检查后再导入');
  const report = importReport(ledger.rows);
  if (values.json) console.log(JSON.stringify(report));
  else printReport(ledger, report, `${regionFullName(region)}，工作表“${content.sheet}”`);
}

try {
  main();
} catch (error) {
  const isKnown = error instanceof Refusal || error instanceof AppError;
  console.error(isKnown ? error.message : error);
  process.exitCode = 1;
}
