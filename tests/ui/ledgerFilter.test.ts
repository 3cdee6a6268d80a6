import { askedFilter, conditionsOf, filterOfAddress } from '@/modules/desk/pages/ledger/filter';

describe('ledger filter', () => {
  it('asks for a day, not for a number of days', () => {
    expect(askedFilter({ text: ' 舞蹈 ', expiringDays: '30' }, '2026-03-05')).toEqual({
      text: '舞蹈',
      expiringBy: '2026-04-04',
    });
    expect(askedFilter({ text: '', expiringDays: '0' }, '2026-03-05')).toEqual({ text: '', expiringBy: '2026-03-05' });
  });

  it('takes from an address what the ledger knows and drops the rest', () => {
    const filter = filterOfAddress({
      kind: 'filed',
      status: 'everything',
      text: encodeURIComponent('太极'),
      expiringDays: '31',
    });
    expect(filter).toEqual({ text: '太极', kind: 'filed' });
    expect(conditionsOf(filter)).toBe(1);
  });
});
