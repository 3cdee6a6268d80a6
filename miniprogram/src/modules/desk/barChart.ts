export interface Bar {
  label: string;
  count: number;
}

export interface ChartLook {
  /** In pixels; the chart is as wide as it is shown, so that its letters are as large as asked */
  width: number;
  fontSize: number;
  ink: string;
  bar: string;
}

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Horizontal bars as SVG: each label above its bar, the number at its end. The longest bar leaves room for the number. */
export function barChart(bars: readonly Bar[], { width, fontSize, ink, bar }: ChartLook): string {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const digits = String(most).length;
  const full = width - (digits + 1) * fontSize * 0.62;
  const thick = Math.round(fontSize * 0.9);
  const step = Math.round(fontSize * 1.4 + thick + fontSize * 0.8);
  const rows = bars.map(({ label, count }, index) => {
    const top = index * step;
    const length = Math.max(count > 0 ? 3 : 0, Math.round((full * count) / most));
    const middle = top + fontSize * 1.4 + thick / 2;
    return [
      `<text x="0" y="${top + fontSize}" fill="${ink}" font-size="${fontSize}">${escapeXml(label)}</text>`,
      `<rect x="0" y="${top + fontSize * 1.4}" width="${length}" height="${thick}" rx="3" fill="${bar}"/>`,
      `<text x="${length + fontSize * 0.4}" y="${middle}" dominant-baseline="central" fill="${ink}" font-size="${fontSize}" font-weight="600">${count}</text>`,
    ].join('');
  });
  const height = Math.max(1, bars.length) * step;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'PingFang SC','Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei',sans-serif">${rows.join('')}</svg>`;
}
