/**
 * Whether a play breaks a claim about projections: the same episodes without the change and with it, a few first and more where
 * they are near to breaking it, judged by a test that holds whenever one stops.
 */
import { checkPlay, passTo, type Play } from '../../analyses/play';
import { quantityChange, type QuantityChange } from '../../analyses/comparison/quantity-change';
import { prepare, type Prepared } from '../../analyses/prepared';
import { here } from '../../analyses/runner/here';
import type { EnsembleAnalysis } from '../../analyses/runner/stage';
import { checkRunsAndSeed } from '../../ensemble/checks';
import {
  askableQuantities,
  followedFor,
  quantityId,
  quantityOf,
  whyUnknown,
  type MeasuredQuantity,
  type QuantityOfInterest,
} from '../../ensemble/quantity-of-interest';
import { logWealthAbove } from '../../kit/betting';
import { checkNumber, checkOptions, type OptionTable } from '../../kit/checks';
import { sequenceHalfWidth } from '../../kit/confidence-sequence';
import { toSixDigits } from '../../kit/decimals';
import { itemAt } from '../../kit/lists';
import { log } from '../../kit/portable-math';
import { mean, variance } from '../../kit/statistics';
import { checkProjectionClaim, type ProjectionClaim } from './projection-claim';
import { levelOf } from './spending';

/** How a play is judged under a claim about projections. */
export interface JudgeOptions {
  /** Most episodes, each run without the change and with it; 2 000 unless told. Fewer where they suffice. */
  readonly runs?: number | undefined;
  /** Text that keys all draws; `1` unless told. */
  readonly seed?: string | undefined;
  /** Chance with which a true claim may be refuted by this play, above 0 and at most .49; .000 05 unless told. */
  readonly level?: number | undefined;
}

const JUDGE_OPTIONS: OptionTable<JudgeOptions> = { runs: true, seed: true, level: true };

/** Chance of refuting a true claim, all plays together, unless told. */
export const USUAL_ALPHA = 0.01;
/** Most episodes of a play unless told. */
export const JUDGED_RUNS = 2000;
/** Episodes before the first look; each later look has twice as many as the one before. */
const FIRST_LOOK = 100;
/** Standard errors beyond what is claimed from which more episodes are worth their time. */
const NEAR = 0.5;

/** How one quantity of interest changes, with the 95 % interval of the paired difference. */
export interface JudgedChange extends QuantityChange {
  /** Id of the quantity of interest. */
  readonly quantity: string;
  /** The quantity in words. */
  readonly title: string;
  /** Unit of the quantity. */
  readonly unit: QuantityOfInterest['unit'];
  /** The quantity in the play as it is. */
  readonly base: number;
  /** The quantity with the change. */
  readonly changed: number;
  /** Whether this change refutes the claim. */
  readonly broken: boolean;
}

/** How a play stands to a claim about projections. */
export interface ProjectionJudgement {
  /** Whether it breaks the claim, beyond what chance explains. */
  readonly broken: boolean;
  /** The play with the change, on the same day; null where the claim does not speak of the play. */
  readonly other: Play | null;
  /** The play as it was judged: on the later of the two days where the change comes later. */
  readonly play: Play;
  /** Each quantity of the claim; none where it does not speak of the play. */
  readonly changes: readonly JudgedChange[];
  /** Episodes that were run without the change and with it. */
  readonly runs: number;
  /** Seed of the common draws. */
  readonly seed: string;
  /** Chance with which a true claim would have been refuted here, at most. */
  readonly level: number;
}

/** Values of one quantity, by episode. */
type Values = readonly number[];

/** Whether differences refute that their mean is at most a tolerance, in one direction. */
function refutes(unit: MeasuredQuantity['unit'], differences: Values, by: number, level: number): boolean {
  if (unit !== 'per cent') {
    const within = differences.map((value) => Math.max(-1, Math.min(1, value)));
    return by < 1 && logWealthAbove(within, by, -1) >= -log(level);
  }
  // Of a quantity without limits only a large sample says what is far: its interval holds at all sizes.
  const { length } = differences;
  if (length < FIRST_LOOK) return false;
  const half = sequenceHalfWidth(length, Math.sqrt(variance(differences)), Math.min(0.49, 2 * level));
  return mean(differences) - by > half;
}

/** Whether differences go beyond a tolerance by more than a little of what chance does. */
function isNear(differences: Values, by: number): boolean {
  const beyond = mean(differences) - by;
  if (beyond <= 0 || differences.length < 2) return beyond > 0;
  return beyond >= NEAR * Math.sqrt(variance(differences) / differences.length);
}

/** The differences of a quantity as seen from each movement that the claim excludes: up as they are, down turned round. */
function excluded({ never }: ProjectionClaim, differences: Values): Values[] {
  const down = differences.map((value) => -value);
  return never === 'raises' ? [differences] : never === 'lowers' ? [down] : [differences, down];
}

/** The quantities of a claim in a play; null where the play has one of them no longer, or not to its horizon. */
function quantitiesIn(
  { quantities }: ProjectionClaim,
  { specification }: Prepared,
): MeasuredQuantity[] | null {
  const askable = askableQuantities(specification);
  const found: MeasuredQuantity[] = [];
  for (const asked of quantities) {
    const id = quantityId(specification, asked);
    const known = askable.find((quantity) => quantity.id === id);
    if (known === undefined && whyUnknown(specification, asked) !== null) return null;
    found.push(known ?? quantityOf(specification, asked, 'quantity'));
  }
  return found;
}

/** Values of both plays, by quantity. */
interface Pairs {
  readonly base: number[][];
  readonly changed: number[][];
}

function* morePairs(
  pairs: Pairs,
  settings: readonly Prepared[],
  quantities: readonly MeasuredQuantity[],
  { seed, from, to }: { readonly seed: string; readonly from: number; readonly to: number },
): EnsembleAnalysis<null> {
  let unit = 0;
  const ids = quantities.map(({ id }) => id);
  yield {
    kind: 'quantities',
    setting: {
      seed,
      scenarios: settings.map(({ initial, specification }) => ({
        initial,
        specification: followedFor(specification, quantities),
        quantities: ids,
      })),
    },
    from: 2 * from,
    to: 2 * to,
    take: (part) => {
      for (const values of part) {
        const into = unit % 2 === 0 ? pairs.base : pairs.changed;
        values.forEach((value, at) => itemAt(into, at).push(value));
        unit += 1;
      }
    },
    how: {},
  };
  return null;
}

const unspoken = (play: Play, { seed, level }: { seed: string; level: number }): ProjectionJudgement => ({
  broken: false,
  other: null,
  play,
  changes: [],
  runs: 0,
  seed,
  level,
});

/** Both plays on the later of their days. */
function onOneDay(play: Play, other: Play): readonly [Play, Play] {
  const [a, b] = [play.state.today, other.state.today];
  return [a < b ? passTo(play, b) : play, b < a ? passTo(other, a) : other];
}

function changesOf(
  claim: ProjectionClaim,
  quantities: readonly MeasuredQuantity[],
  { base, changed }: Pairs,
  level: number,
): { readonly changes: JudgedChange[]; readonly near: boolean } {
  const tests = quantities.length * (claim.never === 'moves' ? 2 : 1);
  let near = false;
  const changes = quantities.map((quantity, at): JudgedChange => {
    const [without, withIt] = [itemAt(base, at), itemAt(changed, at)];
    const views = excluded(
      claim,
      withIt.map((value, episode) => value - itemAt(without, episode)),
    );
    near ||= views.some((differences) => isNear(differences, claim.by));
    return {
      quantity: quantity.id,
      title: quantity.title,
      unit: quantity.unit,
      base: toSixDigits(mean(without)),
      changed: toSixDigits(mean(withIt)),
      ...quantityChange(quantity, without, withIt),
      broken: views.some((differences) => refutes(quantity.unit, differences, claim.by, level / tests)),
    };
  });
  return { changes, near };
}

/**
 * Judges a play under a claim about projections, on the same episodes without the change and with it: 100 at first, twice as many at each
 * later look, up to the most that are allowed, while the difference goes beyond what is claimed by half a standard error or more.
 *
 * A probability or a degree is judged by betting on the paired differences, which supposes nothing of them (`kit/betting`), a
 * quantity in per cent by a confidence sequence of their mean (`kit/confidence-sequence`): either holds at all looks together. Several quantities, and both
 * ways where the claim is that nothing moves, share the level alike. Throws an InputError for a quantity that no scenario has,
 * for what is no claim or no play, and for runs, a seed or a level out of range.
 * @param claim - Claim about projections, as `projectionClaim` makes it.
 * @param play - Play before the change; it stays as it is.
 * @param options - Most runs (2 000 unless told), seed, and the chance with which a true claim may be refuted, .000 05 unless told.
 *
 * @example
 * const claim = projectionClaim('soybeans never make a deal less likely', {
 *   change: adding({ type: 'purchase.resume', actor: 'CN', flow: 'soybeans' }),
 *   never: 'lowers',
 *   quantity: 'deal',
 * });
 * judgeProjection(claim, play('kuala-lumpur-2025'), { runs: 100 }).runs
 */
export function judgeProjection(
  claim: ProjectionClaim,
  play: Play,
  options: JudgeOptions = {},
): ProjectionJudgement {
  checkProjectionClaim('claim', claim);
  checkOptions(options, JUDGE_OPTIONS);
  const { runs = JUDGED_RUNS, seed = '1', level = levelOf(USUAL_ALPHA, 0) } = options;
  checkRunsAndSeed(runs, seed);
  checkNumber('level', level, Number.MIN_VALUE, 0.49);
  checkPlay('play', play);
  const changed = claim.change(play);
  if (changed === null) return unspoken(play, { seed, level });
  checkPlay('claim.change', changed);
  const both = onOneDay(play, changed);
  const settings = both.map((one) => prepare(one));
  const [quantities, theirs] = [
    quantitiesIn(claim, itemAt(settings, 0)),
    quantitiesIn(claim, itemAt(settings, 1)),
  ];
  if (quantities === null || theirs === null) return unspoken(play, { seed, level });
  const pairs: Pairs = { base: quantities.map(() => []), changed: quantities.map(() => []) };
  for (let done = 0; ;) {
    const to = Math.min(runs, done === 0 ? FIRST_LOOK : 2 * done);
    here(morePairs(pairs, settings, quantities, { seed, from: done, to }));
    done = to;
    const { changes, near } = changesOf(claim, quantities, pairs, level);
    const broken = changes.some((change) => change.broken);
    if (broken || !near || done >= runs)
      return { broken, other: both[1], play: both[0], changes, runs: done, seed, level };
  }
}
