/**
 * Tornado: each factor at its low and at its high end, all others drawn as ever. On common draws the same episodes
 * are run at both ends, so the change is a paired difference and its interval is that of a mean of pairs.
 */
import { mean, variance, Z95 } from '../../kit/statistics';
import type { ModelSpecification } from '../../scenario/model-specification';
import type { DesignPoint, Study } from '../../ensemble/design-point';
import { endsOf, levelAt, POLICY_FACTORS, sampledFactors, type Factor } from '../../ensemble/factor';
import { described, type QuantityOfInterest } from '../../ensemble/quantity-of-interest';
import { firstOf, itemAt } from '../../kit/lists';

/** What a quantity of interest is at one end of a factor. */
export interface FactorEnd {
  /** The end in words or as the parameter's value. */
  readonly at: string;
  /** Mean of the quantity over the episodes at this end, in its unit. */
  readonly mean: number;
}

/** One bar of a tornado. */
export interface TornadoBar extends Factor {
  /** The low end of the factor, or the scenario's own policy. */
  readonly from: FactorEnd;
  /** The high end of the factor, or another policy. */
  readonly to: FactorEnd;
  /** Change of the mean from one end to the other, in the unit of the quantity, with its 95 % interval. */
  readonly change: number;
  /** Lower end of that interval. */
  readonly low: number;
  /** Upper end of that interval. */
  readonly high: number;
  /** Whether the interval leaves zero out. */
  readonly distinguishable: boolean;
}

/** The answer of a tornado. */
export interface Tornado {
  /** Always `tornado`: one factor at a time, from end to end. */
  readonly method: 'tornado';
  /** The quantity of interest that was looked at. */
  readonly headline: QuantityOfInterest;
  /** Episodes at each end, the same ones everywhere. */
  readonly runs: number;
  /** Episodes that it took in all. */
  readonly episodes: number;
  /** The quantity with all factors drawn, under the scenario's own policies. */
  readonly mean: number;
  /** From the longest to the shortest. */
  readonly bars: readonly TornadoBar[];
}

/** How a tornado is made. */
export interface TornadoPlan {
  readonly specification: ModelSpecification;
  readonly quantity: QuantityOfInterest;
  readonly runs: number;
  readonly policies: readonly string[] | 'own';
}

interface End {
  readonly at: string;
  readonly point: Omit<DesignPoint, 'drawNumber' | 'chance'>;
}

interface Bar {
  readonly factor: Factor;
  readonly from: End;
  readonly to: End;
}

function sampledBars(specification: ModelSpecification): Bar[] {
  return sampledFactors(specification).map((factor) => {
    const [low, high] = endsOf(specification, factor);
    const end = (at: string, place: number): End => ({
      at,
      point: { levels: { [factor.draw]: levelAt(factor, place) } },
    });
    return { factor: { id: factor.id, kind: factor.kind }, from: end(low, 0), to: end(high, 1) };
  });
}

/** One bar for each policy that a party might follow in place of its own. */
function policyBars(specification: ModelSpecification, policies: readonly string[] | 'own'): Bar[] {
  if (policies === 'own') return [];
  const { US, CN } = specification.policies;
  return POLICY_FACTORS.flatMap((id) => {
    const own = id === 'rule-us' ? US : CN;
    return policies
      .filter((policy) => policy !== own)
      .map((policy): Bar => ({
        factor: { id, kind: 'rule' },
        from: { at: own, point: {} },
        to: { at: policy, point: { policies: id === 'rule-us' ? [policy, CN] : [US, policy] } },
      }));
  });
}

function conclude({ factor, from, to }: Bar, values: readonly [number[], number[]]): TornadoBar {
  const [before, after] = values;
  const changes = before.map((value, at) => itemAt(after, at) - value);
  const change = mean(changes);
  const half = Z95 * Math.sqrt(variance(changes) / changes.length);
  return {
    ...factor,
    from: { at: from.at, mean: mean(before) },
    to: { at: to.at, mean: mean(after) },
    change,
    low: change - half,
    high: change + half,
    distinguishable: Math.abs(change) > half,
  };
}

/** The study of a tornado. The seed's first `runs` episodes are run at every end. */
export function* tornado({ specification, quantity, runs, policies }: TornadoPlan): Study<Tornado> {
  const bars = [...sampledBars(specification), ...policyBars(specification, policies)];
  const episodes = Array.from({ length: runs }, (_, episode) => ({ drawNumber: episode, chance: episode }));
  const ends = [{ at: '', point: {} }, ...bars.flatMap(({ from, to }) => [from, to])];
  // The scenario's own policies are run once, not once a bar.
  const different = ends.filter(({ point }, at) => at === 0 || Object.keys(point).length > 0);
  const values = yield different.flatMap(({ point }) =>
    episodes.map((episode): DesignPoint => ({ ...episode, ...point })),
  );
  const block = (end: End) => {
    const at = Math.max(0, different.indexOf(end));
    return values.slice(at * runs, (at + 1) * runs).map((row) => firstOf(row));
  };
  return {
    method: 'tornado',
    headline: described(quantity),
    runs,
    episodes: values.length,
    mean: mean(block(firstOf(different))),
    bars: bars
      .map((bar) => conclude(bar, [block(bar.from), block(bar.to)]))
      .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.id < b.id ? -1 : 1)),
  };
}
