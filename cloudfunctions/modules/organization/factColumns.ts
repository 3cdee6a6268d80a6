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

/** Columns of the directory for the given facts; facts that are not given leave their columns alone. */
export function publicColumns(facts: Partial<FiledFacts>): Partial<PublicRow> {
  const { name, communityCode, category, categoryLabel, serviceField, foundedOn, purpose, scope, activityArea } = facts;
  const { partyMemberCount, partyOrgForm, supervisingUnit, ruleSetId, ruleSetVersion, members } = facts;
  return {
    ...(name === undefined ? {} : nameColumns(name)),
    ...(members === undefined ? {} : { memberCount: members.length }),
    communityCode,
    category,
    categoryLabel,
    serviceField,
    foundedOn,
    purpose,
    scope,
    activityArea,
    partyMemberCount,
    partyOrgForm,
    supervisingUnit,
    ruleSetId,
    ruleSetVersion,
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
