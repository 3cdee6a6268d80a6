import { isBlank, textOf, type SheetRow } from './cells';
import { findHeader } from './header';
import { readRows, type ImportContext, type ReadRow } from './importRows';
import { mappingOf, type ColumnMapping, type ColumnProposal } from './mapping';

/** A ledger as it was understood: shown for correction before anything is kept. */
export interface ReadLedger {
  /** As the spreadsheet counts, from 1: the last line of the header */
  headerRow: number;
  columns: (ColumnProposal & { samples: string[] })[];
  mapping: ColumnMapping;
  rows: ReadRow[];
}

const samplesShown = 3;

function samplesOf(body: readonly SheetRow[], column: number): string[] {
  const samples: string[] = [];
  for (const row of body) {
    if (!isBlank(row[column])) samples.push(textOf(row[column]).trim());
    if (samples.length === samplesShown) break;
  }
  return samples;
}

/**
 * From the cells of a sheet to the outcome of every row.
 * @param corrected the mapping as a person corrected it; without it the proposed one is used
 * @returns undefined when no header was found
 */
export function readLedger(
  rows: readonly SheetRow[],
  context: ImportContext,
  corrected?: ColumnMapping,
): ReadLedger | undefined {
  const header = findHeader(rows);
  if (!header) return undefined;
  const body = rows.slice(header.bodyStart);
  const mapping = corrected ?? mappingOf(header.proposals);
  return {
    headerRow: header.bodyStart,
    columns: header.proposals.map((proposal) => ({ ...proposal, samples: samplesOf(body, proposal.column) })),
    mapping,
    rows: readRows(body, header.bodyStart + 1, header.headers, mapping, context),
  };
}
