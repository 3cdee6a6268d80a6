import * as fc from 'fast-check';
import { fileKindLabels, fileRefusalWords } from '@shared/modules/file/labels';
import { checkDeclared, fileBytesMax, nameForKind, purposeKinds, safeFileName } from '@shared/modules/file/rules';
import { fileKinds, filePurposes } from '@shared/modules/file/schema';

test.each(fileKinds)('%s: the largest size passes and one byte more does not', (kind) => {
  const request = { name: `a.${kind}`, purpose: 'other' as const };
  expect(checkDeclared({ ...request, bytes: fileBytesMax[kind] })).toEqual({ ok: true, kind });
  expect(checkDeclared({ ...request, bytes: fileBytesMax[kind] + 1 }).ok).toBe(false);
  expect(checkDeclared({ ...request, bytes: 0 })).toMatchObject({ reason: 'empty' });
});

test('a 20 MB photo is refused before it is sent', () => {
  expect(checkDeclared({ name: 'IMG_0001.JPG', bytes: 20 * 1024 * 1024, purpose: 'venueProof' })).toEqual({
    ok: false,
    reason: 'photoTooLarge',
    message: fileRefusalWords.photoTooLarge,
  });
});

test('each purpose takes the kinds on its list and no others', () => {
  for (const purpose of filePurposes) {
    for (const kind of fileKinds) {
      expect(checkDeclared({ name: `a.${kind}`, bytes: 100, purpose }).ok).toBe(purposeKinds[purpose].includes(kind));
    }
  }
});

test('a refusal for the purpose names what to send instead', () => {
  const check = checkDeclared({ name: 'a.docx', bytes: 100, purpose: 'venueProof' });
  expect(check.ok ? '' : check.message).toContain(fileKindLabels.pdf);
});

test.each([
  ['C:\\fakepath\\门头.JPG', '门头.jpg'],
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['章程\u202egpj.pdf', '章程gpj.pdf'],
  ['a\u0000b\n.png', 'ab.png'],
  ['花园 社区  证明 .pdf', '花园 社区 证明.pdf'],
  ['.pdf', '文件.pdf'],
  ['', '文件'],
])('%j is kept as %j', (name, kept) => {
  expect(safeFileName(name)).toBe(kept);
});

test('a safe name stays as it is, is short and has no way into a folder', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('.', '/', 'pdf', ' ')), { maxLength: 40 })
        .map((parts) => parts.join('')),
      (name) => {
        const safe = safeFileName(name);
        expect(safeFileName(safe)).toBe(safe);
        expect(Array.from(safe).length).toBeLessThanOrEqual(90);
        expect(safe).not.toMatch(/[\\/\u0000-\u001f\u202e]/);
      },
    ),
  );
});

test('the ending follows the content', () => {
  expect(nameForKind('照片.jpeg', 'jpg')).toBe('照片.jpeg');
  expect(nameForKind('照片.jpg', 'webp')).toBe('照片.webp');
  expect(nameForKind('照片', 'jpg')).toBe('照片.jpg');
});
