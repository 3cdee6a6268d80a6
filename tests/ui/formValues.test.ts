import '@shared/kernel/zodSetup';
import * as z from 'zod';
import { field, formFields } from '@shared/kernel/form';
import { cleanValues, columnsOf, emptyRow, errorUnder, issueErrors } from '@/hooks/formValues';

const member = z.strictObject({
  name: z
    .string()
    .min(2)
    .meta(field({ label: '姓名', input: 'text' })),
  phone: z
    .string()
    .max(11)
    .optional()
    .meta(field({ label: '电话', input: 'phone' })),
  resident: z
    .boolean()
    .default(true)
    .meta(field({ label: '本社区居民', input: 'yesNo' })),
});
const form = z.strictObject({
  title: z
    .string()
    .min(4, { error: '名称太短了，请写全' })
    .meta(field({ label: '名称', input: 'text' })),
  count: z
    .int()
    .max(500)
    .meta(field({ label: '人数', input: 'number' })),
  day: z.string().meta(field({ label: '成立日期', input: 'date' })),
  note: z
    .string()
    .optional()
    .meta(field({ label: '备注', input: 'longText' })),
  members: z.array(member).meta(field({ label: '成员', input: 'people' })),
});
const fields = formFields(form);

function errorsOf(values: Record<string, unknown>) {
  const result = form.safeParse(cleanValues(fields, values));
  return result.success ? [] : issueErrors(result.error.issues, fields, values);
}

describe('values of a form', () => {
  it('sends nothing where nothing was typed, and digits as numbers', () => {
    expect(cleanValues(fields, { title: '', count: ' 12 ', note: '', members: [] })).toEqual({
      count: 12,
      members: [],
    });
  });

  it('cleans inside every row of people', () => {
    expect(cleanValues(fields, { members: [{ name: '张三', phone: '', resident: false }] })).toEqual({
      members: [{ name: '张三', resident: false }],
    });
  });

  it('takes the columns of a roster and their defaults from the schema', () => {
    const roster = fields.find(({ name }) => name === 'members');
    const columns = roster ? columnsOf(roster) : [];
    expect(columns.map(({ label }) => label)).toEqual(['姓名', '电话', '本社区居民']);
    expect(emptyRow(columns)).toEqual({ resident: true });
  });
});

describe('errors of a form', () => {
  it('asks for what is missing, in the verb of the input', () => {
    const errors = errorsOf({ members: [] });
    expect(errorUnder(errors, 'title')?.message).toBe('请填写名称');
    expect(errorUnder(errors, 'day')?.message).toBe('请选择成立日期');
    expect(errorUnder(errors, 'note')).toBeUndefined();
  });

  it('keeps the sentence written in the schema', () => {
    expect(errorUnder(errorsOf({ title: '队', members: [] }), 'title')?.message).toBe('名称太短了，请写全');
  });

  it('says numbers and lengths in Chinese where the schema says nothing', () => {
    const errors = errorsOf({ count: '十二', members: [{ name: '张' }, { name: '李四', phone: '138001380001' }] });
    expect(errorUnder(errors, 'count')?.message).toBe('人数请填数字');
    expect(errorUnder(errors, 'members.0.name')?.message).toBe('姓名至少要 2 个字');
    expect(errorUnder(errors, 'members.1.phone')?.message).toBe('电话最多 11 个字');
  });

  it('finds the first error inside a field when the field itself has none', () => {
    expect(errorUnder(errorsOf({ members: [{ name: '' }] }), 'members')).toEqual({
      field: 'members.0.name',
      message: '请填写姓名',
    });
  });
});
