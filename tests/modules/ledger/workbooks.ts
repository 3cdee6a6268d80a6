import { deflateRawSync } from 'node:zlib';

/** A part of a package to be made; `declared` lies about its unpacked size, `packed` gives the deflated bytes ready-made. */
export interface Part {
  name: string;
  content?: string | Buffer;
  packed?: Buffer;
  declared?: number;
  flags?: number;
}

/** A zip container made by hand, so that it can lie. */
export function zipOf(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content = '', packed, declared, flags = 0 } of parts) {
    const plain = Buffer.from(content);
    const data = packed ?? deflateRawSync(plain);
    const title = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt32LE(declared ?? plain.length, 22);
    head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(declared ?? plain.length, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(head, title, data);
    directory.push(entry, title);
    offset += 30 + title.length + data.length;
  }
  const directoryLength = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directoryLength, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

export interface WorkbookPlan {
  /** Name → the XML inside `<sheetData>` and after it */
  sheets: Record<string, { data: string; after?: string } | Part>;
  /** Number format ids, by style index from 1 */
  formats?: readonly number[];
  customFormats?: readonly { id: number; code: string }[];
  date1904?: boolean;
  parts?: readonly Part[];
}

/** A workbook from sheet XML. */
export function workbookOf({
  sheets,
  formats = [],
  customFormats = [],
  date1904 = false,
  parts = [],
}: WorkbookPlan): Buffer {
  const names = Object.keys(sheets);
  const overrides = names
    .map(
      (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
    )
    .join('');
  const ids = names
    .map(
      (_, index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
    )
    .join('');
  const list = names
    .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('');
  const custom = customFormats.map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`).join('');
  const xfs = [0, ...formats]
    .map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>`)
    .join('');
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${overrides}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships ${relations}><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${main} xmlns:r="${office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships ${relations}>${ids}<Relationship Id="rs" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet ${main}>${custom ? `<numFmts count="${customFormats.length}">${custom}</numFmts>` : ''}<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="${formats.length + 1}">${xfs}</cellXfs></styleSheet>`,
    },
    ...names.map((name, index): Part => {
      const sheet = sheets[name];
      const path = `xl/worksheets/sheet${index + 1}.xml`;
      return sheet && 'data' in sheet
        ? {
            name: path,
            content: `<worksheet ${main}><sheetData>${sheet.data}</sheetData>${sheet.after ?? ''}</worksheet>`,
          }
        : { ...sheet, name: path };
    }),
    ...parts,
  ]);
}

/** `<row>` of inline strings. */
export const textRow = (row: number, texts: readonly string[]): string =>
  `<row r="${row}">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
