import { eq, sql } from 'drizzle-orm';
import type { CivilDate } from '@shared/kernel/civilDate';
import type { RegionCode } from '@shared/kernel/regionScope';
import { codeSeries, filingCodeOf } from '@shared/modules/filing/filingCode';
import { organization } from '@functions/modules/organization/tables';
import type { Tx } from '@functions/platform/database';
import { codeSerial } from './tables';

async function nextSerial(tx: Tx, series: string): Promise<number> {
  const [row] = await tx
    .insert(codeSerial)
    .values({ series, last: 1 })
    .onConflictDoUpdate({ target: codeSerial.series, set: { last: sql`${codeSerial.last} + 1` } })
    .returning({ last: codeSerial.last });
  if (!row) throw new Error(`No serial number for ${series}`);
  return row.last;
}

/**
 * The next filing code. The counter's row stays locked until the approval commits, and goes back with it: no gaps, no doubles.
 * Numbers that an imported ledger already brought are stepped over.
 */
export async function drawFilingCode(
  tx: Tx,
  format: string,
  regionCode: RegionCode,
  decidedOn: CivilDate,
): Promise<string> {
  const series = codeSeries(format, regionCode, decidedOn);
  for (;;) {
    const code = filingCodeOf(series, await nextSerial(tx, series));
    const [taken] = await tx
      .select({ id: organization.id })
      .from(organization)
      .where(eq(organization.filingCode, code))
      .limit(1);
    if (!taken) return code;
  }
}
