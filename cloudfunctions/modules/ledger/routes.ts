import type { ledgerContract } from '@shared/modules/ledger/contract';
import type { Routes } from '@functions/platform/useCase';
import { commitImport } from './useCases/commitImport';
import { exportLedger } from './useCases/exportLedger';
import { listDrafts } from './useCases/listDrafts';
import { listLedger } from './useCases/listLedger';
import { previewImport } from './useCases/previewImport';
import { readRoster } from './useCases/readRoster';
import { resolveDraft } from './useCases/resolveDraft';

/** 台账：查询、导出、导入旧台账。 */
export const ledgerRoutes: Routes<typeof ledgerContract> = {
  'ledger.readRoster': readRoster,
  'ledger.list': listLedger,
  'ledger.export': exportLedger,
  'ledger.importPreview': previewImport,
  'ledger.importCommit': commitImport,
  'ledger.drafts': listDrafts,
  'ledger.resolveDraft': resolveDraft,
};
