/**
 * `npm run import -- FILE.xlsx --region 370502 --dry-run [--json] [--sheet NAME]`: says what would become of each row of a ledger.
 * Nothing is written and no database is needed. With `--as-phone PHONE` instead of `--dry-run` the rows are taken in, in the
 * name of the officer with that phone. Exit code 0: done; 1: the file or the command line was refused.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
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
import { HostError } from '@functions/localHost/hostError';
import { communityResolver } from '@functions/modules/ledger/communityResolver';
import { readWorkbook } from '@functions/modules/ledger/xlsx/readWorkbook';
import { regionExists, regionFullName } from '@functions/modules/region/service';

const usage = `用法：npm run import -- 台账.xlsx --region 370502 （--dry-run 或 --as-phone 经办人手机号） [--json] [--sheet 工作表]

  --dry-run         只看结果，什么也不写，不用数据库
  --as-phone 手机号  正式导入。导入记在这位经办人名下，他要有该地区的街镇受理人、审批人或县级民政身份；
                    演示环境可用演示身份的手机号（县级民政见登录页）。
                    数据库取 DATABASE_URL；没有就用本机 .data（可用 SHELIN_DATA 换），npm start 开着也行
  --region 代码      台账所属地区，县、街镇或村的区划代码
  --sheet 名称       工作表，不写就自动找
  --json            结果打印成一个 JSON 对象`;
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
        'as-phone': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        json: { type: 'boolean' },
      },
    });
  } catch {
    throw new Refusal(usage);
  }
}

async function importRows(
  path: string,
  region: string,
  asPhone: string,
  values: { sheet?: string; json?: boolean },
): Promise<void> {
  const regionCode = region;
  // Only here: a dry run needs no database and none of its packages.
  const { importForReal } = await import('./lib/realImport');
  const report = await importForReal({
    root: join(__dirname, '..'),
    path,
    bytes: readFile(path),
    regionCode,
    sheet: values.sheet,
    asPhone,
  });
  if (values.json) {
    console.log(JSON.stringify(report));
    return;
  }
  for (const { row, outcome, name, reasons } of report.rows)
    console.log(
      `  第 ${row} 行 ${importOutcomeLabels[outcome]}${name ? `（${name}）` : ''}：${reasons.map((reason) => importReasonLabels[reason as ImportReason]).join('、')}`,
    );
  const of = (outcome: string) => report.rows.filter((row) => row.outcome === outcome).length;
  console.log(
    `已导入 ${report.imported} 行，以前已导入 ${report.alreadyThere} 行，留作草稿待核实 ${of('review')} 行，不能导入 ${of('rejected')} 行，略过 ${report.ignored} 行。`,
  );
}

async function main(): Promise<void> {
  const { values, positionals } = readCommandLine();
  const [path] = positionals;
  if (values.help) {
    console.log(usage);
    return;
  }
  if (!path) throw new Refusal(usage);
  const region = regionOf(values.region);
  if (!values['dry-run']) {
    const asPhone = values['as-phone'];
    if (!asPhone) throw new Refusal(`请加 --dry-run 先看结果；正式导入请用 --as-phone 写明经办人手机号\n${usage}`);
    await importRows(path, region, asPhone, values);
    return;
  }
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

main().catch((error: unknown) => {
  const isKnown = error instanceof Refusal || error instanceof AppError || error instanceof HostError;
  console.error(isKnown ? error.message : error);
  process.exitCode = 1;
});
