import { todayIn } from '@shared/kernel/civilDate';
import { AppError } from '@shared/kernel/errors';
import { linkSeconds } from '@shared/modules/file/rules';
import type { FileLink } from '@shared/modules/file/schema';
import { leadsOrganization, openOrganization, staffOf } from '@functions/modules/organization/access';
import { hasCertificate } from '@functions/modules/organization/presentDetail';
import type { OrganizationRow, PersonalRow } from '@functions/modules/organization/repository';
import { findRegionName, regionFullName } from '@functions/modules/region/service';
import type { OutsideCtx } from '@functions/platform/context';
import { prepared } from '@functions/platform/useCase';
import { renderCertificate } from '../documents/certificate';
import { streetOf } from '../place';

/** 备案机关：街道是办事处，乡镇是人民政府。 */
function officeOf(communityCode: string): string {
  const street = regionFullName(streetOf(communityCode));
  return street.endsWith('街道') ? `${street}办事处` : `${street}人民政府`;
}

const render = (row: OrganizationRow, personal: PersonalRow | undefined, publicUrl: string): Promise<Uint8Array> =>
  renderCertificate({
    filingCode: row.filingCode ?? '',
    name: row.name,
    category: row.categoryLabel ?? '',
    streetOffice: officeOf(row.communityCode),
    community: findRegionName(row.communityCode) ?? '',
    leaderName: personal?.leaderName ?? '',
    purpose: [row.purpose, row.scope].filter(Boolean).join('；'),
    validFrom: row.validFrom ?? '',
    validTo: row.validTo ?? '',
    issuedOn: todayIn(row.updatedAt),
    checkUrl: `${publicUrl}/#/modules/public/pages/check/index?code=${encodeURIComponent(row.filingCode ?? '')}`,
  });

/** Drawn once for each version of the record; later askers get the same file. */
async function keepCertificate(
  { ports, publicUrl }: OutsideCtx,
  row: OrganizationRow,
  personal: PersonalRow | undefined,
): Promise<string> {
  const key = `certificates/${row.id}/${row.version}.pdf`;
  const isKept = await ports.storage.read(key).then(
    ({ length }) => length > 0,
    () => false,
  );
  if (!isKept) await ports.storage.write(key, await render(row, personal, publicUrl));
  return key;
}

/** 取备案证：负责人和辖区工作人员可取，链接十分钟内有效。 */
export const certificateLink = prepared<'certificate.link', FileLink>({
  before: async (outside, { organizationId }) => {
    const { row, personal } = await outside.read((ctx) =>
      openOrganization(
        ctx.tx,
        ctx.actor,
        organizationId,
        (actor, place) => leadsOrganization(actor, place) || staffOf(actor, place),
      ),
    );
    if (!hasCertificate(row))
      throw new AppError('NOT_ALLOWED_NOW', { message: '备案有效的组织才有备案证；已到期的请先办延续' });
    const key = await keepCertificate(outside, row, personal);
    const url = await outside.ports.storage.temporaryUrl(key, linkSeconds);
    return { url, expiresAt: new Date(outside.now.getTime() + linkSeconds * 1000).toISOString() };
  },
  run: (ctx, { organizationId }, link) => {
    ctx.audit({ aggregate: 'organization', id: organizationId });
    return Promise.resolve(link);
  },
});
