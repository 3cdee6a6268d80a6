import { deflateRawSync } from 'node:zlib';
import { AppError } from '@shared/kernel/errors';
import { readWorkbook } from '@functions/modules/ledger/xlsx/readWorkbook';
import { textOf } from '@shared/modules/ledger/cells';
import { readLedger } from '@shared/modules/ledger/readLedger';
import { aContext } from './support';
import { textRow, workbookOf, zipOf } from './workbooks';

const header = textRow(1, ['组织名称', '负责人', '联系电话', '所属社区']);
const group = (row: number): string => textRow(row, [`第${row}书画社`, '陈晓东', '15819713726', '东旭社区']);

function refusal(bytes: Uint8Array, sheet?: string): AppError {
  try {
    readWorkbook(bytes, sheet);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('The file was read');
}

/** Seconds of processor time: the same on a busy machine. */
function timed<T>(work: () => T): { result: T; seconds: number } {
  const started = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(started);
  return { result, seconds: (user + system) / 1e6 };
}

describe('kinds of cells', () => {
  const cell = (xml: string, options: Partial<Parameters<typeof workbookOf>[0]> = {}) =>
    readWorkbook(workbookOf({ sheets: { 台账: { data: `<row r="1">${xml}</row>` } }, ...options })).rows[0]?.[0];

  it.each([
    ['<c r="A1"><v>370502197506236100</v></c>', { kind: 'number', value: 370502197506236100 }],
    ['<c r="A1" t="str"><v>甲</v></c>', { kind: 'text', text: '甲' }],
    ['<c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>', { kind: 'text', text: '甲乙' }],
    ['<c r="A1" t="b"><v>1</v></c>', { kind: 'bool', value: true }],
    ['<c r="A1" t="e"><v>#REF!</v></c>', { kind: 'error', text: '#REF!' }],
    [
      '<c r="A1" t="str"><f>HYPERLINK("http://x.example","点我")</f><v>点我</v></c>',
      { kind: 'formula', formula: 'HYPERLINK("http://x.example","点我")', result: { kind: 'text', text: '点我' } },
    ],
    ['<c r="A1"><f>1+1</f><v>2</v></c>', { kind: 'formula', formula: '1+1', result: { kind: 'number', value: 2 } }],
  ])('keeps %s as it is', (xml, expected) => expect(cell(xml)).toEqual(expected));

  it.each([14, 31, 57])('reads number format %i as a date', (format) =>
    expect(cell('<c r="A1" s="1"><v>43599</v></c>', { formats: [format] })).toEqual({
      kind: 'date',
      date: '2019-05-14',
    }),
  );

  it('reads Chinese date formats and the 1904 calendar', () => {
    const chinese = {
      formats: [176],
      customFormats: [{ id: 176, code: 'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@' }],
    };
    expect(cell('<c r="A1" s="1"><v>43599.75</v></c>', chinese)).toEqual({ kind: 'date', date: '2019-05-14' });
    expect(cell('<c r="A1" s="1"><v>42137</v></c>', { formats: [14], date1904: true })).toEqual({
      kind: 'date',
      date: '2019-05-14',
    });
    expect(cell('<c r="A1" s="1"><v>36</v></c>', { formats: [1] })).toEqual({ kind: 'number', value: 36 });
  });
});

describe('sheets', () => {
  it('takes the first sheet with a header, or the chosen one', () => {
    const book = workbookOf({
      sheets: { 说明: { data: textRow(1, ['填表说明']) }, 台账: { data: header + group(2) } },
    });
    expect(readWorkbook(book)).toMatchObject({ sheet: '台账', sheets: ['说明', '台账'] });
    expect(readWorkbook(book, '说明').rows).toHaveLength(1);
    expect(refusal(book, '没有').message).toContain('没有找到这个工作表');
  });

  it('fills a street merged over its rows, and leaves titles alone', () => {
    const data = `${textRow(1, ['台账'])}${textRow(2, ['文汇街道', '甲社'])}${textRow(3, ['', '乙社'])}${textRow(4, ['', '丙社'])}`;
    const { rows } = readWorkbook(
      workbookOf({
        sheets: {
          台账: { data, after: '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/></mergeCells>' },
        },
      }),
    );
    expect(rows.map((row) => row.map(textOf))).toEqual([
      ['台账'],
      ['文汇街道', '甲社'],
      ['文汇街道', '乙社'],
      ['', '丙社'],
    ]);
  });

  it('does not suffer from a merge over the whole sheet or a blank formatted tail', () => {
    const tail = Array.from(
      { length: 50_000 },
      (_, index) => `<row r="${index + 3}" s="1"><c r="A${index + 3}" s="1"/></row>`,
    ).join('');
    const book = workbookOf({
      sheets: {
        台账: {
          data: header + group(2) + tail,
          after: '<mergeCells count="1"><mergeCell ref="F1:F1048576"/></mergeCells>',
        },
      },
    });
    expect(readWorkbook(book).rows).toHaveLength(2);
  }, 60_000);
});

describe('CSV', () => {
  const text = '组织名称,负责人,联系电话\r\n"东旭""金秋""书画社",陈晓东,15819713726\r\n"两行\n名称",王丽,\n';
  it('reads UTF-8 with and without mark, GBK and tabs', () => {
    const expected = [
      ['组织名称', '负责人', '联系电话'],
      ['东旭"金秋"书画社', '陈晓东', '15819713726'],
      ['两行\n名称', '王丽'],
    ];
    const read = (bytes: Buffer) => readWorkbook(bytes).rows.map((row) => row.map(textOf));
    expect(read(Buffer.from(text))).toEqual(expected);
    expect(read(Buffer.from(`\ufeff${text}`))).toEqual(expected);
    expect(read(Buffer.from(text.replaceAll(',', '\t')))).toEqual(expected);
    const gbk = Buffer.concat([
      Buffer.from([0xd7, 0xe9, 0xd6, 0xaf, 0xc3, 0xfb, 0xb3, 0xc6]),
      Buffer.from(',A,B\nx,y,z'),
    ]);
    expect(read(gbk)).toEqual([
      ['组织名称', 'A', 'B'],
      ['x', 'y', 'z'],
    ]);
  });
});

describe('refuses, saying what to do', () => {
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const good = workbookOf({ sheets: { 台账: { data: header + group(2) } } });

  it.each<[string, Buffer, string]>([
    ['an empty file', Buffer.alloc(0), '空的'],
    ['a renamed program', Buffer.from('MZ\x90\x00\x03'), '程序文件'],
    ['an old .xls', Buffer.concat([ole, Buffer.alloc(512)]), '另存为'],
    [
      'an encrypted xlsx',
      Buffer.concat([ole, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]),
      '取消密码',
    ],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), '不是表格'],
    ['a web page named .xls', Buffer.from('\ufeff<html><table></table></html>'), '另存为'],
    ['random bytes', Buffer.from([1, 2, 0, 4]), '不是表格'],
    ['a document', zipOf([{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }]), '不是表格'],
    ['an .xlsb', zipOf([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.bin' }]), '另存为'],
    [
      'a zip with a password',
      workbookOf({ sheets: { 台账: { data: '' } }, parts: [{ name: 'x', flags: 1 }] }),
      '取消密码',
    ],
    ['a file cut off', good.subarray(0, good.length - 300), '损坏'],
    ['a sheet without content', workbookOf({ sheets: { 台账: { data: '' } } }), '没有内容'],
    [
      'a part that unpacks to more than it declares',
      workbookOf({ sheets: { 台账: { name: '', packed: deflateRawSync(Buffer.alloc(9_000_000)), declared: 100 } } }),
      '损坏',
    ],
    [
      'two parts of one name',
      workbookOf({ sheets: { 台账: { data: '' } }, parts: [{ name: 'xl/workbook.xml', content: '<x/>' }] }),
      '损坏',
    ],
  ])('%s', (_, bytes, words) => {
    const error = refusal(bytes);
    expect(error.message).toContain(words);
    expect(['FILE_REFUSED', 'BAD_INPUT']).toContain(error.code);
  });

  it('a bomb, by what its directory declares', () => {
    const bomb = workbookOf({
      sheets: { 台账: { data: '' } },
      parts: [{ name: 'xl/media/x', packed: Buffer.alloc(1000), declared: 4_000_000_000 }],
    });
    const { result, seconds } = timed(() => refusal(bomb));
    expect([result.code, result.message]).toEqual(['TOO_LARGE', expect.stringContaining('大得不正常')]);
    expect(seconds).toBeLessThan(0.2);
  });

  it('more than 200 columns, and a single cell far to the right', () => {
    const wide = (count: number) =>
      workbookOf({
        sheets: {
          台账: {
            data:
              header +
              textRow(
                2,
                Array.from({ length: count }, (_, index) => `c${index}`),
              ),
          },
        },
      });
    expect(readWorkbook(wide(200)).rows[1]).toHaveLength(200);
    expect(refusal(wide(201))).toMatchObject({
      code: 'TOO_LARGE',
      message: expect.stringContaining('200 列') as string,
    });
    expect(
      refusal(workbookOf({ sheets: { 台账: { data: `${header}<row r="2"><c r="XFD2"><v>1</v></c></row>` } } })).message,
    ).toContain('200 列');
  });

  it('one million rows within two seconds, whether few bytes or many', () => {
    const slim = Array.from({ length: 1_000_000 }, (_, index) => `<row r="${index + 1}"><c><v>1</v></c></row>`).join(
      '',
    );
    const books = [
      workbookOf({ sheets: { 台账: { data: slim } } }),
      workbookOf({ sheets: { 台账: { data: slim.repeat(2) } } }),
    ];
    for (const book of books) {
      const { result, seconds } = timed(() => refusal(book));
      expect([result.code, result.message]).toEqual(['TOO_LARGE', expect.stringContaining('20000 行')]);
      expect(seconds).toBeLessThan(2);
    }
  }, 60_000);

  it('more than 20,000 rows of CSV', () =>
    expect(refusal(Buffer.from('甲社,1\n'.repeat(20_001))).code).toBe('TOO_LARGE'));
});

it('reads and judges 5,000 rows in far less than ten seconds', () => {
  const book = workbookOf({
    sheets: { 台账: { data: header + Array.from({ length: 5000 }, (_, index) => group(index + 2)).join('') } },
  });
  const { result, seconds } = timed(() => readLedger(readWorkbook(book).rows, aContext()));
  expect(result?.rows.filter(({ outcome }) => outcome === 'imported')).toHaveLength(5000);
  expect(seconds).toBeLessThan(5);
}, 60_000);
