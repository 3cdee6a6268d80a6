import { aFiling, anOffice, places, type Office } from '../../support/builders';
import { useTestApi } from '../../support/context';

const api = useTestApi();
let office: Office;
beforeAll(async () => {
  office = await anOffice(api());
});

it('takes a filing from draft to approval', async () => {
  const { filing } = await aFiling(api(), office, { status: 'approved' });
  expect(filing).toMatchObject({ status: 'approved', filingCode: `B${places.plain.street.slice(0, 9)}-2026-0001` });
});
