// Draws the six PNG icons of the tab bar (the only icons WeChat refuses as SVG): round strokes on a 48 grid.
// Run: node miniprogram/scripts/makeTabIcons.mjs
import { deflateSync } from 'node:zlib';
import { writeFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const size = 96;
const stroke = 3.4;
const arc = (cx, cy, r, from, to) =>
  Array.from({ length: 25 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / 24) * Math.PI) / 180;
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
  });

const icons = {
  home: [
    [
      [7, 23],
      [24, 8],
      [41, 23],
    ],
    [
      [12, 20],
      [12, 40],
      [36, 40],
      [36, 20],
    ],
    [
      [20, 40],
      [20, 29],
      [28, 29],
      [28, 40],
    ],
  ],
  inbox: [
    [...arc(24, 22, 12, 180, 360), [36, 31], [40, 36], [8, 36], [12, 31], [12, 22]],
    arc(24, 37, 5, 20, 160),
    [
      [24, 10],
      [24, 7],
    ],
  ],
  mine: [arc(24, 16, 8, 0, 360), [...arc(24, 42, 16, 185, 355)]],
};
const colors = { '': [0x4a, 0x52, 0x4e], '-on': [0x17, 0x62, 0x4a] };

function distance([px, py], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crcOf(body));
  return Buffer.concat([length, body, check]);
}

function crcOf(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

function png(lines, [r, g, b]) {
  const scale = 48 / size;
  const rows = Buffer.alloc(size * (1 + size * 4));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const point = [(x + 0.5) * scale, (y + 0.5) * scale];
      let nearest = Infinity;
      for (const line of lines)
        for (let i = 1; i < line.length; i++) nearest = Math.min(nearest, distance(point, line[i - 1], line[i]));
      const alpha = Math.max(0, Math.min(1, (stroke / 2 - nearest) / scale + 0.5));
      rows.set([r, g, b, Math.round(alpha * 255)], y * (1 + size * 4) + 1 + x * 4);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const folder = fileURLToPath(new URL('../src/assets/tab/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [name, lines] of Object.entries(icons))
  for (const [suffix, color] of Object.entries(colors))
    writeFileSync(`${folder}${name}${suffix}.png`, png(lines, color));
