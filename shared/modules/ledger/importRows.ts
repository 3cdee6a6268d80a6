import type { CivilDate } from '@shared/kernel/civilDate';
import type { RegionCode } from '@shared/kernel/regionScope';
import { cleanLine, foldText, nameProblems } from '@shared/kernel/text';
import { isBlank, textOf, type SheetCell, type SheetRow } from './cells';
import type { DatePrecision } from './dates';
import type { LedgerField } from './fields';
import type { ColumnMapping } from './mapping';
import {
  isNoteWord,
  isTotalWord,
  isUnworked,
  readCode,
  readCount,
  readIdNumber,
  readLedgerDate,
  readPersonName,
  readPhone,
  readText,
  readUscc,
  splitLeaderAndPhone,
  type Reading,
} from './readFields';
import { importReasons, type ImportOutcome, type ImportReason } from './reasons';

/** One group of a ledger, cleaned. What could not be read is missing here and stands in the row's `problems`. */
export interface LedgerRecord {
  name: string;
  /** Key of the dictionary */
  category?: string;
  /** The category as it was written */
  categoryText: string;
  leaderName: string;
  leaderIdNumber?: string;
  leaderPhone?: string;
  otherPhones: string[];
  memberCount?: number;
  partyMemberCount?: number;
  venue: string;
  streetText: string;
  communityText: string;
  regionCode?: RegionCode;
  foundedOn?: CivilDate;
  foundedOnPrecision?: DatePrecision;
  filingCode?: string;
  filedOn?: CivilDate;
  validTo?: CivilDate;
  uscc?: string;
  purpose: string;
  note: string;
  /** Columns that belong to no field, by their header: nothing is lost */
  others: Record<string, string>;
}

/** A reason at its cell; `text` is what stands there. */
export interface RowProblem {
  reason: ImportReason;
  field: LedgerField;
  text: string;
}

export interface ReadRow {
  /** As the spreadsheet counts, from 1 */
  row: number;
  outcome: ImportOutcome;
  reasons: ImportReason[];
  problems: RowProblem[];
  record: LedgerRecord;
  /** Equal for equal rows (serial number aside): its digest is the key under which a second run adds nothing */
  fingerprint: string;
}

/** What the rules must be told about the world. */
export interface ImportContext {
  today: CivilDate;
  /** Code of a community or village by its name and, where there is one, its street; undefined when it is not known or not one */
  communityOf: (community: string, street: string) => RegionCode | undefined;
  /** Where the whole file belongs to one community, or rows name none: then this stands for it */
  defaultRegion?: RegionCode;
  /** Key in the dictionary of categories */
  categoryOf: (text: string) => string | undefined;
  /** True when the ledger has a group of this folded name in this region */
  isInLedger?: (foldedName: string, regionCode: RegionCode) => boolean;
  /** True when this very row was taken in by an earlier run */
  isAlreadyImported?: (fingerprint: string) => boolean;
}

/** Longest text kept in a field of its own; more is left to the clerk. */
const textMax: Partial<Record<LedgerField, number>> = {
  leaderName: 50,
  venue: 200,
  purpose: 1000,
  note: 500,
  filingCode: 60,
  category: 40,
};
const earliest: CivilDate = '1900-01-01';
const farthest: CivilDate = '2100-12-31';

type Cells = Partial<Record<LedgerField, SheetCell>>;

function cellsOf(row: SheetRow, mapping: ColumnMapping): Cells {
  const cells: Cells = {};
  row.forEach((cell, column) => {
    const field = mapping[column];
    if (field) cells[field] = cell;
  });
  if (cells.leaderAndPhone) {
    const { name, phone } = splitLeaderAndPhone(cells.leaderAndPhone);
    return { leaderName: name, leaderPhone: phone, ...cells };
  }
  return cells;
}

/** Why a row is no group at all: sums, notes under the table, a header printed again. */
function ignoredAs(row: SheetRow, cells: Cells, headings: ReadonlySet<string>): ImportReason | undefined {
  const texts = row.map((cell) => cleanLine(textOf(cell))).filter((text) => text !== '');
  const name = readText(cells.name);
  if (texts.slice(0, 2).some(isTotalWord) && (name === '' || isTotalWord(name))) return 'totalRow';
  if (texts.length >= 3 && texts.every((text) => headings.has(text))) return 'headerRow';
  const same = new Set(texts).size === 1;
  if (isNoteWord(texts[0] ?? '') && (texts.length <= 4 || same)) return 'noteRow';
  const identity = [cells.leaderName, cells.leaderPhone, cells.leaderIdNumber, cells.category];
  return name === '' && texts.length <= 1 && identity.every(isBlank) ? 'noteRow' : undefined;
}

/** 「文汇街道东旭社区」 in one cell: the street in front. */
function placeOf(street: string, community: string, context: ImportContext): RegionCode | undefined {
  const found = context.communityOf(community, street);
  const [, before, after] = street === '' ? (/^(.+?(?:街道办事处|街道办|街道|镇|乡))(.+)$/.exec(community) ?? []) : [];
  return found ?? (before && after ? context.communityOf(after, before) : undefined);
}

function readRecord(cells: Cells, others: Record<string, string>, context: ImportContext) {
  const problems: RowProblem[] = [];
  const note = (field: LedgerField, reason: ImportReason, text = readText(cells[field])) =>
    problems.push({ reason, field, text });
  const take = <T>(field: LedgerField, reading: Reading<T>): T | undefined => {
    if (isUnworked(cells[field])) note(field, 'formulaCell', textOf(cells[field]));
    else if ('refused' in reading) note(field, reading.refused, reading.text);
    else return reading.value;
    return undefined;
  };
  const text = (field: LedgerField, read: (cell: SheetCell | undefined) => string = readText): string => {
    const value = take<string>(field, { value: read(cells[field]) }) ?? '';
    const max = textMax[field];
    if (max !== undefined && Array.from(value).length > max) note(field, 'textTooLong', value);
    return max === undefined ? value : Array.from(value).slice(0, max).join('');
  };
  const past = { from: earliest, to: context.today };

  const name = cleanLine(text('name'));
  if (name !== '' && nameProblems(name).length > 0) note('name', 'suspectName', name);
  const [streetText, communityText] = [cleanLine(text('street')), cleanLine(text('community'))];
  const regionCode = communityText === '' ? context.defaultRegion : placeOf(streetText, communityText, context);
  if (regionCode === undefined) note('community', communityText === '' ? 'missingCommunity' : 'unknownCommunity');
  const categoryText = cleanLine(text('category'));
  const category = categoryText === '' ? undefined : context.categoryOf(categoryText);
  if (categoryText !== '' && category === undefined) note('category', 'unknownCategory');
  const leaderName = text('leaderName', readPersonName);
  const leaderIdNumber = take('leaderIdNumber', readIdNumber(cells.leaderIdNumber));
  const phones = take('leaderPhone', readPhone(cells.leaderPhone));
  const founded = take('foundedOn', readLedgerDate(cells.foundedOn, past));
  const filed = take('filedOn', readLedgerDate(cells.filedOn, past));
  const validTo = take('validTo', readLedgerDate(cells.validTo, { from: earliest, to: farthest }));

  const record: LedgerRecord = {
    name,
    category,
    categoryText,
    leaderName,
    leaderIdNumber,
    leaderPhone: phones?.phone,
    otherPhones: phones?.others ?? [],
    memberCount: take('memberCount', readCount(cells.memberCount)),
    partyMemberCount: take('partyMemberCount', readCount(cells.partyMemberCount)),
    venue: text('venue'),
    streetText,
    communityText,
    regionCode,
    foundedOn: founded?.date,
    foundedOnPrecision: founded?.precision,
    filingCode: take('filingCode', readCode(cells.filingCode)),
    filedOn: filed?.date,
    validTo: validTo?.date,
    uscc: take('uscc', readUscc(cells.uscc)),
    purpose: text('purpose'),
    note: text('note'),
    others,
  };
  return { record, problems };
}

/** Where two rows are the same group: the folded name in one community (or in what was written for one). */
const placeKey = ({ name, regionCode, streetText, communityText }: LedgerRecord): string =>
  `${foldText(name)}|${regionCode ?? `${foldText(streetText)}/${foldText(communityText)}`}`;

const inOrder = (reasons: readonly ImportReason[]): ImportReason[] =>
  importReasons.filter((reason) => reasons.includes(reason));

/**
 * Reads the rows below a header. Every row that holds anything comes back with its outcome; blank rows do not.
 * @param firstRow number of the first of `rows` as the spreadsheet counts, from 1
 */
export function readRows(
  rows: readonly SheetRow[],
  firstRow: number,
  headers: readonly string[],
  mapping: ColumnMapping,
  context: ImportContext,
): ReadRow[] {
  const headings = new Set(headers.filter((header) => header !== ''));
  const seen = new Map<string, number>();
  const occurrences = new Map<string, number>();
  return rows.flatMap((row, index): ReadRow[] => {
    if (row.every(isBlank)) return [];
    const cells = cellsOf(row, mapping);
    const others: Record<string, string> = {};
    row.forEach((cell, column) => {
      if (mapping[column] === undefined && !isBlank(cell))
        others[headers[column] || `第${column + 1}列`] = readText(cell);
    });
    const { record, problems } = readRecord(cells, others, context);
    const written = JSON.stringify(
      row.flatMap((cell, column) =>
        mapping[column] === 'serial' || isBlank(cell) ? [] : [[column, textOf(cell).trim()]],
      ),
    );
    const times = (occurrences.get(written) ?? 0) + 1;
    const fingerprint = times === 1 ? written : `${written}#${times}`;
    const outcome = (which: ImportOutcome, reasons: ImportReason[], kept = problems): ReadRow => ({
      row: firstRow + index,
      outcome: which,
      reasons,
      problems: kept,
      record,
      fingerprint,
    });

    const ignored = ignoredAs(row, cells, headings);
    if (ignored) return [outcome('ignored', [ignored], [])];
    occurrences.set(written, times);
    if (record.name === '' && !problems.some(({ field, reason }) => field === 'name' && reason === 'formulaCell'))
      return [outcome('rejected', ['missingName'])];

    const key = placeKey(record);
    const first = record.name === '' ? undefined : seen.get(key);
    if (first === undefined) seen.set(key, firstRow + index);
    else problems.push({ reason: 'duplicateInFile', field: 'name', text: `第 ${first} 行：${record.name}` });
    if (context.isAlreadyImported?.(fingerprint)) return [outcome('ignored', ['alreadyImported'], [])];
    if (record.regionCode !== undefined && context.isInLedger?.(foldText(record.name), record.regionCode)) {
      problems.push({ reason: 'duplicateInLedger', field: 'name', text: record.name });
    }
    const reasons = inOrder(problems.map(({ reason }) => reason));
    return [outcome(reasons.length === 0 ? 'imported' : 'review', reasons)];
  });
}
