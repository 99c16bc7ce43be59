/** The search for the smallest change, over quantities whose smallest change is known. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestChange, type Axis, type FoundChanges, type Point } from '../../../src/analyses/flip/search';
import { existing, firstOf, itemAt } from '../../../src/kit/lists';
import { atLength } from '../../extent';

const axis = (low: number, high: number): Axis => ({ low, high, snap: (step) => step });

/** Runs a search on a gap that is known everywhere; says at how many points it was read. */
function searched(
  axes: readonly Axis[],
  gapAt: (point: Point) => number,
  slopes = axes.map((_, at) => (gapAt(new Map([[at, 0.01]])) - gapAt(new Map())) / 0.01),
): FoundChanges & { readonly read: number } {
  const reading = (point: Point) => ({ gap: gapAt(point), sure: gapAt(point) });
  const search = smallestChange(axes, { start: reading(new Map()), slopes });
  let read = 0;
  let step = search.next();
  while (step.done !== true) {
    read += step.value.points.length;
    step = search.next(step.value.points.map(reading));
  }
  return { ...step.value, read };
}

const linear =
  (slopes: readonly number[], short: number) =>
  (point: Point): number =>
    [...point].reduce((sum, [at, step]) => sum + itemAt(slopes, at) * step, -short);

/** The length of the shortest step of some axes over a linear bound: each goes along its slope, none beyond its end; null where none reaches. */
function shortest(axes: readonly Axis[], slopes: readonly number[], set: readonly number[], short: number) {
  const steps = (multiple: number) =>
    set.map((at) => {
      const { low, high } = itemAt(axes, at);
      return Math.min(high, Math.max(low, multiple * itemAt(slopes, at)));
    });
  const gain = (multiple: number) =>
    steps(multiple).reduce((sum, step, at) => sum + step * itemAt(slopes, itemAt(set, at)), 0);
  if (gain(1e6) < short * 1.001) return null;
  let [least, most] = [0, 1e6];
  for (let turn = 0; turn < 200; turn += 1) {
    const middle = (least + most) / 2;
    if (gain(middle) < short) least = middle;
    else most = middle;
  }
  return Math.hypot(...steps(most));
}

function setsUpToThree(n: number): number[][] {
  const all: number[][] = [];
  for (let a = 0; a < n; a += 1) {
    all.push([a]);
    for (let b = a + 1; b < n; b += 1) {
      all.push([a, b]);
      for (let c = b + 1; c < n; c += 1) all.push([a, b, c]);
    }
  }
  return all;
}

const planted = fc
  .array(
    fc.record({
      slope: fc.double({ min: 0.05, max: 1, noNaN: true }),
      sign: fc.constantFrom(-1, 1),
      low: fc.double({ min: -1.6, max: -0.4, noNaN: true }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((rows) => ({
    axes: rows.map(({ low }) => axis(low, low + 2)),
    slopes: rows.map(({ slope, sign }) => slope * sign),
  }));

const share = fc.double({ min: 0.05, max: 0.9, noNaN: true });

/** How far three axes can go at most. */
const reach = ({ axes, slopes }: { readonly axes: readonly Axis[]; readonly slopes: readonly number[] }) =>
  axes
    .map(({ low, high }, at) => Math.max(low * itemAt(slopes, at), high * itemAt(slopes, at)))
    .sort((a, b) => b - a)
    .slice(0, 3)
    .reduce((sum, gain) => sum + gain, 0);

const bent = (x: number) => x / (1 + Math.abs(x));

/** The length of the change found of a quantity of the same shape everywhere, and of the shortest on so many axes at most. */
function foundAndShortest(
  toy: { readonly axes: readonly Axis[]; readonly slopes: readonly number[] },
  part: number,
  shape: (x: number) => number,
): { readonly found: number; readonly least: (axes: number) => number } {
  const short = part * reach(toy);
  const straight = linear(toy.slopes, 0);
  const { crossing, nearest } = searched(toy.axes, (point) => shape(straight(point)) - shape(short));
  const lengths = (most: number) =>
    setsUpToThree(toy.axes.length)
      .filter((set) => set.length <= most)
      .flatMap((set) => shortest(toy.axes, toy.slopes, set, short) ?? []);
  const found = firstOf(crossing);
  expect(nearest).toBeNull();
  expect(straight(found.point)).toBeGreaterThanOrEqual(short - 1e-9);
  return { found: found.distance, least: (most) => Math.min(...lengths(most)) };
}

describe('the smallest change', () => {
  it('of a linear quantity is the shortest of all of up to three axes, to a tenth', () => {
    fc.assert(
      fc.property(planted, share, (toy, part) => {
        const { found, least } = foundAndShortest(toy, part, (x) => x);
        expect(found).toBeLessThanOrEqual(1.1 * least(3));
      }),
      { numRuns: atLength(400, 60), endOnFailure: true },
    );
  });

  it('of a quantity that saturates is never longer than the shortest on one axis alone, to one per cent', () => {
    fc.assert(
      fc.property(planted, share, (toy, part) => {
        const { found, least } = foundAndShortest(toy, part, bent);
        expect(found).toBeLessThanOrEqual(1.01 * least(1));
      }),
      { numRuns: atLength(400, 60), endOnFailure: true },
    );
  });

  it('of a quantity that saturates is the shortest to one per cent in nineteen searches of twenty', () => {
    const beyond = fc
      .sample(fc.tuple(planted, share), { numRuns: 200, seed: 1 })
      .map(([toy, part]) => foundAndShortest(toy, part, bent))
      .map(({ found, least }) => found / least(3) - 1);
    expect(beyond.filter((by) => by <= 0.01).length).toBeGreaterThanOrEqual(190);
  });

  it('stays within every range, is of at most three axes and as long as it says, shortest first', () => {
    fc.assert(
      fc.property(planted, share, (toy, part) => {
        const { crossing } = searched(toy.axes, linear(toy.slopes, part * reach(toy)));
        expect(crossing.length).toBeGreaterThan(0);
        expect(new Set(crossing.map(({ point }) => [...point.keys()].sort().join())).size).toBe(
          crossing.length,
        );
        crossing.forEach(({ point, distance, reading }, at) => {
          expect(point.size).toBeLessThanOrEqual(3);
          for (const [of, step] of point) {
            expect(step).toBeGreaterThanOrEqual(itemAt(toy.axes, of).low);
            expect(step).toBeLessThanOrEqual(itemAt(toy.axes, of).high);
          }
          expect(distance).toBeCloseTo(Math.hypot(...point.values()), 12);
          expect(reading.sure).toBeGreaterThanOrEqual(0);
          if (at > 0) expect(distance).toBeGreaterThanOrEqual(itemAt(crossing, at - 1).distance);
        });
      }),
      { numRuns: atLength(300, 50) },
    );
  });

  it('is none where no three reach, and the nearest goes as far as the three that reach farthest', () => {
    fc.assert(
      fc.property(planted, fc.double({ min: 1.05, max: 3, noNaN: true }), (toy, part) => {
        const gapAt = linear(toy.slopes, part * reach(toy));
        const { crossing, nearest } = searched(toy.axes, gapAt);
        expect(crossing).toEqual([]);
        expect(gapAt(existing(nearest).point)).toBeCloseTo((1 - part) * reach(toy), 9);
      }),
      { numRuns: atLength(300, 50) },
    );
  });

  it('is none, and nothing is near, where nothing moves the quantity', () => {
    const { crossing, nearest } = searched([axis(-1, 1), axis(-1, 1)], () => -1);
    expect(crossing).toEqual([]);
    expect(nearest).toBeNull();
  });

  it('finds the axes that matter among a hundred that do not, from slopes with noise', () => {
    const axes = Array.from({ length: 100 }, () => axis(-1, 1));
    const gapAt = (point: Point) =>
      0.3 * (point.get(17) ?? 0) - 0.2 * (point.get(42) ?? 0) + 0.1 * (point.get(99) ?? 0) - 0.25;
    const slopes = axes.map((_, at) => gapAt(new Map([[at, 1]])) + 0.25 + 0.05 * Math.sin(12.9898 * at));
    const { crossing, read } = searched(axes, gapAt, slopes);
    expect([...firstOf(crossing).point.keys()].sort((a, b) => a - b)).toEqual([17, 42, 99]);
    expect(firstOf(crossing).distance).toBeCloseTo(0.25 / Math.hypot(0.3, 0.2, 0.1), 2);
    expect(read).toBeLessThan(250);
  });

  it('asks no more of a change than its interval: what surely crosses is next to where it begins to', () => {
    const half = 0.05;
    const axes = [axis(-1, 1)];
    const search = smallestChange(axes, { start: { gap: -0.2, sure: -0.2 - half }, slopes: [0.5] });
    let step = search.next();
    while (step.done !== true)
      step = search.next(
        step.value.points.map((point) => {
          const gap = 0.5 * (point.get(0) ?? 0) - 0.2;
          return { gap, sure: gap - half };
        }),
      );
    const { distance, reading } = firstOf(step.value.crossing);
    expect(reading.sure).toBeGreaterThanOrEqual(0);
    expect(distance).toBeGreaterThanOrEqual(0.5);
    expect(distance).toBeLessThan(0.56);
  });
});
