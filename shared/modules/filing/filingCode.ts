import type { CivilDate } from '@shared/kernel/civilDate';
import type { RegionCode } from '@shared/kernel/regionScope';

/** The counter a code is drawn from: everything of the format but the serial number, so that numbers have no gaps. */
export function codeSeries(format: string, regionCode: RegionCode, decidedOn: CivilDate): string {
  return format
    .replaceAll('{region6}', regionCode.slice(0, 6))
    .replaceAll('{region9}', regionCode.slice(0, 9))
    .replaceAll('{year}', decidedOn.slice(0, 4));
}

/** 备案编号：`codeSeries` 里的 `{seqN}` 换成至少 N 位的流水号。 */
export const filingCodeOf = (series: string, serial: number): string =>
  series.replace(/\{seq(\d)\}/, (_, width: string) => String(serial).padStart(Number(width), '0'));
