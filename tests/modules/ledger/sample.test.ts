import { readFileSync } from 'node:fs';
import { communityResolver } from '@functions/modules/ledger/communityResolver';
import { readWorkbook } from '@functions/modules/ledger/xlsx/readWorkbook';
import type { ImportReport } from '@shared/modules/ledger/importReport';
import { importReport } from '@shared/modules/ledger/importReport';
import { readLedger, type ReadLedger } from '@shared/modules/ledger/readLedger';
import { aContext } from './support';

interface Expected {
  sheet: string;
  headerRow: number;
  tally: Record<string, number>;
  rows: ImportReport['rows'];
}

const fixtures = 'tests/fixtures/ledger';
const expected = JSON.parse(readFileSync(`${fixtures}/ledger-dongying.expected.json`, 'utf8')) as Expected;
const content = readWorkbook(readFileSync(`${fixtures}/ledger-dongying.xlsx`));

function readSample(changes: Parameters<typeof aContext>[0] = {}): ReadLedger {
  const ledger = readLedger(content.rows, aContext({ communityOf: communityResolver('370502000000'), ...changes }));
  if (!ledger) throw new Error('No header found');
  return ledger;
}

const ledger = readSample();
const report = importReport(ledger.rows);

it('finds the sheet and the header under a merged title', () => {
  expect(content.sheet).toBe(expected.sheet);
  expect(ledger.headerRow).toBe(expected.headerRow);
  expect(ledger.columns.every(({ confidence }) => confidence === 1)).toBe(true);
});

it('gives every row that is not simply imported the expected outcome and reason', () =>
  expect(report.rows).toEqual(expected.rows));

it('counts as expected', () => {
  const tally = (outcome: 'review' | 'rejected') =>
    Object.entries(report[outcome]).map(([reason, count]) => [`${outcome}:${reason}`, count]);
  expect({
    imported: report.imported,
    ...Object.fromEntries([...tally('review'), ...tally('rejected')]),
    'ignored:totalRow': report.ignored,
  }).toEqual(expected.tally);
});

it('loses nothing: each row that is not blank comes back, refused cells with their text', () => {
  expect(ledger.rows).toHaveLength(content.rows.slice(expected.headerRow).filter((row) => row.length > 0).length);
  const refused = ledger.rows.filter(({ outcome }) => outcome === 'review').flatMap(({ problems }) => problems);
  expect(refused.every(({ text }) => text !== '')).toBe(true);
});

it('reads people, numbers and dates of the first row', () =>
  expect(ledger.rows[0]?.record).toMatchObject({
    name: '东旭社区金秋红白理事会',
    category: 'peopleService',
    leaderName: '陈晓东',
    leaderPhone: '15819713726',
    memberCount: 36,
    regionCode: '370502001028',
    foundedOn: '2019-05-14',
  }));

it('adds nothing when the same file is read again', () => {
  const taken = new Set(
    ledger.rows
      .filter(({ outcome }) => outcome === 'imported' || outcome === 'review')
      .map(({ fingerprint }) => fingerprint),
  );
  expect(taken.size).toBe(report.imported + ledger.rows.filter(({ outcome }) => outcome === 'review').length);
  const again = importReport(readSample({ isAlreadyImported: (fingerprint) => taken.has(fingerprint) }).rows);
  expect(again).toMatchObject({ imported: 0, review: {}, rejected: report.rejected, ignored: 1 + taken.size });
});
