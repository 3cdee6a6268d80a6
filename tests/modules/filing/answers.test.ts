import { isWithin, labelOfPath } from '@shared/modules/filing/formPaths';
import {
  changedPaths,
  fileIdsIn,
  knownAnswers,
  maskAnswers,
  parseAnswers,
  phonesIn,
  valueAt,
} from '@functions/modules/filing/answers';
import { setupAnswers } from '../../support/builders';

describe('places in a form', () => {
  it.each([
    ['purpose', '宗旨'],
    ['leader.idNumber', '负责人·身份证号'],
    ['members.3.phone', '成员花名册·第 4 位·电话'],
    ['founders.0', '发起人·第 1 位'],
  ])('names %s', (path, label) => expect(labelOfPath('setup', path)).toBe(label));

  it.each([
    '',
    'nothing',
    'leader.nothing',
    'purpose.length',
    'members.x',
    'members.-1',
    'venueProofFiles.0',
    '__proto__',
    'constructor',
    'leader.toString',
  ])('knows no place %j', (path) => expect(labelOfPath('setup', path)).toBeUndefined());

  it('counts what lies inside an opened place, and nothing beside it', () => {
    expect(isWithin('leader.idNumber', ['leader'])).toBe(true);
    expect(isWithin('leader', ['leader.idNumber'])).toBe(false);
    expect(isWithin('leaderX', ['leader'])).toBe(false);
  });
});

describe('changed places', () => {
  it.each([
    ['nothing', { a: 1 }, { a: 1 }, []],
    ['one value', { a: 1, b: 2 }, { a: 1, b: 3 }, ['b']],
    [
      'a value inside',
      { leader: { name: '甲', phone: '1' } },
      { leader: { name: '甲', phone: '2' } },
      ['leader.phone'],
    ],
    ['one row of a list', { m: [{ n: 1 }, { n: 2 }] }, { m: [{ n: 1 }, { n: 3 }] }, ['m.1.n']],
    ['a list that grew', { m: [{ n: 1 }] }, { m: [{ n: 1 }, { n: 2 }] }, ['m']],
    ['a list of files', { f: ['a', 'b'] }, { f: ['a', 'c'] }, ['f']],
    ['a value that came', {}, { a: 1 }, ['a']],
    ['a value that went', { a: 1 }, {}, ['a']],
    ['a person that became a text', { leader: { name: '甲' } }, { leader: '甲' }, ['leader']],
  ])('finds %s', (_, before, after, expected) => expect(changedPaths(before, after)).toEqual(expected));
});

function refusalOf(words: object): unknown {
  try {
    parseAnswers('setup', { ...setupAnswers(), ...words });
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('answers', () => {
  it('are masked at any depth, and nothing else is', () => {
    const masked = maskAnswers({
      purpose: '娱乐',
      leader: { name: '王建国', idNumber: '11010519491231002X', phone: '13812345678' },
      members: [{ phone: '13812345678' }],
    });
    expect(masked).toEqual({
      purpose: '娱乐',
      leader: { name: '王建国', idNumber: '1101************2X', phone: '138****5678' },
      members: [{ phone: '138****5678' }],
    });
  });

  it('give their phones, files and values', () => {
    const file = '0b9e8b5e-0000-4000-8000-000000000000';
    expect(phonesIn({ leader: { phone: '138 1234 5678' }, members: [{ phone: '13800000000' }, {}] })).toEqual([
      '13812345678',
      '13800000000',
    ]);
    expect(fileIdsIn('setup', { venueProofFiles: [file, file], otherFiles: 'x', purpose: file })).toEqual([file]);
    expect(valueAt({ members: [{ phone: '1' }] }, 'members.0.phone')).toBe('1');
    expect(valueAt({ leader: {} }, 'leader.constructor')).toBeUndefined();
    expect(knownAnswers('setup', { purpose: '甲', gone: 1 })).toEqual({ purpose: '甲' });
  });

  it('are normalized when the form is whole', () => {
    const parsed = parseAnswers('setup', { ...setupAnswers(), purpose: ' 丰富\u200b文化生活 ' });
    expect(parsed.purpose).toBe('丰富文化生活');
  });

  it.each([
    [
      'an ID number with one digit wrong',
      { leader: { name: '王建国', idNumber: '110105194912310021', phone: '13812345678', tags: [] } },
      'leader.idNumber',
    ],
    ['a date that does not exist', { foundedOn: '2026-02-30' }, 'foundedOn'],
  ])('refuse %s', (_, words, field) => {
    expect(refusalOf(words)).toMatchObject({ code: 'BAD_INPUT', fields: [expect.objectContaining({ field })] });
  });

  it('refuse hostile JSON that makes a check itself throw', () => {
    expect(refusalOf({ purpose: { length: { toString: 1 } } })).toMatchObject({ code: 'BAD_INPUT' });
  });
});
