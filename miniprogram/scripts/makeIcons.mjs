// The line set: 48 grid, stroke 3, round ends. Writes src/styles/icons.css (masks) and src/components/iconNames.ts.
// Run: node miniprogram/scripts/makeIcons.mjs
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Name → path data; circles as `o cx cy r`, separated by `|`. */
const icons = {
  home: 'M7 23 24 8l17 15M12 19v21h24V19M20 40V29h8v11',
  bell: 'M12 34V21a12 12 0 0 1 24 0v13l4 3H8zM20 41a4.5 4.5 0 0 0 8 0',
  user: 'o 24 16 8|M8 41c2-9 8-13 16-13s14 4 16 13',
  users: 'o 18 17 7|M5 40c1-8 6-12 13-12s12 4 13 12M31 11a7 7 0 0 1 0 13M36 29c4 2 6 5 7 11',
  search: 'o 21 21 12|M30 30l11 11',
  shield: 'M24 6 40 12v11c0 9-6 16-16 19C14 39 8 32 8 23V12zM17 24l5 5 9-10',
  edit: 'M9 39h7l22-22-7-7L9 32zM27 14l7 7',
  file: 'M12 6h16l9 9v27H12zM28 6v9h9M18 24h12M18 32h12',
  files: 'M16 6h14l8 8v22H16zM30 6v8h8M10 14v28h20',
  folder: 'M6 12h13l4 5h19v23H6z',
  check: 'M9 25l10 10 20-22',
  checkCircle: 'o 24 24 17|M16 24l6 6 11-12',
  cross: 'M12 12l24 24M36 12 12 36',
  crossCircle: 'o 24 24 17|M18 18l12 12M30 18 18 30',
  warn: 'M24 7 43 40H5zM24 19v10M24 34v.5',
  info: 'o 24 24 17|M24 22v11M24 15v.5',
  help: 'o 24 24 17|M18 19a6 6 0 1 1 9 5c-2 1-3 2-3 5M24 34v.5',
  clock: 'o 24 24 17|M24 13v11l8 5',
  calendar: 'M8 11h32v29H8zM8 20h32M16 6v9M32 6v9',
  phone: 'M10 7h8l4 10-5 4c2 5 5 8 10 10l4-5 10 4v8c0 2-2 4-4 4C21 42 6 27 6 11c0-2 2-4 4-4z',
  message: 'M6 9h36v26H22l-9 7v-7H6z',
  pin: 'M24 43C14 32 10 26 10 20a14 14 0 0 1 28 0c0 6-4 12-14 23zM24 20v.5',
  camera: 'M6 14h9l4-6h10l4 6h9v26H6z|o 24 26 8',
  image: 'M7 9h34v30H7zM7 33l10-10 8 8 6-6 10 9|o 31 17 3',
  upload: 'M24 32V9M14 18 24 8l10 10M8 32v8h32v-8',
  download: 'M24 8v23M14 22l10 10 10-10M8 34v6h32v-6',
  trash: 'M8 13h32M18 13V7h12v6M12 13l2 28h20l2-28M20 21v12M28 21v12',
  plus: 'M24 9v30M9 24h30',
  minus: 'M9 24h30',
  right: 'M18 9l15 15-15 15',
  left: 'M30 9 15 24l15 15',
  down: 'M9 18l15 15 15-15',
  up: 'M9 30l15-15 15 15',
  more: 'M11 24h.5M24 24h.5M37 24h.5',
  refresh: 'M40 24a16 16 0 1 1-5-11.500M36 5v9h-9',
  filter: 'M6 9h36L28 26v14l-8-5v-9z',
  sort: 'M14 8v32M7 33l7 7 7-7M34 40V8M27 15l7-7 7 7',
  list: 'M16 12h25M16 24h25M16 36h25M8 12h.5M8 24h.5M8 36h.5',
  grid: 'M8 8h13v13H8zM27 8h13v13H27zM8 27h13v13H8zM27 27h13v13H27z',
  qr: 'M8 8h12v12H8zM28 8h12v12H28zM8 28h12v12H8zM28 28h4v4M40 28v4M36 36v4h-8v-4M40 40v.5',
  text: 'M8 12V8h32v4M24 8v32M18 40h12',
  eye: 'M4 24C9 14 16 10 24 10s15 4 20 14c-5 10-12 14-20 14S9 34 4 24z|o 24 24 6',
  lock: 'M10 21h28v20H10zM16 21v-6a8 8 0 0 1 16 0v6M24 29v5',
  send: 'M6 22 42 7 32 42l-8-15zM24 27 42 7',
  back: 'M19 9 7 21l12 12M7 21h22a12 12 0 0 1 0 24',
  hand: 'M15 25V12a3 3 0 0 1 6 0v10V8a3 3 0 0 1 6 0v14V11a3 3 0 0 1 6 0v14V17a3 3 0 0 1 6 0v13c0 8-5 13-13 13-7 0-10-3-13-8l-6-9c2-3 5-2 8 2',
  stamp: 'M19 27c1-5-3-8-3-13a8 8 0 0 1 16 0c0 5-4 8-3 13h10v8H9v-8zM9 41h30',
  scale: 'M24 7v33M14 40h20M8 13h32M8 13 3 27h10zM40 13l-5 14h10z',
  book: 'M24 13c-5-4-11-5-18-5v29c7 0 13 1 18 5 5-4 11-5 18-5V8c-7 0-13 1-18 5zM24 13v29',
  chart: 'M8 8v32h33M16 33V24M24 33V15M32 33v-6',
  settings: 'M8 14h18M34 14h6M8 34h6M22 34h18|o 30 14 4|o 18 34 4',
  logout: 'M20 8H9v32h11M20 24h21M33 15l9 9-9 9',
  star: 'M24 6l6 12 13 2-9.500 9 2.500 13L24 36l-12 6 2.500-13L5 20l13-2z',
  flag: 'M11 43V7M11 9h26l-6 9 6 9H11',
  link: 'M20 28l8-8M17 22l-6 6a6.500 6.500 0 0 0 9 9l6-6M31 26l6-6a6.500 6.500 0 0 0-9-9l-6 6',
  meal: 'M8 24h32c0 9-6 15-16 15S8 33 8 24zM5 41h38M18 17c-3-3 2-5 0-9M28 17c-3-3 2-5 0-9',
  hospital: 'M8 41V15h32v26zM24 20v12M18 26h12M16 15V7h16v8',
  repair: 'M40 12l-7 7-5-5 7-7a11 11 0 0 0-14 14L7 35l6 6 14-14a11 11 0 0 0 13-15z',
  scissors: 'o 13 13 6|o 13 35 6|M18 17l23 18M18 31l23-18',
  sprout: 'M24 42V22M24 26c-1-9-6-13-16-13 0 9 5 13 16 13zM24 20c1-8 6-12 16-12 0 8-5 12-16 12z',
  chat: 'M5 9h26v19H18l-8 6v-6H5zM36 17h7v18h-5v6l-7-6H19',
  group: 'M24 6l18 9v6H6v-6zM10 21v14M19 21v14M29 21v14M38 21v14M6 41h36v-6H6z',
  wifiOff: 'M6 19c3-3 7-5 11-6M31 13c4 1 8 3 11 6M14 27c3-3 6-4 10-4s7 1 10 4M24 36v.5M8 8l32 32',
  heart: 'M24 41C12 32 6 26 6 18a9 9 0 0 1 18-3 9 9 0 0 1 18 3c0 8-6 14-18 23z',
};

const shapes = (data) =>
  data
    .split('|')
    .map((part) => {
      const circle = /^o ([\d.]+) ([\d.]+) ([\d.]+)$/.exec(part);
      return circle
        ? `<circle cx='${circle[1]}' cy='${circle[2]}' r='${circle[3]}'/>`
        : `<path d='${part.replace(/\.(\d)00/g, '.$1')}'/>`;
    })
    .join('');

const svg = (data) =>
  `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 48 48' fill='none' stroke='#000' stroke-width='3' stroke-linecap='round' stroke-linejoin='round'>${shapes(data)}</svg>`;

const escape = (text) => text.replace(/[<>#%"]/g, (sign) => encodeURIComponent(sign));
const rule = ([name, data]) => {
  const url = `url("data:image/svg+xml,${escape(svg(data))}")`;
  return `.i-${name} { -webkit-mask-image: ${url}; }`;
};

const out = (path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));
writeFileSync(
  out('styles/icons.css'),
  `/* Written by scripts/makeIcons.mjs */\n${Object.entries(icons).map(rule).join('\n')}\n`,
);
const names = Object.keys(icons).map((name) => `  | '${name}'`);
writeFileSync(
  out('components/iconNames.ts'),
  `/** The line set; written by scripts/makeIcons.mjs. */\nexport type IconName =\n${names.join('\n')};\n`,
);
