import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screenshotFolder } from '../../support/browser';

/** Writes .screenshots/index.html: all pictures of a run, those of one page side by side. */
export function writeGallery(): void {
  if (!existsSync(screenshotFolder)) return;
  const pictures = readdirSync(screenshotFolder)
    .filter((file) => file.endsWith('.png'))
    .sort();
  const pages = [...new Set(pictures.map((file) => file.split('.')[0] ?? file))];
  const section = (page: string) =>
    `<h2>${page}</h2><div>${pictures
      .filter((file) => file.startsWith(`${page}.`))
      .map(
        (file) =>
          `<figure><a href="${file}"><img loading="lazy" src="${file}"></a><figcaption>${file}</figcaption></figure>`,
      )
      .join('')}</div>`;
  const style =
    'body{font-family:sans-serif;margin:24px}div{display:flex;gap:16px;overflow-x:auto;align-items:flex-start}img{height:480px;border:1px solid #ccc}figure{margin:0}figcaption{font-size:12px;color:#555}';
  writeFileSync(
    join(screenshotFolder, 'index.html'),
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>社邻 页面</title><style>${style}</style>${pages.map(section).join('\n')}</html>\n`,
  );
}
