import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { foldText, grams } from '@shared/kernel/text';
import { communityForms } from '@shared/modules/region/rules';
import { childrenOf } from '@functions/modules/region/service';

/** What the groups of a province are called: few words, so that every word stands in thousands of names, as in real ledgers. */
const topics = [
  '夕阳红',
  '金秋',
  '红白理事',
  '巾帼',
  '睦邻',
  '向阳花',
  '银龄',
  '乐活',
  '邻里守望',
  '和谐',
  '同心',
  '暖阳',
];
const doings = [
  ['舞蹈队', 'cultureSports', '文体活动'],
  ['志愿服务队', 'charity', '公益慈善'],
  ['合唱团', 'cultureSports', '文体活动'],
  ['老年服务站', 'peopleService', '为民服务'],
  ['调解工作室', 'mediation', '专业调处'],
  ['互助会', 'mutualAid', '邻里互助'],
  ['便民服务中心', 'peopleService', '为民服务'],
  ['书画社', 'cultureSports', '文体活动'],
  ['志愿巡逻队', 'mediation', '专业调处'],
  ['爱心志愿服务社', 'charity', '公益慈善'],
] as const;

const idOf = (index: number): string => createHash('md5').update(`organization ${index}`).digest('hex');

/** Communities of a province with their names, in the order of their codes. */
function communitiesOf(province: string): { code: string; name: string }[] {
  const visit = (code: string): { code: string; name: string }[] =>
    childrenOf(code).flatMap((region) => (region.level === 'village' ? [region] : visit(region.code)));
  return visit(province);
}

const columns = [
  ['id', 'uuid'],
  ['kind', 'text'],
  ['name', 'text'],
  ['name_folded', 'text'],
  ['grams', 'text'],
  ['community_code', 'text'],
  ['category', 'text'],
  ['category_label', 'text'],
  ['status', 'text'],
  ['filing_code', 'text'],
  ['founded_on', 'text'],
  ['valid_from', 'text'],
  ['valid_to', 'text'],
  ['member_count', 'integer'],
] as const;

type Row = Record<(typeof columns)[number][0], string | number | null>;

function rowOf(index: number, community: { code: string; name: string }, turn: number): Row {
  const [doing, category, label] = doings[(index * 7 + turn) % doings.length] ?? doings[0];
  const name = `${communityForms(community.name).short}${topics[(index * 5 + turn * 3) % topics.length]}${doing}${turn > 0 ? turn + 1 : ''}`;
  const folded = foldText(name);
  const isLapsed = index % 17 === 0;
  return {
    id: idOf(index),
    kind: 'filed',
    name,
    name_folded: folded,
    grams: JSON.stringify(grams(folded)),
    community_code: community.code,
    category,
    category_label: label,
    status: isLapsed ? 'lapsed' : 'active',
    filing_code: `B${community.code.slice(0, 9)}-2024-${index}`,
    founded_on: '2019-05-14',
    valid_from: '2024-01-01',
    valid_to: isLapsed ? '2026-01-01' : `2027-${String((index % 12) + 1).padStart(2, '0')}-15`,
    member_count: 10 + (index % 50),
  };
}

async function insertBatch(client: Client, rows: Row[]): Promise<void> {
  const arrays = columns.map(([column]) => rows.map((row) => row[column]));
  const list = columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ');
  const names = columns.map(([column]) => column).join(', ');
  await client.query(
    `with given as (select * from unnest(${list}) as t(${names})), added as (
       insert into organization (id, kind, name, name_folded, name_grams, community_code, category, category_label, status, filing_code,
         founded_on, valid_from, valid_to, member_count, origin, created_at, updated_at)
       select id, kind, name, name_folded, array(select jsonb_array_elements_text(grams::jsonb)), community_code, category, category_label, status,
         filing_code, founded_on, valid_from, valid_to, member_count, 'import', now(), now() from given
       returning id, community_code)
     insert into organization_personal (organization_id, community_code, leader_name, leader_phone, leader_id_number, venue_address)
     select id, community_code, '张建国', '13800138000', '11010519491231002X', '社区活动室' from added`,
    arrays,
  );
}

/**
 * Fills the directory with `count` groups over the communities of a province (default 山东), the same ones every time.
 * @param client connected as the owner
 */
export async function fillLedger(
  client: Client,
  count: number,
  say: (sentence: string) => void = () => undefined,
  province = '370000000000',
): Promise<void> {
  const communities = communitiesOf(province);
  const batch = 2500;
  for (let from = 0; from < count; from += batch) {
    const rows = Array.from({ length: Math.min(batch, count - from) }, (_, at) => {
      const index = from + at;
      // Spread evenly; several turns over the same communities.
      const place =
        communities[
          Math.floor((index * communities.length * Math.ceil(count / communities.length)) / count) % communities.length
        ];
      return rowOf(
        index,
        place ?? communities[0] ?? { code: province, name: '' },
        Math.floor((index * Math.ceil(count / communities.length)) / count),
      );
    });
    await insertBatch(client, rows);
    if ((from / batch) % 10 === 9) say(`${from + rows.length} / ${count}`);
  }
  await client.query('vacuum analyze organization');
  await client.query('vacuum analyze organization_personal');
}
