/** What a benchmark is told on the command line. */
export interface BenchOptions {
  rows?: number;
}

/** Progress goes to standard error; the last line of standard output is the result. */
export const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

/** The value below which this share of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** Milliseconds a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Two ways of doing the same thing, to be compared. */
export interface Pair {
  name: string;
  whole: () => Promise<unknown>;
  bare: () => Promise<unknown>;
}

export interface Timed {
  name: string;
  whole: number[];
  bare: number[];
}

/** Runs the pairs in turn, whole and bare one after the other, so that both meet the same weather; the warm-up is not counted. */
export async function interleave(pairs: readonly Pair[], repetitions: number, warmUp: number): Promise<Timed[]> {
  const timings = pairs.map(({ name }): Timed => ({ name, whole: [], bare: [] }));
  for (let turn = -warmUp; turn < repetitions; turn += 1) {
    for (const [index, pair] of pairs.entries()) {
      const wholeFirst = turn % 2 === 0;
      const first = await timed(wholeFirst ? pair.whole : pair.bare);
      const second = await timed(wholeFirst ? pair.bare : pair.whole);
      if (turn < 0) continue;
      timings[index]?.whole.push(wholeFirst ? first : second);
      timings[index]?.bare.push(wholeFirst ? second : first);
    }
  }
  return timings;
}

/** One line a pair, for people. */
export function printTimings(timings: readonly Timed[]): void {
  for (const { name, whole, bare } of timings) {
    const of = (samples: number[]) =>
      `p50 ${quantile(samples, 0.5).toFixed(1).padStart(6)} ms, p95 ${quantile(samples, 0.95).toFixed(1).padStart(6)} ms`;
    say(`${name.padEnd(34)} whole ${of(whole)}   bare ${of(bare)}`);
  }
}
