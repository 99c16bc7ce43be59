import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts } from '../../src/facts/packaged';
import { loadScenario, project } from '../../src/entries/index';
import { joinShards, mergeShards, parseShard, projectShard, type Shard } from '../../src/entries/shards';
import { digest } from '../../src/engine/digest';
import { sealed, type ShardHead } from '../../src/ensemble/shard';
import { oneIssue } from '../ensemble/one-issue';
import { atLength } from '../extent';
import { itLong } from '../long';

const scenario = oneIssue();
/** Five blocks, the last one short. */
const RUNS = 1_001;
const how = { runs: RUNS, seed: 'shards' };
const single = JSON.stringify(project(scenario, how));

const kept = new Map<string, Shard>();
/** A shard as another machine hands it over: through JSON. */
function shardOf(index: number, of: number): Shard {
  const key = `${index}/${of}`;
  const shard =
    kept.get(key) ??
    (JSON.parse(JSON.stringify(projectShard(scenario, { ...how, shard: { index, of } }))) as Shard);
  kept.set(key, shard);
  return shard;
}
const allOf = (of: number) => Array.from({ length: of }, (_, at) => shardOf(at + 1, of));
const merged = (shards: readonly Shard[]) => {
  const result = mergeShards(shards);
  return result.ok ? JSON.stringify(result.projection) : result.faults;
};

describe('shards', () => {
  itLong('merge to the bytes of one process for any number of shards in any order', () => {
    const orders = fc.integer({ min: 1, max: 7 }).chain((of) =>
      fc.shuffledSubarray(
        Array.from({ length: of }, (_, at) => at),
        { minLength: of },
      ),
    );
    fc.assert(
      fc.property(orders, (order) => {
        expect(merged(order.map((at) => shardOf(at + 1, order.length)))).toBe(single);
      }),
      { numRuns: atLength(25, 6) },
    );
  });

  itLong('merge in a tree to the same bytes', () => {
    const join = (...shards: Shard[]) => {
      const joined = joinShards(shards);
      if (!joined.ok) throw new Error(JSON.stringify(joined.faults));
      return joined.shard;
    };
    const [a, b, c, d, e] = allOf(5) as [Shard, Shard, Shard, Shard, Shard];
    expect(merged([join(d, e), join(join(b, c), a)])).toBe(single);
    expect(join(join(a, b), c)).toEqual(join(a, join(c, b)));
    expect(joinShards([a, c])).toMatchObject({ ok: false, faults: [{ code: 'shard/missing' }] });
  });

  itLong('are empty where there are more of them than blocks', () => {
    expect(allOf(7).filter((shard) => shard.tally.runs === 0)).toHaveLength(2);
  });

  it('are refused out of range', () => {
    for (const [index, of] of [
      [0, 1],
      [2, 1],
      [1.5, 2],
      [1, 0],
      [1, 100_001],
    ] as const)
      expect(() => projectShard(scenario, { ...how, shard: { index, of } })).toThrow(/given/);
  });
});

describe('a shard from outside', () => {
  const good = shardOf(1, 5);
  const refusal = (value: unknown, given = facts) => {
    const parsed = parseShard(value, 'x.json', given);
    return parsed.ok ? null : `${parsed.fault.code} ${parsed.fault.name}: ${parsed.fault.message}`;
  };
  /** As a stranger would send it who knows how to seal. */
  const resealed = (change: Partial<ShardHead>, tally = good.tally) => sealed({ ...good, ...change }, tally);
  const { digest: _seal, ...unsealed } = { ...good, tally: {} };
  const withoutTally = { ...unsealed, digest: digest(JSON.stringify(unsealed)) };

  it('is taken as it was written', () => {
    expect(refusal(good)).toBeNull();
  });

  it.each([
    ['nothing', null, 'shard/not-a-shard'],
    ['a list', [good], 'shard/not-a-shard'],
    ['a projection', JSON.parse(single), 'shard/not-a-shard'],
    ['a shard of a later format', { ...good, format: 'detente-shard/2' }, 'shard/other-format'],
    ['a shard of another version', { ...good, version: '0.0.9' }, 'shard/other-version'],
    ['a shard with other counts', { ...good, runs: 1_002 }, 'shard/changed'],
    ['a sealed shard with blocks of others', resealed({ blocks: { ...good.blocks, from: 1 } }), 'blocks'],
    ['a sealed shard of no end', resealed({ shards: { first: 3, last: 2, of: 5 } }), 'first <= last'],
    [
      'a sealed shard with a scenario of its own',
      resealed({ scenario: oneIssue({ agenda: ['tea'] }) }),
      'tea',
    ],
    [
      'a sealed shard of another scenario',
      resealed({ scenario: loadScenario('trade-only') }),
      'digests.scenario',
    ],
    [
      'a sealed shard that counts otherwise',
      resealed({}, { ...good.tally, runs: 9 }),
      'episodes of its blocks',
    ],
    ['a sealed shard of other classes', resealed({}, { ...good.tally, outcomes: [250] }), 'outcome classes'],
    ['a sealed shard of another agenda', resealed({}, { ...good.tally, issues: [] }), 'agenda'],
    ['a sealed shard without a tally', withoutTally, 'tally.runs'],
  ])('is refused where it is %s', (_name, value, says) => {
    const said = refusal(value);
    expect(said).toContain('x.json');
    expect(said).toContain(says);
  });

  it('is refused where it rests on other facts', () => {
    expect(refusal(good, { ...facts })).toBeNull();
    expect(refusal(good, { ...facts, statements: facts.statements.slice(1) })).toContain('shard/other-facts');
  });

  it.each([
    ['counts changed by hand', { ...good, tally: { ...good.tally, held: 0 } }, 'shard/changed'],
    ['another seed', { ...good, seed: 'other' }, 'shard/changed'],
    ['no scenario', { ...good, scenario: null }, 'shard/changed'],
  ])('never merges with %s', (_name, edited, code) => {
    const others = allOf(5).slice(1);
    for (const merging of [mergeShards, joinShards])
      expect(merging([edited as Shard, ...others])).toMatchObject({ ok: false, faults: [{ code }] });
  });

  it('never merges as a checkpoint', () => {
    const checkpoint = resealed({ format: 'detente-checkpoint/1' });
    expect(refusal(checkpoint)).toBeNull();
    expect(mergeShards([checkpoint])).toMatchObject({ ok: false, faults: [{ code: 'shard/unfinished' }] });
  });
});
