import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { loadScenario } from '../../src/scenario/library';
import {
  arranged,
  blockSpan,
  episodesIn,
  foreignness,
  identityOf,
  isSealed,
  sealed,
  SHARD_FORMAT,
  shardName,
  type NamedHead,
  type ShardSpan,
} from '../../src/ensemble/shard';
import { newTally } from '../../src/ensemble/tally';

const identity = identityOf('1.0.0', loadScenario('kuala-lumpur-2025'), facts, 'a', 4000);
const named = (span: ShardSpan, change: object = {}): NamedHead => ({
  name: shardName(span),
  head: {
    ...identity,
    format: SHARD_FORMAT,
    shards: span,
    blocks: blockSpan(identity.runs, span),
    ...change,
  },
});
const one = (index: number, of: number): ShardSpan => ({ first: index, last: index, of });
const numbers = (n: number) => Array.from({ length: n }, (_, at) => at + 1);

/** What is complained of, by code and name or message. */
function faultsOf(shards: readonly NamedHead[], whole = true): string[] {
  const arrangement = arranged(shards, whole);
  return arrangement.ok ? [] : arrangement.faults.map(({ code, message }) => `${code}: ${message}`);
}

/** Neighbouring spans that cover all shards of a division, in some order. */
const coverings = fc
  .tuple(fc.integer({ min: 1, max: 40 }), fc.array(fc.integer({ min: 2, max: 40 })))
  .map(([of, cuts]) => {
    const starts = [...new Set([1, ...cuts.filter((cut) => cut <= of)])].sort((a, b) => a - b);
    return starts.map((first, at) => ({ first, last: (starts[at + 1] ?? of + 1) - 1, of }));
  })
  .chain((spans) => fc.shuffledSubarray(spans, { minLength: spans.length }));

describe('the cut of an ensemble into shards', () => {
  it('gives every block to exactly one shard, in order, however many shards there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 200 }), (runs, of) => {
        let next = 0;
        let episodes = 0;
        for (const index of numbers(of)) {
          const blocks = blockSpan(runs, one(index, of));
          expect(blocks.from).toBe(next);
          expect(blocks.to).toBeGreaterThanOrEqual(blocks.from);
          next = blocks.to;
          episodes += episodesIn(blocks, runs);
        }
        expect(next).toBe(Math.ceil(runs / 250));
        expect(episodes).toBe(runs);
      }),
    );
  });

  it('keeps shards even: their blocks differ by one at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 200 }), (runs, of) => {
        const sizes = numbers(of).map((index) => {
          const { from, to } = blockSpan(runs, one(index, of));
          return to - from;
        });
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a set of shards', () => {
  it('merges in the order of its blocks, in whatever order and pieces it comes', () => {
    fc.assert(
      fc.property(coverings, (spans) => {
        const arrangement = arranged(
          spans.map((span) => named(span)),
          true,
        );
        expect(arrangement.ok).toBe(true);
        if (!arrangement.ok) return;
        expect(arrangement.shards).toEqual({ first: 1, last: spans[0]!.of, of: spans[0]!.of });
        const starts = arrangement.order.map(({ head }) => head.blocks.from);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
    );
  });

  it('is refused without any one of its members, and with any one twice', () => {
    fc.assert(
      fc.property(coverings, fc.nat(), (spans, pick) => {
        const gone = spans[pick % spans.length]!;
        const less = spans.filter((span) => span !== gone).map((span) => named(span));
        expect(faultsOf(less)).not.toEqual([]);
        if (less.length > 0) expect(faultsOf(less).join()).toContain(`${shardName(gone)} `);
        const more = [...spans, gone].map((span) => named(span));
        expect(faultsOf(more).join()).toContain('shard/doubled');
      }),
    );
  });

  it('names what is missing at both ends and between', () => {
    expect(faultsOf([named(one(3, 9)), named(one(4, 9)), named(one(7, 9))])).toEqual([
      'shard/missing: shards 1 to 2 of 9 are missing',
      'shard/missing: shards 5 to 6 of 9 are missing',
      'shard/missing: shards 8 to 9 of 9 are missing',
    ]);
    expect(faultsOf([named(one(3, 9)), named(one(5, 9))], false)).toEqual([
      'shard/missing: shard 4 of 9 is missing',
    ]);
    expect(faultsOf([])).toEqual(['shard/missing: no shard is given']);
  });

  it('refuses shards that overlap, and those of another division', () => {
    expect(faultsOf([named({ first: 1, last: 2, of: 3 }), named({ first: 2, last: 3, of: 3 })])).toEqual([
      'shard/overlapping: it is shards 2 to 3 of 3 and overlaps shards 1 to 2 of 3, which is shards 1 to 2 of 3',
    ]);
    expect(faultsOf([named(one(1, 2)), named(one(2, 3))]).join()).toContain('shard/other-division');
  });

  it.each([
    ['version', { version: '2.0.0' }, 'detente "2.0.0"'],
    ['scenario', { scenario: loadScenario('trade-only') }, '"trade-only"'],
    ['scenario', { digests: { ...identity.digests, scenario: 'f'.repeat(64) } }, 'digest ffffffffffff'],
    ['facts', { digests: { ...identity.digests, facts: 'f'.repeat(64) } }, 'digest ffffffffffff'],
    ['seed', { seed: 'b' }, '"b"'],
    ['runs', { runs: 4001 }, '4001'],
  ])('refuses one of another %s, and says which', (what, change, given) => {
    const [fault] = faultsOf([named(one(1, 2)), named(one(2, 2), change)]);
    expect(fault).toContain(`shard/other-${what}: its ${what} is`);
    expect(fault).toContain(given);
    expect(foreignness(identity, { ...identity, ...change })?.code).toBe(`shard/other-${what}`);
  });
});

describe('the seal of a shard', () => {
  const shard = sealed(named(one(1, 1)).head, newTally(6, 15));
  const copy = () => JSON.parse(JSON.stringify(shard)) as Record<string, unknown>;

  it('holds after a way through JSON', () => {
    expect(isSealed(copy())).toBe(true);
  });

  it.each([
    'format',
    'version',
    'scenario',
    'digests',
    'seed',
    'runs',
    'shards',
    'blocks',
    'tally',
    'digest',
  ])('breaks when the %s is changed', (key) => {
    expect(isSealed({ ...copy(), [key]: 'another' })).toBe(false);
  });

  it('breaks when something is added, taken away or turned round', () => {
    const { seed: _, ...less } = copy();
    expect(isSealed(less)).toBe(false);
    expect(isSealed({ ...copy(), more: 1 })).toBe(false);
    const { tally, digest, ...rest } = copy();
    expect(isSealed({ tally, ...rest, digest })).toBe(false);
  });
});
