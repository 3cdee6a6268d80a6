import { barChart } from '@/modules/desk/barChart';

const look = { width: 320, fontSize: 15, ink: '#000', bar: '#17624A' };
const widthsOf = (svg: string): number[] =>
  Array.from(svg.matchAll(/<rect [^>]*width="(\d+)"/g), ([, width]) => Number(width));

describe('bar chart', () => {
  it('draws bars in proportion and leaves room for the number after the longest', () => {
    const [longest = 0, half = 0] = widthsOf(
      barChart(
        [
          { label: '甲', count: 200 },
          { label: '乙', count: 100 },
        ],
        look,
      ),
    );
    expect(half * 2).toBeCloseTo(longest, -1);
    expect(longest).toBeLessThan(320 - 3 * 15 * 0.6);
  });

  it('shows one as more than nothing beside thousands, and nothing as nothing', () => {
    const [, one, none] = widthsOf(
      barChart(
        [
          { label: '甲', count: 9000 },
          { label: '乙', count: 1 },
          { label: '丙', count: 0 },
        ],
        look,
      ),
    );
    expect(one).toBeGreaterThan(0);
    expect(none).toBe(0);
  });

  it('keeps labels as text', () => {
    expect(barChart([{ label: '<b>&"', count: 1 }], look)).not.toContain('<b>');
  });
});
