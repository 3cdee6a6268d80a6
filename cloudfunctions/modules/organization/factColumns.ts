import { foldText, grams } from '@shared/kernel/text';
import type { FiledFacts } from './facts';
import type { organization, organizationPersonal } from './tables';

type PublicRow = typeof organization.$inferInsert;
type PersonalRow = typeof organizationPersonal.$inferInsert;

/** The three spellings of a name the directory keeps. */
export function nameColumns(name: string): Pick<PublicRow, 'name' | 'nameFolded' | 'nameGrams'> {
  const nameFolded = foldText(name);
  return { name, nameFolded, nameGrams: grams(nameFolded) };
}

/** Taken over from a ledger that did not say it: nothing is nothing, not an empty text. */
const written = (text: string | undefined): string | null | undefined => (text === '' ? null : text);

/** Columns of the directory for the given facts; facts that are not given leave their columns alone. */
export function publicColumns(facts: Partial<FiledFacts>): Partial<PublicRow> {
  const { name, communityCode, members, partyMemberCount, ruleSetId, ruleSetVersion } = facts;
  return {
    ...(name === undefined ? {} : nameColumns(name)),
    ...(members === undefined ? {} : { memberCount: members.length }),
    ...{ communityCode, partyMemberCount, ruleSetId, ruleSetVersion },
    category: written(facts.category),
    categoryLabel: written(facts.categoryLabel),
    serviceField: written(facts.serviceField),
    foundedOn: written(facts.foundedOn),
    purpose: written(facts.purpose),
    scope: written(facts.scope),
    activityArea: written(facts.activityArea),
    partyOrgForm: written(facts.partyOrgForm),
    supervisingUnit: written(facts.supervisingUnit),
  };
}

/** Columns of the personal facts for the given facts. */
export function personalColumns(facts: Partial<FiledFacts>): Partial<PersonalRow> {
  const { communityCode, leader, founders, members, venueAddress, charter } = facts;
  return {
    communityCode,
    ...(leader && { leaderName: leader.name, leaderIdNumber: leader.idNumber, leaderPhone: leader.phone }),
    venueAddress,
    founders,
    members,
    charter,
  };
}
