import { and, desc, eq, inArray, lte } from 'drizzle-orm';
import type { CivilDate } from '@shared/kernel/civilDate';
import { covers, regionPrefix, type RegionCode } from '@shared/kernel/regionScope';
import type { RuleSet } from '@shared/modules/filing/ruleSet';
import { builtInRuleSets, defaultRuleSetId } from '@shared/modules/filing/ruleSets';
import type { Tx } from '@functions/platform/database';
import { ruleSet } from './tables';

const builtIn = (id: string): RuleSet | undefined => builtInRuleSets.find((set) => set.id === id);

const toRuleSet = (row: typeof ruleSet.$inferSelect): RuleSet => ({ id: row.id, version: row.version, data: row.data });

/** The newest version of each rule set; with `today`, the newest that is in force. Local versions go before the built-in ones. */
export async function currentRuleSets(tx: Tx, today?: CivilDate): Promise<RuleSet[]> {
  const rows = await tx
    .selectDistinctOn([ruleSet.id])
    .from(ruleSet)
    .where(today === undefined ? undefined : lte(ruleSet.effectiveOn, today))
    .orderBy(ruleSet.id, desc(ruleSet.version));
  const local = rows.map(toRuleSet);
  return [...builtInRuleSets.filter(({ id }) => !local.some((set) => set.id === id)), ...local];
}

/** 适用的办法：本地没有的，逐级往上找；都没有就用默认的。 */
export async function ruleSetFor(tx: Tx, regionCode: RegionCode, today: CivilDate): Promise<RuleSet> {
  const sets = await currentRuleSets(tx, today);
  const applying = sets.filter(({ data }) => covers(data.regionCode, regionCode) && data.effectiveOn <= today);
  applying.sort((a, b) => regionPrefix(b.data.regionCode).length - regionPrefix(a.data.regionCode).length);
  const found = applying[0] ?? sets.find(({ id }) => id === defaultRuleSetId);
  if (!found) throw new Error('The default rule set is missing');
  return found;
}

type Reference = Pick<RuleSet, 'id' | 'version'>;
const keyOf = ({ id, version }: Reference) => `${id}@${version}`;

/** The exact versions that cases began with. */
export async function ruleSetsAt(tx: Tx, references: readonly Reference[]): Promise<(reference: Reference) => RuleSet> {
  const wanted = new Map(references.map((reference) => [keyOf(reference), reference]));
  const found = new Map<string, RuleSet>();
  for (const reference of wanted.values()) {
    const set = builtIn(reference.id);
    if (set?.version === reference.version) found.set(keyOf(reference), set);
  }
  const ids = [...wanted.entries()].filter(([key]) => !found.has(key)).map(([, { id }]) => id);
  if (ids.length > 0) {
    const versions = [...wanted.values()].map(({ version }) => version);
    const rows = await tx
      .select()
      .from(ruleSet)
      .where(and(inArray(ruleSet.id, ids), inArray(ruleSet.version, versions)));
    for (const row of rows) found.set(keyOf(row), toRuleSet(row));
  }
  return (reference) => {
    const set = found.get(keyOf(reference));
    if (!set) throw new Error(`Rule set ${keyOf(reference)} is missing`);
    return set;
  };
}

/** One version of one rule set. */
export async function ruleSetAt(tx: Tx, reference: Reference): Promise<RuleSet> {
  return (await ruleSetsAt(tx, [reference]))(reference);
}

/** The newest version of one rule set, in force or not yet; undefined when nobody has made it. */
export async function latestRuleSet(tx: Tx, id: string): Promise<RuleSet | undefined> {
  const [row] = await tx.select().from(ruleSet).where(eq(ruleSet.id, id)).orderBy(desc(ruleSet.version)).limit(1);
  return row ? toRuleSet(row) : builtIn(id);
}
