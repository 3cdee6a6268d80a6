import { createHash } from 'node:crypto';
import { foldText, grams } from '@shared/kernel/text';
import { childrenOf } from '@functions/modules/region/service';
import { organization } from '@functions/modules/organization/tables';
import type { Tx } from '@functions/platform/database';
import { demoRegions } from './personas';

const groups = [
  ['老年书画社', 'cultureSports', '文体活动'],
  ['爱心志愿服务队', 'charity', '公益慈善'],
  ['邻里守望队', 'mutualAid', '邻里互助'],
  ['法律服务站', 'mediation', '专业调处'],
  ['居家养老服务站', 'peopleService', '为民服务'],
] as const;

/** The same text gives the same id: seeding is deterministic. */
const idOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** A ledger as it was before: two or three filed groups in each community of the street, and a few registered ones. */
export async function seedOldLedger(tx: Tx, now: Date): Promise<void> {
  const communities = [...childrenOf(demoRegions.street), ...childrenOf(demoRegions.otherStreet)].slice(0, 30);
  const rows = communities.flatMap((community, place) =>
    groups.slice(place % 3, (place % 3) + 2).map(([kindName, category, categoryLabel], index) => {
      const name = `${community.name.replace(/居民委员会|居民居委会|居委会|社区居民委员会$/u, '')}${kindName}`;
      const folded = foldText(name);
      const number = place * 3 + index;
      return {
        id: idOf(name + community.code),
        kind: 'filed',
        name,
        nameFolded: folded,
        nameGrams: grams(folded),
        communityCode: community.code,
        category,
        categoryLabel,
        status: number % 17 === 3 ? 'lapsed' : 'active',
        filingCode: `B${community.code.slice(0, 9)}-2024-9${String(number).padStart(3, '0')}`,
        foundedOn: '2020-03-01',
        validFrom: '2024-03-01',
        validTo: number % 17 === 3 ? '2026-02-28' : `2027-${String(1 + (number % 12)).padStart(2, '0')}-28`,
        memberCount: 10 + (number % 30),
        origin: 'import',
        createdAt: now,
        updatedAt: now,
      };
    }),
  );
  await tx.insert(organization).values(rows).onConflictDoNothing();
}
