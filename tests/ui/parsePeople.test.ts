import { parsePeople } from '@/components/parsePeople';

describe('a pasted roster', () => {
  it.each([
    ['张三 13800138000', { name: '张三', phone: '13800138000' }],
    ['1、张三，138 0013 8000', { name: '张三', phone: '13800138000' }],
    ['13800138000\t张三', { name: '张三', phone: '13800138000' }],
    ['２．张三（１３８００１３８０００）', { name: '张三', phone: '13800138000' }],
    ['张三 +86 13800138000', { name: '张三', phone: '13800138000' }],
    ['王五 0546-1234567', { name: '王五', phone: '05461234567' }],
    ['阿依古丽·买买提 13800138000', { name: '阿依古丽·买买提', phone: '13800138000' }],
    ['张三 37050219700101001x 13800138000', { name: '张三', phone: '13800138000', idNumber: '37050219700101001X' }],
    ['欧阳', { name: '欧阳' }],
  ])('reads %s', (line, person) => {
    expect(parsePeople(line)).toEqual({ people: [person], unread: [] });
  });

  it('reads a table line by line, skips its head and shows what it could not read', () => {
    const pasted = parsePeople('姓名\t电话\r\n张三\t13800138000\r\n\r\n----\n李四');
    expect(pasted.people.map(({ name }) => name)).toEqual(['张三', '李四']);
    expect(pasted.unread).toEqual(['----']);
  });
});
