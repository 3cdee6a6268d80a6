import type { RegionCode } from '@shared/kernel/regionScope';

/** 一个区划代码与名称。 */
export interface RegionRow {
  code: RegionCode;
  name: string;
}

/** All regions of one province below the province itself, one sorted list per level. */
export interface ProvinceRows {
  city: RegionRow[];
  county: RegionRow[];
  township: RegionRow[];
  village: RegionRow[];
}

/** Endings of community names, longest first; the letter stands for them in the file. */
const endings: readonly (readonly [mark: string, ending: string])[] = [
  ['R', '社区居民委员会'],
  ['N', '村村民委员会'],
  ['S', '社区居委会'],
  ['M', '村民委员会'],
  ['U', '居民委员会'],
  ['V', '村委会'],
  ['J', '居委会'],
];
const endingOf = new Map(endings);

function shorten(name: string): string {
  const match = endings.find(([, ending]) => name.endsWith(ending));
  return match ? name.slice(0, -match[1].length) + match[0] : name;
}

function restore(text: string): string {
  const ending = endingOf.get(text.slice(-1));
  return ending === undefined ? text : text.slice(0, -1) + ending;
}

/** Codes that follow the one before by 1 are left out: `东旭R 青山R 021:锦辉R`. */
function packVillages(villages: readonly RegionRow[]): string {
  let last = 0;
  return villages
    .map(({ code, name }) => {
      const number = Number(code.slice(9));
      const head = number === last + 1 ? '' : `${code.slice(9)}:`;
      last = number;
      return ` ${head}${shorten(name)}`;
    })
    .join('');
}

/** Rows by the first digits of their code. */
function grouped(rows: readonly RegionRow[], length: number): (prefix: string) => RegionRow[] {
  const groups = new Map<string, RegionRow[]>();
  for (const row of rows) {
    const prefix = row.code.slice(0, length);
    const group = groups.get(prefix);
    if (group) group.push(row);
    else groups.set(prefix, [row]);
  }
  return (prefix) => groups.get(prefix) ?? [];
}

/**
 * One province as text: `=05东营市` a city, `-02东营区` a county, `001文汇街道 东旭R …` a township with its communities.
 * A city without counties (东莞) has its townships right below.
 */
export function packProvince({ city, county, township, village }: ProvinceRows): string {
  const [countiesOf, townshipsOf, villagesOf] = [grouped(county, 4), grouped(township, 6), grouped(village, 9)];
  const townLines = (prefix: string): string[] =>
    townshipsOf(prefix).map(
      ({ code, name }) => `${code.slice(6, 9)}${name}${packVillages(villagesOf(code.slice(0, 9)))}`,
    );
  const lines = city.flatMap(({ code, name }) => [
    `=${code.slice(2, 4)}${name}`,
    ...townLines(code.slice(0, 6)),
    ...countiesOf(code.slice(0, 4)).flatMap((each) => [
      `-${each.code.slice(4, 6)}${each.name}`,
      ...townLines(each.code.slice(0, 6)),
    ]),
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

/** The inverse of `packProvince`. */
export function unpackProvince(province: string, text: string): ProvinceRows {
  const rows: ProvinceRows = { city: [], county: [], township: [], village: [] };
  let [city, county] = ['', ''];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const name = line.slice(3);
    if (line.startsWith('=')) {
      city = province + line.slice(1, 3);
      county = `${city}00`;
      rows.city.push({ code: `${city}00000000`, name });
    } else if (line.startsWith('-')) {
      county = city + line.slice(1, 3);
      rows.county.push({ code: `${county}000000`, name });
    } else {
      const [town = '', ...villages] = name.split(' ');
      const township = county + line.slice(0, 3);
      rows.township.push({ code: `${township}000`, name: town });
      let last = 0;
      for (const item of villages) {
        const numbered = item.charAt(3) === ':';
        last = numbered ? Number(item.slice(0, 3)) : last + 1;
        rows.village.push({
          code: township + String(last).padStart(3, '0'),
          name: restore(numbered ? item.slice(4) : item),
        });
      }
    }
  }
  return rows;
}
