import type { filingContract } from '@shared/modules/filing/contract';
import type { Routes } from '@functions/platform/useCase';
import './fileViewer';
import { acceptFiling } from './useCases/acceptFiling';
import { acceptManyFilings } from './useCases/acceptManyFilings';
import { addBarredPerson } from './useCases/addBarredPerson';
import { approveFiling } from './useCases/approveFiling';
import { claimFiling } from './useCases/claimFiling';
import { countQueues } from './useCases/countQueues';
import { countersignFiling } from './useCases/countersignFiling';
import { createFiling } from './useCases/createFiling';
import { decideDuplicate } from './useCases/decideDuplicate';
import { discardFiling } from './useCases/discardFiling';
import { draftCharter } from './useCases/draftCharter';
import { findRuleSet } from './useCases/findRuleSet';
import { forwardFiling } from './useCases/forwardFiling';
import { getFiling } from './useCases/getFiling';
import { listBarredPersons } from './useCases/listBarredPersons';
import { listMyFilings } from './useCases/listMyFilings';
import { listQueue } from './useCases/listQueue';
import { listRuleSets } from './useCases/listRuleSets';
import { refuseFiling } from './useCases/refuseFiling';
import { releaseFiling } from './useCases/releaseFiling';
import { removeBarredPerson } from './useCases/removeBarredPerson';
import { returnFiling } from './useCases/returnFiling';
import { revealAnswer } from './useCases/revealAnswer';
import { saveDraft } from './useCases/saveDraft';
import { saveReview } from './useCases/saveReview';
import { saveRuleSet } from './useCases/saveRuleSet';
import { submitFiling } from './useCases/submitFiling';
import { withdrawFiling } from './useCases/withdrawFiling';

/** 备案：每个动作和它的用例。 */
export const filingRoutes: Routes<typeof filingContract> = {
  'filing.mine': listMyFilings,
  'filing.get': getFiling,
  'filing.create': createFiling,
  'filing.saveDraft': saveDraft,
  'filing.submit': submitFiling,
  'filing.withdraw': withdrawFiling,
  'filing.discard': discardFiling,
  'filing.draftCharter': draftCharter,
  'filing.queue': listQueue,
  'filing.queueCounts': countQueues,
  'filing.claim': claimFiling,
  'filing.release': releaseFiling,
  'filing.accept': acceptFiling,
  'filing.acceptMany': acceptManyFilings,
  'filing.return': returnFiling,
  'filing.saveReview': saveReview,
  'filing.decideDuplicate': decideDuplicate,
  'filing.forward': forwardFiling,
  'filing.countersign': countersignFiling,
  'filing.approve': approveFiling,
  'filing.refuse': refuseFiling,
  'filing.reveal': revealAnswer,
  'ruleSet.forRegion': findRuleSet,
  'ruleSet.list': listRuleSets,
  'ruleSet.save': saveRuleSet,
  'barredPerson.list': listBarredPersons,
  'barredPerson.add': addBarredPerson,
  'barredPerson.remove': removeBarredPerson,
};
