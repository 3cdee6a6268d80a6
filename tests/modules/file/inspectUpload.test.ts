import * as XLSX from '@e965/xlsx';
import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { AppError } from '@shared/kernel/errors';
import { fileRefusalWords, type FileRefusal } from '@shared/modules/file/labels';
import type { FilePurpose } from '@shared/modules/file/schema';
import { inspectUpload } from '@functions/modules/file/inspectUpload';
import {
  docx,
  jpegClaiming,
  join,
  pdf,
  phoneJpeg,
  plainJpeg,
  plainPng,
  pngClaiming,
  riff,
  taggedWebp,
  text,
  webpCanvas,
  webpFrame,
  xlsx,
  zipOf,
} from './sampleFiles';

const megabyte = 1024 * 1024;
const program = join(text('MZ\x90\0\x03'), new Uint8Array(200), text('PE\0\0'));

function refusal(name: string, bytes: Uint8Array, purpose: FilePurpose = 'other'): AppError {
  try {
    inspectUpload(name, purpose, bytes);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`${name} was accepted`);
}

test('accepts each kind under its own name', () => {
  expect(inspectUpload('门头.jpg', 'venueProof', phoneJpeg())).toMatchObject({ kind: 'jpg', name: '门头.jpg' });
  expect(inspectUpload('截图.PNG', 'other', plainPng())).toMatchObject({ kind: 'png' });
  expect(inspectUpload('a.webp', 'other', taggedWebp())).toMatchObject({ kind: 'webp' });
  expect(inspectUpload('章程.pdf', 'charter', pdf())).toMatchObject({ kind: 'pdf' });
  expect(inspectUpload('章程.docx', 'charter', docx())).toMatchObject({ kind: 'docx' });
  expect(inspectUpload('花名册.xlsx', 'rosterSheet', xlsx())).toMatchObject({ kind: 'xlsx' });
});

test('the digest and the size are those of the cleaned bytes', () => {
  const upright = inspectUpload('a.jpg', 'other', phoneJpeg(1));
  expect(upright.bytes.length).toBeLessThan(phoneJpeg(1).length);
  expect(upright.sha256).toBe(inspectUpload('b.jpg', 'other', Uint8Array.from(upright.bytes)).sha256);
});

test('a screenshot saved under the wrong picture ending is accepted and renamed', () => {
  expect(inspectUpload('微信图片.jpg', 'other', plainPng())).toMatchObject({ kind: 'png', name: '微信图片.png' });
});

test.each<[string, string, Uint8Array, FileRefusal]>([
  ['a program renamed to a photo', '照片.jpg', program, 'program'],
  ['a program under its own name', '安装.exe', program, 'program'],
  ['a Linux program', '章程.pdf', join(text('\x7fELF'), new Uint8Array(64)), 'program'],
  ['a PDF behind a program head', '章程.pdf', join(text('MZ'), pdf()), 'program'],
  ['a PDF behind a web page', '章程.pdf', join(text('<html>'), pdf()), 'unknownKind'],
  ['a PDF with an archive behind it', '章程.pdf', join(pdf(), zipOf([{ name: 'x.exe' }])), 'disguised'],
  ['a PDF with much hanging behind it', '章程.pdf', pdf('', 'A'.repeat(5000)), 'disguised'],
  ['a PDF with a script', '章程.pdf', pdf('3 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj'), 'activePdf'],
  ['a PDF with a script in escaped letters', '章程.pdf', pdf('3 0 obj<</S/J#61vaScript>>endobj'), 'activePdf'],
  ['a PDF that starts a program', '章程.pdf', pdf('3 0 obj<</S/Launch/F(cmd.exe)>>endobj'), 'activePdf'],
  ['a PDF cut off half way', '章程.pdf', pdf().slice(0, 40), 'damaged'],
  ['a PDF renamed to a photo', '照片.jpg', pdf(), 'mismatch'],
  ['a photo renamed to a PDF', '章程.pdf', plainJpeg(), 'mismatch'],
  ['a Word file renamed to Excel', '花名册.xlsx', docx(), 'mismatch'],
  ['an archive renamed to Word', '章程.docx', zipOf([{ name: 'a.txt' }]), 'mismatch'],
  ['a Word file with macros', '章程.docx', docx({ name: 'word/vbaProject.bin' }), 'macro'],
  ['a Word file with a program inside', '章程.docx', docx({ name: 'word/x.exe' }), 'disguised'],
  ['an Excel file with a password entry', '花名册.xlsx', xlsx({ name: 'xl/a.xml', flags: 1 }), 'oldOffice'],
  [
    'an encrypted or old Excel file',
    '花名册.xlsx',
    join(text('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), new Uint8Array(512)),
    'oldOffice',
  ],
  ['a zip bomb', '花名册.xlsx', xlsx({ name: 'xl/a.xml', claimed: 3_000_000_000 }), 'archiveTooLarge'],
  ['an archive with bytes behind its end', '花名册.xlsx', join(xlsx(), text('MZ')), 'damaged'],
  ['a HEIC photo', 'IMG_1.heic', text('\0\0\0\x18ftypheic'), 'heic'],
  ['a HEIC photo renamed to JPG', 'IMG_1.jpg', text('\0\0\0\x18ftypheic\0\0\0\0mif1'), 'heic'],
  ['a pixel bomb as JPEG', 'a.jpg', jpegClaiming(60_000, 60_000), 'tooManyPixels'],
  ['a pixel bomb as PNG', 'a.png', pngClaiming(100_000, 100_000), 'tooManyPixels'],
  ['a pixel bomb as WebP', 'a.webp', riff(webpCanvas(0, 16_000, 16_000), webpFrame), 'tooManyPixels'],
  ['a picture without width', 'a.png', pngClaiming(0, 10), 'damaged'],
  ['half a photo', 'a.jpg', plainJpeg().slice(0, 300), 'damaged'],
  ['nothing', 'a.jpg', new Uint8Array(0), 'empty'],
  ['a text file', '说明.txt', text('hello'), 'unknownKind'],
  ['a text renamed to a photo', 'a.jpg', text('hello'), 'unknownKind'],
  ['a name without an ending', '照片', plainJpeg(), 'unknownKind'],
])('refuses %s', (_, name, bytes, reason) => {
  expect(refusal(name, bytes).message).toBe(fileRefusalWords[reason]);
});

test('a name that shows backwards does not hide its real ending', () => {
  // On a screen: 章程exe.jpg
  expect(refusal('章程\u202egpj.exe', program).message).toBe(fileRefusalWords.program);
});

test('finds a script packed into a compressed object stream', () => {
  const packed = deflateSync(Buffer.from('5 0 <</S/JavaScript/JS(x)>>')).toString('latin1');
  const object = `3 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n${packed}\nendstream endobj`;
  expect(refusal('章程.pdf', pdf(object)).message).toBe(fileRefusalWords.activePdf);
});

test('does not take picture data inside a PDF for a script', () => {
  const image = `3 0 obj<</Length 9>>stream\n/JS /Launch ${randomBytes(500)
    .toString('latin1')
    .replace(/endstream/g, '')}\nendstream endobj`;
  expect(inspectUpload('章程.pdf', 'charter', pdf(image)).kind).toBe('pdf');
});

test('refuses a 20 MB photo and says what to do', () => {
  const error = refusal('大照片.jpg', new Uint8Array(Buffer.concat([plainJpeg(), Buffer.alloc(20 * megabyte)])));
  expect(error.code).toBe('TOO_LARGE');
  expect(error.message).toBe('照片超过 10 MB 了，请在选照片时不要勾选“原图”，或者用手机截屏后再上传');
});

test('a file must fit its purpose', () => {
  expect(refusal('照片.jpg', plainJpeg(), 'rosterSheet').message).toBe(
    '“会员花名册”不收照片（JPG），请换成Excel 表格（.xlsx）',
  );
});

test('a workbook written by a spreadsheet library passes unchanged', () => {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet([
      ['姓名', '电话'],
      ['王建国', '13800000000'],
    ]),
    '花名册',
  );
  const bytes = new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);
  const kept = inspectUpload('花名册.xlsx', 'rosterSheet', bytes).bytes;
  expect(Buffer.from(kept).equals(Buffer.from(bytes))).toBe(true);
});
