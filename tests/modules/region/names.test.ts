import { findCommunity, findTownship, regionName } from '@functions/modules/region/service';
import { afterRegion, communityForms, regionStem, spokenPath } from '@shared/modules/region/rules';
import ledger from './ledgerCommunities.json';

const dongying = '370502000000';
const rows = ledger as [street: string, community: string, isKnown: boolean][];

describe('forms of a community name', () => {
  it.each([
    ['东城社区居民委员会', '东城社区', '东城'],
    ['东城社区居委会', '东城社区', '东城'],
    ['东城居委会', '东城社区', '东城'],
    ['东城社区', '东城社区', '东城'],
    ['陈庄村村民委员会', '陈庄村', '陈庄'],
    ['陈庄村民委员会', '陈庄村', '陈庄'],
    ['陈庄村委会', '陈庄村', '陈庄'],
    ['陈庄', '陈庄', '陈庄'],
    ['姜家社区村委会', '姜家社区', '姜家'],
    ['辽河社区居民居委会', '辽河社区', '辽河'],
    ['工农社区居', '工农社区', '工农'],
    ['开元社区居民委员', '开元社区', '开元'],
    ['乐和村村名委员会', '乐和村', '乐和'],
    ['乌龙巷居委会（社区）', '乌龙巷社区', '乌龙巷'],
    ['　东城 社区', '东城社区', '东城'],
    ['村委会', '村委会', '村委会'],
  ])('%s → %s → %s', (name, short, stem) => {
    expect(communityForms(name)).toMatchObject({ short, stem });
  });

  it('takes the kind off a township, but never leaves one character', () => {
    expect(['文汇街道', '文汇街道办事处', '牛庄镇', '东营区', '城镇', '山东省'].map(regionStem)).toEqual([
      '文汇',
      '文汇',
      '牛庄',
      '东营',
      '城镇',
      '山东',
    ]);
  });

  it('takes a region off the front of a text', () => {
    expect(afterRegion('牛庄镇陈庄村', '牛庄镇')).toBe('陈庄村');
    expect(afterRegion('文汇街道办事处东旭社区', '文汇街道')).toBe('东旭社区');
    expect(afterRegion('文汇东旭社区', '文汇街道')).toBe('东旭社区');
    expect(afterRegion('牛庄镇', '牛庄镇')).toBeUndefined();
    expect(afterRegion('陈庄村', '牛庄镇')).toBeUndefined();
  });

  it('leaves out levels that are no government', () => {
    expect(spokenPath(['北京市', '市辖区', '东城区'])).toEqual(['北京市', '东城区']);
    expect(spokenPath(['甘肃省', '嘉峪关市', '嘉峪关市', '雄关街道'])).toEqual(['甘肃省', '嘉峪关市', '雄关街道']);
  });
});

describe('communities as a ledger names them', () => {
  it.each(rows)('%s %s is known: %s', (street, community, isKnown) => {
    const code = findCommunity(community, dongying, street);
    expect(code !== undefined).toBe(isKnown);
    if (code) expect(regionName(`${code.slice(0, 9)}000`)).toBe(street);
  });

  it.each([
    ['东旭社区居民委员会', '370502001'],
    ['东旭社区居委会', '370502001'],
    ['东旭社区', '370502001'],
    ['东旭', '370502001'],
    ['文汇街道东旭社区', '370502001'],
    ['东营区文汇街道办事处东旭居委会', '370502001'],
    ['山东省东营市东营区文汇街道东旭社区', '370502001'],
    ['牛庄镇曹家村', '370502102'],
    ['史口镇曹家', '370502104'],
  ])('finds %s', (name, township) => {
    expect(findCommunity(name, dongying)?.slice(0, 9)).toBe(township);
  });

  it('does not guess between villages of one name, but takes the township’s word', () => {
    expect(findCommunity('曹家村委会', dongying)).toBeUndefined();
    expect(findCommunity('曹家村委会', dongying, '牛庄镇')?.slice(0, 9)).toBe('370502102');
    expect(findCommunity('曹家村委会', dongying, '史口')?.slice(0, 9)).toBe('370502104');
    expect(findCommunity('曹家村委会', '370502102000')?.slice(0, 9)).toBe('370502102');
  });

  it('takes 村 for 社区 inside one township only', () => {
    expect(findCommunity('东旭村', dongying)).toBeUndefined();
    expect(findCommunity('东旭村', dongying, '文汇街道')?.slice(0, 9)).toBe('370502001');
  });

  it('finds nothing in another township, for an empty name or for the whole country', () => {
    expect(findCommunity('东旭社区', dongying, '牛庄镇')).toBeUndefined();
    expect(findCommunity('', dongying)).toBeUndefined();
    expect(findCommunity('（）', dongying)).toBeUndefined();
    expect(findCommunity('东旭社区', '000000000000')).toBeUndefined();
    expect(findCommunity('东旭社区', '370599000000')).toBeUndefined();
  });

  it('finds townships by their spoken names', () => {
    expect(
      ['文汇街道', '文汇街道办事处', '文汇街道办', '文汇', '东营区文汇街道'].map((name) =>
        findTownship(name, dongying),
      ),
    ).toEqual(Array(5).fill('370502001000'));
    expect(['东旭', '', '文汇镇街'].map((name) => findTownship(name, dongying))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
