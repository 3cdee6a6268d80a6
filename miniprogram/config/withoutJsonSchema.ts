import fs from 'node:fs';
import path from 'node:path';

/** The parts of zod that turn schemas into JSON Schema: the server publishes openapi.json, the app never needs them (25 KB). */
const unused = ['json-schema-processors', 'to-json-schema'];

const exportedNames = (text: string): string[] => {
  const declared = Array.from(
    text.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm),
    (match) => match[1] ?? '',
  );
  const listed = Array.from(text.matchAll(/^export \{([^}]*)\};?$/gm), (match) => (match[1] ?? '').split(','))
    .flat()
    .map((part) => part.trim().split(' as ').pop() ?? '');
  return Array.from(new Set([...declared, ...listed])).filter(Boolean);
};

/** Writes empty stand-ins with the same exports and gives what `NormalModuleReplacementPlugin` wants, one pair per file. */
export function withoutJsonSchema(root: string): [RegExp, string][] {
  const folder = path.join(root, '.cache', 'taro');
  fs.mkdirSync(folder, { recursive: true });
  return unused.map((name): [RegExp, string] => {
    const names = exportedNames(fs.readFileSync(path.join(root, 'node_modules/zod/v4/core', `${name}.js`), 'utf8'));
    const file = path.join(folder, `zod-${name}.js`);
    // ES5 as it stands: these files do not pass through babel.
    const nothing = 'function nothing() { return nothing; }';
    const text = `${nothing}\nexport { ${names.map((each) => `nothing as ${each}`).join(', ')} };\n`;
    if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text);
    return [new RegExp(`core/${name}\\.js$|^\\./${name}\\.js$`), file];
  });
}
