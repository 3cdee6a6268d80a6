import { findHeader } from '@shared/modules/ledger/header';
import { fieldOfHeader, mappingOf, mappingProblem, proposeMapping } from '@shared/modules/ledger/mapping';
import { cells } from './support';

const fieldsOf = (headers: string[]): (string | undefined)[] => proposeMapping(headers).map(({ field }) => field);

describe('proposing columns', () => {
  it.each([
    ['社会组织名称', 'name'],
    ['团 队 名 称', 'name'],
    ['*组织全称（必填）', 'name'],
    ['类 别', 'category'],
    ['负责人姓名', 'leaderName'],
    ['队长', 'leaderName'],
    ['公民身份号码', 'leaderIdNumber'],
    ['负责人身份证号码', 'leaderIdNumber'],
    ['负责人联系电话', 'leaderPhone'],
    ['手机号（11位）', 'leaderPhone'],
    ['会员人数', 'memberCount'],
    ['现有党员人数', 'partyMemberCount'],
    ['活动地点', 'venue'],
    ['镇（街道）', 'street'],
    ['村（社区）', 'community'],
    ['所在社区名称', 'community'],
    ['成立日期', 'foundedOn'],
    ['备案证号', 'filingCode'],
    ['登记日期', 'filedOn'],
    ['统一社会信用代码', 'uscc'],
    ['主要活动内容', 'purpose'],
    ['ＮＯ．', 'serial'],
    ['负责人及联系电话', 'leaderAndPhone'],
    ['联系人/手机', 'leaderAndPhone'],
  ])('takes %s for %s', (header, field) => expect(fieldOfHeader(header)?.field).toBe(field));

  it.each(['党组织名称', '业务主管单位名称', '是否备案', '秘书长性别', '学历', '', '东旭社区金秋红白理事会', '副会长'])(
    'proposes nothing for %j',
    (header) => expect(fieldOfHeader(header)).toBeUndefined(),
  );

  it('follows any order of columns', () =>
    expect(fieldsOf(['备案号', '村居', '手机', '召集人', '队伍名称', '人数', '组建时间'])).toEqual([
      'filingCode',
      'community',
      'leaderPhone',
      'leaderName',
      'name',
      'memberCount',
      'foundedOn',
    ]));

  it('gives a field to one column only, the surest', () =>
    expect(fieldsOf(['上级组织名称', '组织名称', '联系人', '负责人'])).toEqual([
      undefined,
      'name',
      'leaderName',
      undefined,
    ]));

  it('names what is wrong with a corrected mapping', () => {
    expect(mappingProblem({ 0: 'name', 3: 'leaderPhone', 4: 'serial', 5: 'serial' })).toBeUndefined();
    expect(mappingProblem({ 0: 'leaderName' })).toContain('组织名称');
    expect(mappingProblem({ 0: 'name', 1: 'name' })).toContain('两列');
    expect(mappingProblem({ 0: 'name', 1: 'password' })).toContain('不认识');
  });
});

describe('finding the header', () => {
  const header = cells('序号', '组织名称', '负责人', '联系电话', '所属社区');
  const body = cells(1, '东旭社区书画社', '陈晓东', '15819713726', '东旭社区');

  it('reads a header on the first row', () =>
    expect(findHeader([header, body])).toMatchObject({ index: 0, bodyStart: 1 }));

  it('passes over titles, reporting units and blank rows', () => {
    const title = cells('东营区社区社会组织备案管理台账');
    const unit = cells('填报单位：', '', '', '填报日期：2024年3月');
    expect(findHeader([title, [], unit, cells('（负责人、联系电话须核对）'), header, body])).toMatchObject({
      index: 4,
      bodyStart: 5,
    });
  });

  it('reads a header of two lines: a group over its columns', () => {
    const upper = cells('序号', '组织名称', '负责人', '', '', '所属社区', '成员情况', '');
    const lower = cells('', '', '姓名', '身份证号', '电话', '', '人数', '党员');
    const found = findHeader([
      cells('台账'),
      upper,
      lower,
      cells(1, '东旭社区书画社', '陈晓东', '', '15819713726', '东旭社区', 9, 1),
    ]);
    expect(found).toMatchObject({ index: 1, bodyStart: 3 });
    expect(mappingOf(found?.proposals ?? [])).toEqual({
      0: 'serial',
      1: 'name',
      2: 'leaderName',
      3: 'leaderIdNumber',
      4: 'leaderPhone',
      5: 'community',
      6: 'memberCount',
      7: 'partyMemberCount',
    });
  });

  it('begins below the second line where merged cells repeat the words', () => {
    const upper = cells('组织名称', '负责人', '', '所属社区');
    const lower = cells('组织名称', '姓名', '电话', '所属社区');
    expect(findHeader([upper, lower, cells('东旭社区书画社', '陈晓东', '15819713726', '东旭社区')])?.bodyStart).toBe(2);
  });

  it('does not take the first group for the second line of a header', () =>
    expect(findHeader([header, cells(1, '社区', '电话', '负责人', '东旭社区')])).toMatchObject({ bodyStart: 1 }));

  it('finds none in a table about something else, nor in a blank one', () => {
    expect(findHeader([cells('日期', '品名', '数量', '单价'), cells('2024-01-01', '纸', 3, 5)])).toBeUndefined();
    expect(findHeader([[], []])).toBeUndefined();
  });
});
