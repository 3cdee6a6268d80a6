import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { readWorkbook } from '@functions/modules/ledger/xlsx/readWorkbook';
import { columnName } from '@functions/modules/ledger/xlsx/sheetXml';
import { writeLedger } from '@functions/modules/ledger/xlsx/writeLedger';
import { textOf } from '@shared/modules/ledger/cells';
import { writeDate } from '@shared/modules/ledger/dates';
import type { LedgerExportRow } from '@shared/modules/ledger/exportColumns';
import { importReport } from '@shared/modules/ledger/importReport';
import type { LedgerRecord } from '@shared/modules/ledger/importRows';
import { communityResolver } from '@functions/modules/ledger/communityResolver';
import { dongyingCategories, ledgerOf } from './support';

const head = { title: '东营区社区社会组织管理台账', exportedBy: '王工', exportedOn: '2026-11-22' };

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

const exported = async (rows: readonly LedgerExportRow[]) => readWorkbook(await buffer(writeLedger(head, each(rows))));

const exportRowOf = (record: LedgerRecord): LedgerExportRow => ({
  name: record.name,
  category: dongyingCategories.find(({ code }) => code === record.category)?.label,
  leaderName: record.leaderName,
  leaderIdNumber: record.leaderIdNumber,
  leaderPhone: record.leaderPhone,
  memberCount: record.memberCount,
  partyMemberCount: record.partyMemberCount,
  venue: record.venue,
  street: record.streetText,
  community: record.communityText,
  foundedOn: record.foundedOn && writeDate({ date: record.foundedOn, precision: record.foundedOnPrecision ?? 'day' }),
});

describe('round trip', () => {
  const sample = readWorkbook(readFileSync('tests/fixtures/ledger/ledger-dongying.xlsx'));
  const context = { communityOf: communityResolver('370502000000') };
  const records = ledgerOf(sample.rows, context)
    .rows.filter(({ outcome }) => outcome === 'imported')
    .map(({ record }) => record);

  it('reads the exported sample ledger as the same records', async () => {
    const again = ledgerOf((await exported(records.map(exportRowOf))).rows, context);
    expect(again.headerRow).toBe(3);
    expect(importReport(again.rows)).toMatchObject({ imported: records.length, review: {}, rejected: {}, ignored: 0 });
    expect(again.rows.map(({ record }) => record)).toEqual(records);
  });

  it('gives back any text a person may type, as text', async () => {
    const texts = fc.array(
      fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠\'"<>&_x0041_社甲😀𠮷 1'), minLength: 1, maxLength: 12 }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (notes) => {
        const { rows } = await exported(notes.map((note) => ({ name: '甲社', note: `注${note.trim()}` })));
        const column = rows[2]?.findIndex((cell) => textOf(cell) === '备注') ?? -1;
        expect(rows.slice(3).map((row) => textOf(row[column]))).toEqual(notes.map((note) => `注${note.trim()}`));
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is written', () => {
  it('names who exported it, when, and whether numbers are whole', async () => {
    const { rows } = await exported([{ name: '甲社' }]);
    expect(textOf(rows[0]?.[0])).toBe(head.title);
    expect(textOf(rows[1]?.[0])).toBe('导出人：王工　导出日期：2026年11月22日　证件号和电话已隐去部分');
    const whole = readWorkbook(
      await buffer(writeLedger({ ...head, personal: { reason: '年度核查' } }, each([{ name: '甲社' }]))),
    );
    expect(textOf(whole.rows[1]?.[0])).toContain('用途：年度核查');
  });

  it.each([
    '=HYPERLINK("http://x.example","点我")',
    '+86',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
  ])('guards %j against being worked out', async (venue) => {
    const { rows } = await exported([{ name: '甲社', venue }]);
    const written = rows[3]?.find((cell) => textOf(cell).startsWith("'"));
    expect(written?.kind).toBe('text');
    expect(textOf(written).slice(1)).toBe(venue.trim());
    expect(ledgerOf(rows).rows[0]?.record.venue).toBe(venue.trim());
  });

  it('keeps ID and phone numbers as text and counts as numbers', async () => {
    const { rows } = await exported([
      { name: '甲社', leaderIdNumber: '11010519491231002X', leaderPhone: '15819713726', memberCount: 36 },
    ]);
    expect(rows[3]).toEqual(
      expect.arrayContaining([
        { kind: 'text', text: '15819713726' },
        { kind: 'number', value: 36 },
      ]),
    );
  });

  it('gives the same bytes for the same rows, and an empty ledger still has its header', async () => {
    const write = () => buffer(writeLedger(head, each([{ name: '甲社' }])));
    expect((await write()).equals(await write())).toBe(true);
    expect((await exported([])).rows).toHaveLength(3);
  });

  it('fails as a stream when the rows fail', async () => {
    async function* broken(): AsyncGenerator<LedgerExportRow> {
      yield await Promise.resolve({ name: '甲社' });
      throw new Error('connection lost');
    }
    await expect(buffer(writeLedger(head, broken()))).rejects.toThrow('connection lost');
  });

  it('names columns past Z', () =>
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']));
});

it('writes 150,000 rows in less than 300 MB of memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  try {
    const printed = execFileSync(
      process.execPath,
      [
        '--max-old-space-size=160',
        '--import',
        'tsx',
        'tests/modules/ledger/exportChild.ts',
        join(folder, 'ledger.xlsx'),
        '150000',
      ],
      { encoding: 'utf8' },
    );
    const { maxRssMb } = JSON.parse(printed) as { maxRssMb: number };
    expect(maxRssMb).toBeLessThan(300);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
