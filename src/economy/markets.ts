/**
 * Markets as a pressure on leaders: an announcement moves prices by what is new in it, losses add up to a drawdown, a
 * drawdown and rising yields make a reversal likelier. Event studies find consistently negative returns on tariff
 * announcements (M. Amiti, M. Gomez, S. H. Kong and D. Weinstein, NBER WP 28758, 2021); no published work identifies a
 * level at which leaders give way, so a logit stands in place of a threshold and its coefficients are priors.
 */
import { expm1, log1p, logistic } from '../kit/portable-math';
import { dailyRetention } from './decay';

const retainedOverDay = dailyRetention();

/** Yield changes enter the logit in steps of this many basis points. */
const BASIS_POINTS_PER_STEP = 10;

/**
 * What bears on a reversal: `drawdownPct` ≥ 0 from the peak, `yieldRiseBp` of the ten-year over five days, `farmPain`,
 * and the `audience` cost of being seen to give way, in utility points.
 */
export interface ReversalPressure {
  drawdownPct: number;
  yieldRiseBp: number;
  farmPain: number;
  audience: number;
}

/**
 * Weights of the reversal logit, all ≥ 0 but the intercept: `base` (g0), `drawdown` per % (gDD), `yieldRise` per 10 bp
 * (gY), `farmPain` per unit (gF), `audience` per utility point (gA), which counts against.
 */
export interface ReversalCoefficients {
  readonly base: number;
  readonly drawdown: number;
  readonly yieldRise: number;
  readonly farmPain: number;
  readonly audience: number;
}

/**
 * Share of an announced cost that does not move prices today: 1 − credibility · (1 − anticipated). `credibility` is
 * the market's belief that the threat is carried out (1 for an act), `anticipated` the share expected the day before;
 * both in [0, 1]. A sender who usually relents moves markets less, and so is pressed less: the feedback that makes a
 * reversal less likely the more surely it is expected.
 */
export function pricedIn(credibility: number, anticipated: number): number {
  return 1 - credibility * (1 - anticipated);
}

/**
 * Return in % on news of a change `costPct` in the present value of costs (% of GDP, negative for relief):
 * −beta · cost · (1 − pricedIn), `beta` the % of market value lost for each % of cost fully new.
 */
export function marketReturn(beta: number, costPct: number, pricedInShare: number): number {
  return -beta * costPct * (1 - pricedInShare);
}

/**
 * Tomorrow's drawdown in % from the remembered peak: today's, halved every `halfLifeDays` as a lower level becomes
 * the accustomed one, less today's return in %; never below 0 (a new peak). Assumption: returns add.
 */
export function drawdownStep(drawdownPct: number, returnPct: number, halfLifeDays: number): number {
  return Math.max(0, drawdownPct * retainedOverDay(halfLifeDays) - returnPct);
}

/** Log-odds of a reversal or delay within the window (ten days where the coefficients are those of the parameters). */
export function reversalLogit(pressure: ReversalPressure, weights: ReversalCoefficients): number {
  return (
    weights.base +
    weights.drawdown * pressure.drawdownPct +
    (weights.yieldRise * Math.max(0, pressure.yieldRiseBp)) / BASIS_POINTS_PER_STEP +
    weights.farmPain * pressure.farmPain -
    weights.audience * pressure.audience
  );
}

/** Probability in (0, 1) of a reversal or delay within the window; never lower for a deeper drawdown. */
export function reversalProbability(pressure: ReversalPressure, weights: ReversalCoefficients): number {
  return logistic(reversalLogit(pressure, weights));
}

/**
 * The same chance for one day: 1 − (1 − p)^(1/window), if every day of the window is alike. `windowProbability` in
 * [0, 1), `windowDays` > 0.
 */
export function dailyProbability(windowProbability: number, windowDays: number): number {
  return -expm1(log1p(-windowProbability) / windowDays);
}
