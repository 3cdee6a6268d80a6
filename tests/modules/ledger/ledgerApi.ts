import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileContract } from '@shared/modules/file/contract';
import { fileAccess } from '@shared/modules/file/policy';
import { ledgerContract } from '@shared/modules/ledger/contract';
import { ledgerAccess } from '@shared/modules/ledger/policy';
import { organizationContract } from '@shared/modules/organization/contract';
import { organizationAccess } from '@shared/modules/organization/policy';
import { fileRoutes } from '@functions/modules/file/routes';
import { certificateLink } from '@functions/modules/filing/useCases/certificateLink';
import { ledgerRoutes } from '@functions/modules/ledger/routes';
import { organizationRoutes } from '@functions/modules/organization/routes';
import { readWorkbook } from '@functions/modules/ledger/xlsx/readWorkbook';
import { textOf } from '@shared/modules/ledger/cells';
import { useTestApi, type Person, type TestApi } from '../../support/context';
import { textRow, workbookOf } from './workbooks';

/** The api with the directory and the ledger joined in. */
export const useLedgerApi = (): (() => TestApi) =>
  useTestApi({
    contract: { ...fileContract, ...organizationContract, ...ledgerContract },
    access: { ...fileAccess, ...organizationAccess, ...ledgerAccess },
    routes: { ...fileRoutes, ...organizationRoutes, 'certificate.link': certificateLink, ...ledgerRoutes },
  });

export const county = '370502000000';
export const sample = readFileSync('tests/fixtures/ledger/ledger-dongying.xlsx');

/** A workbook of one sheet of texts. */
export const aWorkbook = (rows: readonly (readonly string[])[]): Uint8Array =>
  workbookOf({ sheets: { 台账: { data: rows.map((row, index) => textRow(index + 1, row)).join('') } } });

/** A ledger file as `file.completeUpload` leaves it: inspected, the owner's. */
export async function anUpload(
  api: TestApi,
  owner: Person,
  bytes: Uint8Array = sample,
  purpose = 'ledgerImport',
): Promise<string> {
  const id = randomUUID();
  api.stored.set(`kept/${id}`, bytes);
  await api.database.query(
    `insert into stored_file (id, owner_user_id, name, kind, purpose, bytes, sha256, storage_key, status, created_at)
     values ($1, $2, '台账.xlsx', 'xlsx', $3, $4, 'x', $5, 'ready', now())`,
    [id, owner.id, purpose, bytes.length, `kept/${id}`],
  );
  return id;
}

/** What an export link leads to, as rows of text under their headers. */
export function exported(
  api: TestApi,
  url: string,
): { bytes: Uint8Array; rows: Record<string, string>[]; text: string } {
  const bytes = api.stored.get(url.replace(/^memory:|\?.*$/g, ''));
  if (!bytes) throw new Error(`Nothing is kept under ${url}`);
  const all = readWorkbook(bytes).rows.map((row) => row.map((cell) => textOf(cell)));
  const at = all.findIndex((row) => row.includes('组织名称'));
  const headers = all[at] ?? [];
  return {
    bytes,
    text: JSON.stringify(all),
    rows: all
      .slice(at + 1)
      .map((row) => Object.fromEntries(headers.map((header, column) => [header, row[column] ?? '']))),
  };
}
