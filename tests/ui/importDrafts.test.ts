import { draftFields, fieldsOf, otherColumns, shownFields } from '@/modules/desk/pages/import/draftFields';
import { importReasonAdvice, importReasons } from '@shared/modules/ledger/reasons';

const values = { name: '夕阳红舞蹈队', foundedOn: '去年', filedOn: '2020-05-01', memberCount: '二十', 微信群: '有' };

describe('where the sentences of a row to verify stand', () => {
  it('marks only the date that cannot be read', () => {
    expect(fieldsOf('invalidDate', values)).toEqual(['foundedOn']);
    expect(fieldsOf('invalidCount', values)).toEqual(['memberCount']);
  });

  it('puts two reasons for one field together', () => {
    const { marked, general } = draftFields({
      reasons: ['suspectName', 'duplicateInLedger'],
      sentences: ['一。', '二。'],
      values,
    });
    expect(marked).toEqual({ name: '一。 二。' });
    expect(general).toEqual([]);
  });

  it('says what belongs to no field above the form, and loses no reason', () => {
    for (const reason of importReasons) {
      const { marked, general } = draftFields({ reasons: [reason], sentences: [], values });
      expect([...Object.values(marked), ...general].join()).toContain(importReasonAdvice[reason]);
    }
    expect(draftFields({ reasons: ['formulaCell'], sentences: ['公式'], values }).general).toEqual(['公式']);
  });

  it('asks for what is wrong first and always for name and community', () => {
    const shown = shownFields(values, { memberCount: '人数不对' });
    expect(shown[0]).toBe('memberCount');
    expect(shown).toEqual(expect.arrayContaining(['name', 'community', 'foundedOn']));
    expect(shown).not.toContain('purpose');
  });

  it('keeps columns that are no field apart', () => {
    expect(otherColumns(values)).toEqual([['微信群', '有']]);
  });
});
