import { cleanLine, foldText } from '@shared/kernel/text';
import { textOf, type SheetRow } from './cells';
import { fieldOfHeader, proposeMapping, type ColumnProposal } from './mapping';

/** Rows that are looked through for a header; titles, reporting units and hints stand above it. */
const rowsSearched = 30;

export interface FoundHeader {
  /** Index from 0 of the header's first row */
  index: number;
  /** Index from 0 of the first row below it */
  bodyStart: number;
  headers: string[];
  proposals: ColumnProposal[];
}

const oneLine = (row: SheetRow): string[] => row.map((cell) => cleanLine(textOf(cell)));

/** Two lines read as one: 「负责人」 over 「姓名 | 电话」 becomes 「负责人姓名」「负责人电话」. */
function twoLines(upper: SheetRow, lower: SheetRow): string[] {
  const [top, bottom] = [oneLine(upper), oneLine(lower)];
  let group = '';
  return Array.from({ length: Math.max(top.length, bottom.length) }, (_, column) => {
    const [above, below] = [top[column] ?? '', bottom[column] ?? ''];
    if (above !== '') group = above;
    if (below === '' || above === below) return above;
    if (above === '' && group === '') return below;
    const joined = `${group}${below}`;
    const [whole, alone] = [fieldOfHeader(joined), fieldOfHeader(below)];
    return (whole?.confidence ?? 0) >= (alone?.confidence ?? 0) ? joined : below;
  });
}

/** A header names the groups, or knows several columns; each field counts once. */
function score(headers: readonly string[]): { proposals: ColumnProposal[]; points: number } {
  const proposals = proposeMapping(headers);
  const found = proposals.filter(({ field }) => field !== undefined);
  const isTitle = new Set(headers.filter((text) => text !== '').map(foldText)).size < 2;
  const enough = found.length >= (found.some(({ field }) => field === 'name') ? 2 : 3);
  return { proposals, points: isTitle || !enough ? 0 : found.reduce((sum, { confidence }) => sum + confidence, 0) };
}

interface Reading extends FoundHeader {
  points: number;
}

/** A row as a header on one line, or together with the next where that explains at least one column more than either alone. */
function readingOf(rows: readonly SheetRow[], index: number): Reading {
  const [row = [], next] = [rows[index], rows[index + 1]];
  const headers = oneLine(row);
  const single = { index, bodyStart: index + 1, headers, ...score(headers) };
  if (!next) return single;
  const joined = twoLines(row, next);
  const double = { index, bodyStart: index + 2, headers: joined, ...score(joined) };
  return double.points > Math.max(single.points, score(oneLine(next)).points) + 0.5 ? double : single;
}

/** The header wherever it stands in the first rows, on one line or on two; undefined when no row looks like one. */
export function findHeader(rows: readonly SheetRow[]): FoundHeader | undefined {
  let best: Reading | undefined;
  for (let index = 0; index < Math.min(rows.length, rowsSearched); index += 1) {
    const reading = readingOf(rows, index);
    if (reading.points > (best?.points ?? 0)) best = reading;
  }
  return best && { index: best.index, bodyStart: best.bodyStart, headers: best.headers, proposals: best.proposals };
}
