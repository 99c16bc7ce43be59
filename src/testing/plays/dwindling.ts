/**
 * Arbitraries that shrink by meaning: candidates are proposed in the terms of the field, and only those that are
 * strictly smaller by a stated size are offered.
 *
 * So no step of a shrink path makes a value longer, later or larger, whatever is proposed, and every path ends.
 * Shrinking by properties that a value has, not by the choices that made it, is that of QuickCheck (Claessen and
 * Hughes 2000), with the guard of a well-founded order.
 */
import * as fc from 'fast-check';

/** A size in order of importance: the first numbers that differ decide. */
export type Size = readonly number[];

/** How values of one kind are made and made smaller. */
export interface Dwindle<T extends object> {
  /** Makes a value; shrinks of this arbitrary are not used. */
  readonly source: fc.Arbitrary<T>;
  /** Smaller values worth trying, the smallest first; lazily, since most are never looked at. */
  readonly smaller: (value: T) => Iterable<T>;
  /** What must fall on every step. */
  readonly size: (value: T) => Size;
}

/** Whether one size is below another; a missing number counts as 0. */
export function isBelow(a: Size, b: Size): boolean {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const [left, right] = [a[at] ?? 0, b[at] ?? 0];
    if (left !== right) return left < right;
  }
  return false;
}

class Dwindling<T extends object> extends fc.Arbitrary<T> {
  constructor(private readonly way: Dwindle<T>) {
    super();
  }

  override generate(mrng: fc.Random, bias: number | undefined): fc.Value<T> {
    return new fc.Value(this.way.source.generate(mrng, bias).value, this.way);
  }

  override canShrinkWithoutContext(_value: unknown): _value is T {
    return false;
  }

  override shrink(value: T): fc.Stream<fc.Value<T>> {
    return fc.stream(this.offered(value));
  }

  private *offered(value: T): Generator<fc.Value<T>, void> {
    const { size, smaller } = this.way;
    const bound = size(value);
    for (const candidate of smaller(value)) {
      if (isBelow(size(candidate), bound)) yield new fc.Value(candidate, this.way);
    }
  }
}

/** An arbitrary that makes values from its source and shrinks them to strictly smaller ones. */
export function dwindling<T extends object>(way: Dwindle<T>): fc.Arbitrary<T> {
  return new Dwindling(way);
}

class Drawn<T> extends fc.Arbitrary<T> {
  constructor(private readonly make: (draw: () => number) => T) {
    super();
  }

  override generate(mrng: fc.Random): fc.Value<T> {
    return new fc.Value(
      this.make(() => mrng.nextDouble()),
      undefined,
    );
  }

  override canShrinkWithoutContext(_value: unknown): _value is T {
    return false;
  }

  override shrink(): fc.Stream<fc.Value<T>> {
    return fc.Stream.nil();
  }
}

/** An arbitrary of what a function makes of numbers in [0, 1) drawn one after the other. Does not shrink by itself. */
export function drawn<T>(make: (draw: () => number) => T): fc.Arbitrary<T> {
  return new Drawn(make);
}

/** A value that fast-check prints by a text of its own; the value is otherwise as it was. */
export function printedAs<T extends object>(value: T, text: () => string): T {
  return Object.defineProperty(value, fc.toStringMethod, { value: text, enumerable: false });
}

/** Numbers from a low end up to a value, by halving the way: first the low end, last the next lower on the grid. */
export function* numbersBelow(value: number, low: number, grid = 1): Generator<number> {
  const seen = new Set<number>();
  // Whole numbers first: they read better and most thresholds are whole.
  for (const fine of grid === 1 ? [1] : [1, grid]) {
    for (let way = value - low; way * fine >= 1 / 2; way /= 2) {
      const next = Math.max(low, Math.floor((value - way) * fine + 1e-9) / fine);
      if (next < value && !seen.has(next)) yield next;
      seen.add(next);
    }
    const last = Math.ceil(value * fine - 1e-9 - 1) / fine;
    if (last >= low && last < value && !seen.has(last)) yield last;
  }
}
