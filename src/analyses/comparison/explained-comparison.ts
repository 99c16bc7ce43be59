/**
 * What lies behind a comparison: the changed pairs gathered by the step with which they start and by the step that
 * settles them, with the share that needed each difference of the scenarios.
 */
import { isAtTable } from '../../episode/trace';
import type { Comparison } from './paired-comparison';
import { shareOf } from './paired-comparison';
import { supposedSide, type Happening, type DifferingStep } from './differing-steps';
import type { Divergence } from './divergence';
import type { ScenarioDifference } from './scenario-differences';
import { firstOf, lastOf } from '../../kit/lists';

/** A number of pairs among those looked into, as a share with its 95 % interval (Wilson). */
export type ShareOfPairs = Comparison['changed'];

/** Changed pairs that have a like step in common. */
export interface StepGroup extends ShareOfPairs {
  /** Names the kind of step; equal for like steps. */
  readonly key: string;
  /** First day on which it came, YYYY-MM-DD. */
  readonly from: string;
  /** Last day on which it came, YYYY-MM-DD. */
  readonly to: string;
  /** The step in the first such episode. */
  readonly step: DifferingStep;
  /** Number of that episode, from 0. */
  readonly episode: number;
}

/** A difference of the scenarios, and how many changed pairs would have ended otherwise without it. */
export interface NeededDifference extends ScenarioDifference {
  /** Changed pairs whose variant would have ended in another class without it. */
  readonly needed: ShareOfPairs;
}

/** A comparison with what lies behind the pairs that changed. */
export interface ExplainedComparison extends Comparison {
  /** How many changed pairs were looked into: all, or the first so many. */
  readonly explained: number;
  /** Each difference of the scenarios, with the changed pairs for which it was needed. */
  readonly differences: readonly NeededDifference[];
  /** Changed pairs for which no difference was needed by itself: several of them would each have done. */
  readonly overdetermined: ShareOfPairs;
  /** The first steps that mattered, commonest first. */
  readonly starts: readonly StepGroup[];
  /** The last links before the outcome, commonest first. */
  readonly turns: readonly StepGroup[];
  /** Changed pairs that had differed before in a step that did not matter. */
  readonly partedBefore: ShareOfPairs;
  /** Of pairs that end alike, so many looked into: those whose histories part all the same, in acts or in draws. */
  readonly endingAlike: {
    /** How many pairs that end alike were looked into. */
    readonly looked: number;
    /** Those whose histories differ before they end alike. */
    readonly parted: ShareOfPairs;
    /** Those that differ in more than in what one of the scenarios supposes to happen. */
    readonly beyond: ShareOfPairs;
  };
  /** One changed pair with its chain, of the commonest start; null where none changed. */
  readonly example: Divergence | null;
}

/** An id without the numbers by which like measures, rounds and acts of one episode are told apart. */
const likeSubject = (subject: string | null) => (subject ?? '').replace(/-?\d+/g, '#');

/** What an act is about; who calls a meeting off is a toss of a coin and makes no other kind of step. */
const about = ({ type, actor, subject }: Happening) =>
  type.startsWith('meeting.') ? [] : [actor, likeSubject(subject)];

/** What makes two steps alike: supposition, draw and way of its turn, or the acts and what they are about. */
export function stepKey(step: DifferingStep): string {
  const { base, variant, crossed } = step;
  const supposed = supposedSide(step);
  if (supposed !== null) {
    const side = base === null ? 'added' : variant === null ? 'missing' : 'changed';
    return `event:${supposed.cause.rule}:${side}`;
  }
  const act = (side: DifferingStep['base']) => (side === null ? '-' : [side.type, ...about(side)].join(' '));
  // At the table it matters who turned; elsewhere the act says it.
  const asked = crossed !== null && isAtTable(crossed.name) && crossed.variant !== null;
  const turned = asked ? ` by ${crossed.name}` : '';
  if (base === null && variant === null && crossed !== null)
    return `draw:${crossed.name.replace(/\d+/g, '#')}:${crossed.variant?.happened === true ? 'now' : 'no longer'}`;
  return `act:${act(base)} > ${act(variant)}${turned}`;
}

/** Pairs gathered by the key of one of their steps, commonest first. */
function grouped(
  pairs: readonly Divergence[],
  stepOf: (pair: Divergence) => DifferingStep | undefined,
): StepGroup[] {
  const groups = new Map<string, { step: DifferingStep; episode: number; days: string[] }>();
  for (const pair of pairs) {
    const step = stepOf(pair);
    if (step === undefined) continue;
    const key = stepKey(step);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { step, episode: pair.episode, days: [step.on] });
    else known.days.push(step.on);
  }
  return [...groups]
    .map(([key, { step, episode, days }]) => {
      const sorted = [...days].sort();
      return {
        key,
        ...shareOf(days.length, pairs.length),
        from: firstOf(sorted),
        to: lastOf(sorted),
        step,
        episode,
      };
    })
    .sort((a, b) => b.pairs - a.pairs || (a.key < b.key ? -1 : 1));
}

/** Of the commonest start, the episode whose chain tells most. */
function richestExample(changed: readonly Divergence[], starts: readonly StepGroup[]): Divergence | null {
  const [common] = starts;
  const candidates = changed.filter(
    ({ chain }) => chain[0] !== undefined && stepKey(chain[0]) === common?.key,
  );
  return candidates.reduce<Divergence | null>(
    (best, pair) => (best === null || pair.chain.length > best.chain.length ? pair : best),
    null,
  );
}

/** Gathers what is known about the pairs of a comparison. `pairs` holds changed ones and ones that end alike. Pure. */
export function explainComparison(
  comparison: Comparison,
  differences: readonly ScenarioDifference[],
  pairs: readonly Divergence[],
): ExplainedComparison {
  const changed = pairs.filter(({ outcomes }) => outcomes.base !== outcomes.variant);
  const alike = pairs.filter(({ outcomes }) => outcomes.base === outcomes.variant);
  const starts = grouped(changed, ({ chain }) => chain[0]);
  const before = changed.filter(
    ({ first, chain }) => first !== null && chain[0] !== undefined && stepKey(first) !== stepKey(chain[0]),
  );
  return {
    ...comparison,
    explained: changed.length,
    differences: differences.map((difference) => ({
      ...difference,
      needed: shareOf(
        changed.filter((pair) => pair.differences.includes(difference.id)).length,
        changed.length,
      ),
    })),
    overdetermined: shareOf(changed.filter((pair) => pair.differences.length === 0).length, changed.length),
    starts,
    turns: grouped(changed, ({ chain }) => chain.at(-1)),
    partedBefore: shareOf(before.length, changed.length),
    endingAlike: {
      looked: alike.length,
      parted: shareOf(alike.filter(({ first }) => first !== null).length, alike.length),
      beyond: shareOf(alike.filter(({ beyond }) => beyond).length, alike.length),
    },
    example: richestExample(changed, starts),
  };
}
