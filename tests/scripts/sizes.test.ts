import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Runs the size check on a package made of these files. */
function sizesOf(files: Record<string, string>): { code: number | null; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'shelin-sizes-'));
  const app = JSON.stringify({
    pages: ['pages/home/index'],
    subPackages: [{ root: 'modules/desk', pages: ['index'] }],
  });
  for (const [name, text] of Object.entries({ 'app.json': app, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { status, stdout } = spawnSync(process.execPath, [join(__dirname, '../../scripts/sizes.mjs'), folder], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return { code: status, output: stdout };
}

const kilobytes = (count: number): string => 'x'.repeat(count * 1024);

describe('limits of the mini-program package', () => {
  it('counts what lies outside every subpackage as main', () => {
    const { code, output } = sizesOf({
      'pages/home/a.txt': kilobytes(300),
      'modules/other/b.txt': kilobytes(200),
      'modules/desk/c.txt': kilobytes(240),
    });
    expect(output).toMatch(/✓ main +500\.\d KB of 600\.0 KB/);
    expect(output).toMatch(/✓ modules\/desk\/ +240\.0 KB of 250\.0 KB/);
    expect(code).toBe(0);
  });

  it('fails when the main package is too large', () => {
    expect(sizesOf({ 'a.txt': kilobytes(600) })).toMatchObject({
      code: 1,
      output: expect.stringContaining('✗ main') as string,
    });
  });

  it('fails when a subpackage is too large', () => {
    expect(sizesOf({ 'modules/desk/a.txt': kilobytes(251) })).toMatchObject({
      code: 1,
      output: expect.stringContaining('✗ modules/desk/') as string,
    });
  });

  it.each([
    ['an arrow function', 'var a = () => 1;'],
    ['const', 'const a = 1;'],
    ['a template', 'var a = `b`;'],
    ['optional chaining', 'a?.b;'],
  ])('fails on %s, which old phones cannot read', (_what, script) => {
    expect(sizesOf({ 'pages/home/index.js': script })).toMatchObject({
      code: 1,
      output: expect.stringContaining('pages/home/index.js') as string,
    });
  });
});
