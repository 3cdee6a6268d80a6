import { regionRoutes } from '@functions/modules/region/routes';
import { regionExists, regionName, regionPathNames } from '@functions/modules/region/service';
import type { Ctx } from '@functions/platform/context';
import { publicActor } from '@shared/kernel/actor';
import { covers } from '@shared/kernel/regionScope';
import { regionContract } from '@shared/modules/region/contract';
import { regionAccess } from '@shared/modules/region/policy';

/** The region routes read data only: they get no context at all. */
const noCtx = undefined as unknown as Ctx;

async function ask<A extends keyof typeof regionContract>(action: A, input: unknown) {
  const call = regionContract[action];
  const route = regionRoutes[action] as (ctx: Ctx, input: unknown) => Promise<unknown>;
  return call.output.parse(await route(noCtx, call.input.parse(input))) as ReturnType<(typeof call)['output']['parse']>;
}
const children = async (code?: string) =>
  (
    (await ask('region.children', code ? { code } : {})) as {
      items: { code: string; name: string; level: string; hasChildren: boolean }[];
    }
  ).items;
const search = async (text: string, within?: string, limit?: number) =>
  (
    (await ask('region.search', { text, within, limit })) as {
      items: { code: string; name: string; level: string; upper: string }[];
    }
  ).items;

describe('region.children', () => {
  it('begins with the 34 provinces', async () => {
    const items = await children();
    expect(items).toHaveLength(34);
    expect(items.every(({ level }) => level === 'province')).toBe(true);
    expect(items.filter(({ hasChildren }) => !hasChildren).map(({ name }) => name)).toEqual([
      '台湾省',
      '香港特别行政区',
      '澳门特别行政区',
    ]);
  });

  it('goes down to the communities of a street', async () => {
    expect((await children('370000000000')).find(({ name }) => name === '东营市')?.code).toBe('370500000000');
    expect(await children('370500000000')).toContainEqual({
      code: '370502000000',
      name: '东营区',
      level: 'county',
      hasChildren: true,
    });
    expect(await children('370502000000')).toContainEqual({
      code: '370502001000',
      name: '文汇街道',
      level: 'township',
      hasChildren: true,
    });
    const communities = await children('370502001000');
    expect(communities.map(({ name }) => name)).toContain('东旭社区居民委员会');
    expect(
      communities.every(
        ({ level, hasChildren, code }) => level === 'village' && !hasChildren && covers('370502001000', code),
      ),
    ).toBe(true);
    expect(await children(communities[0]?.code)).toEqual([]);
  });

  it('shows districts right below Beijing and Chongqing, and counties of no city beside the cities', async () => {
    expect((await children('110000000000'))[0]).toEqual({
      code: '110101000000',
      name: '东城区',
      level: 'county',
      hasChildren: true,
    });
    const chongqing = (await children('500000000000')).map(({ name }) => name);
    expect(chongqing).toEqual(expect.arrayContaining(['渝中区', '云阳县']));
    expect(chongqing).not.toContain('县');
    expect((await children('420000000000')).slice(-2)).toEqual([
      { code: '429006000000', name: '天门市', level: 'county', hasChildren: true },
      { code: '429021000000', name: '神农架林区', level: 'county', hasChildren: true },
    ]);
  });

  it('shows towns right below a city without counties', async () => {
    for (const city of ['441900000000', '442000000000', '460400000000']) {
      const items = await children(city);
      expect(items.length).toBeGreaterThan(10);
      expect(
        items.every(({ level, code, hasChildren }) => level === 'township' && covers(city, code) && !hasChildren),
      ).toBe(true);
    }
  });

  it('has no communities where the data ends at the township', async () => {
    expect((await children('110101000000')).every(({ hasChildren }) => !hasChildren)).toBe(true);
    expect(await children('110101001000')).toEqual([]);
  });

  it('refuses codes that do not exist', async () => {
    await expect(children('370599000000')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(children('990000000000')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(regionContract['region.children'].input.safeParse({ code: '../../etc' }).success).toBe(false);
  });
});

describe('region.path', () => {
  it.each([
    ['370502001000', '山东省东营市东营区文汇街道'],
    ['110101001000', '北京市东城区东华门街道'],
    ['441900003000', '广东省东莞市东城街道'],
    ['620201000000', '甘肃省嘉峪关市'],
    ['429021000000', '湖北省神农架林区'],
    ['370000000000', '山东省'],
    ['000000000000', '全国'],
  ])('%s is %s', async (code, text) => {
    expect(await ask('region.path', { code })).toMatchObject({ text });
  });

  it('gives the steps the picker takes', async () => {
    const path = (await ask('region.path', { code: '110101001000' })) as { items: { code: string; level: string }[] };
    expect(path.items.map(({ level }) => level)).toEqual(['province', 'county', 'township']);
    expect(regionPathNames('370502000000')).toEqual(['山东省', '东营市', '东营区']);
    expect(regionName('370502001000')).toBe('文汇街道');
  });

  it('knows what exists', () => {
    expect(['370502001000', '000000000000', '370502999000', 'x', ''].map(regionExists)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('region.search', () => {
  it('finds a community by its short name before longer ones', async () => {
    const [first] = await search('东旭社区');
    expect(first).toMatchObject({ name: '东旭社区居民委员会', level: 'village', upper: '山东省东营市东营区文汇街道' });
  });

  it('finds names one after another, with or without their kinds', async () => {
    for (const text of ['文汇街道东旭社区', '东营区 文汇街道 东旭', '山东东营文汇东旭居委会']) {
      expect((await search(text)).map(({ name }) => name)).toContain('东旭社区居民委员会');
    }
    expect((await search('东营区文汇'))[0]).toMatchObject({ code: '370502001000' });
  });

  it('finds any part of a name, bigger regions first among equals', async () => {
    const items = await search('洪山');
    expect(items[0]).toMatchObject({ name: '洪山区', level: 'county', upper: '湖北省武汉市' });
    expect(items.every(({ name }) => name.includes('洪山'))).toBe(true);
    expect((await search('家湾', '420000000000')).length).toBe(20);
  });

  it('stays inside the region asked about, and below the limit', async () => {
    const items = await search('社区', '370502000000', 5);
    expect(items).toHaveLength(5);
    expect(items.every(({ code }) => covers('370502000000', code))).toBe(true);
    expect(await search('西湖区', '370000000000')).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ name: '西湖区' })]),
    );
  });

  it('never offers levels that are no government', async () => {
    expect((await search('市辖区')).map(({ name }) => name)).not.toContain('市辖区');
  });

  it('answers nothing to marks, and refuses blank or long texts', async () => {
    expect(await search('（）')).toEqual([]);
    expect(regionContract['region.search'].input.safeParse({ text: '  ' }).success).toBe(false);
    expect(regionContract['region.search'].input.safeParse({ text: '社'.repeat(41) }).success).toBe(false);
    expect(regionContract['region.search'].input.safeParse({ text: '社', limit: 21 }).success).toBe(false);
  });

  it('answers repeated common names without going astray', async () => {
    const started = performance.now();
    await search('城关镇'.repeat(13));
    await search('社');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

it('lets everybody ask about regions', () => {
  expect(Object.values(regionAccess).every((mayAsk) => mayAsk(publicActor))).toBe(true);
  expect(Object.keys(regionAccess).sort()).toEqual(Object.keys(regionContract).sort());
});
