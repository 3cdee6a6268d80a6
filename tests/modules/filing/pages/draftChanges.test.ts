import fc from 'fast-check';
import { changedAnswers, incomingAnswers } from '@/modules/filing/draftChanges';

const names = ['name', 'purpose', 'leader', 'members'];

describe('what goes to the server of a draft', () => {
  it('sends only what changed, and null for an answer taken back', () => {
    const base = { name: '合唱队', purpose: '唱歌', scope: '演出' };
    expect(changedAnswers(base, { name: '合唱团', scope: '演出' }, [...names, 'scope'])).toEqual({
      name: '合唱团',
      purpose: null,
    });
  });

  it('leaves alone the fields that are not open', () => {
    expect(changedAnswers({ name: '合唱队' }, { name: '舞蹈队', purpose: '跳舞' }, ['purpose'])).toEqual({
      purpose: '跳舞',
    });
  });

  it('does not take an empty list the server keeps for a change', () => {
    const leader = { name: '张三', phone: '13800000000', tags: [] };
    const shown = { name: '张三', phone: '13800000000' };
    expect(changedAnswers({ leader, members: [leader] }, { leader: shown, members: [shown] }, names)).toEqual({});
  });

  it('keeps that empty list when a part beside it changes, so that a returned case stays closed elsewhere', () => {
    const base = { leader: { name: '张三', phone: '1380000', tags: [] } };
    expect(changedAnswers(base, { leader: { name: '张三', phone: '13800000000' } }, names)).toEqual({
      leader: { name: '张三', phone: '13800000000', tags: [] },
    });
  });

  it('sees no change in the same answers, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (answers) => {
        const turned = Object.fromEntries(Object.entries(answers).reverse());
        expect(changedAnswers(answers, turned, names)).toEqual({});
      }),
    );
  });
});

describe('a draft that was also saved elsewhere', () => {
  it('takes what the other changed and keeps what this screen changed', () => {
    const base = { name: '合唱队', purpose: '唱歌' };
    const fresh = { name: '合唱团', purpose: '唱老歌', members: [{ name: '李四' }] };
    expect(incomingAnswers(base, fresh, { purpose: '唱新歌' })).toEqual({
      name: '合唱团',
      members: [{ name: '李四' }],
    });
  });

  it('takes over an answer that the other removed', () => {
    expect(incomingAnswers({ purpose: '唱歌' }, {}, {})).toEqual({ purpose: undefined });
  });
});
