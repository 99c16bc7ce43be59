/**
 * The screen of a sensitivity analysis: what moves a quantity of interest, from the strongest to the weakest, each with
 * its interval, and in words where it cannot be told from nothing.
 */
import type { Facts } from '../../facts/schema';
import type { Sensitivity } from '../../analyses/sensitivity/study-options';
import type { ScreenedFactor, ScreeningAnswer } from '../../analyses/sensitivity/screening';
import type { Tornado, TornadoBar } from '../../analyses/sensitivity/tornado';
import type {
  FactorShares,
  ShareOfVariance,
  VarianceShares,
} from '../../analyses/sensitivity/variance-shares';
import { type AnswerForm, asGiven, checkAnswer } from '../../kit/answer-form';
import { checkKnown } from '../../kit/checks';
import { SCREENING, SENSITIVITY, SHARES, TORNADO } from '../wording/answer-forms';
import { checkView } from '../wording/view-checks';
import { factorWording, quantityChange, quantityPoints, quantityValue } from '../wording/factor';
import {
  bar,
  fixed,
  listed,
  percent,
  screen,
  signatureLines,
  thousands,
  wrap,
  type Paint,
} from '../wording/text';

/** How an analysis is shown. */
export interface SensitivityView {
  /** The facts on which it rests, for labels and meanings. */
  readonly facts: Facts;
  /** How the screen is coloured, and how wide it is. */
  readonly paint: Paint;
  /** The command that makes it again. */
  readonly command: string;
  /** Whether bars may be drawn; true unless told. */
  readonly draws?: boolean;
}

const VIEW: AnswerForm<SensitivityView> = {
  what: 'an object with facts, paint and command',
  fields: { facts: 'object', paint: 'object', command: 'text', draws: 'yes-no?' },
};

const METHODS: readonly Sensitivity['method'][] = ['tornado', 'morris', 'sobol'];

const SHOWN = 15;
const BAR_WIDTH = 16;
const NOTHING = 'not distinguishable from zero';

/** A numbered entry: its words, then its numbers, behind a bar where bars are drawn. */
function entry(at: number, words: string, numbers: string, share: number, view: SensitivityView): string[] {
  const drawn = view.draws === false ? '' : `${view.paint.cyan(bar(share, BAR_WIDTH))} `;
  return [
    ...wrap(view.paint, words, `${String(at + 1).padStart(4)}. `, '      ').map(view.paint.bold),
    ...wrap(view.paint, numbers, `      ${drawn}`, '      '),
  ];
}

function between(low: string, high: string, distinguishable: boolean): string {
  return `(${low} to ${high})${distinguishable ? '' : `, ${NOTHING}`}`;
}

/** A factor in a sentence: its words without the name that it has in code. */
const factorInShort = (facts: Facts, id: string) =>
  `“${factorWording(facts, id).replace(/ \([\w.]+\)$/, '')}”`;

/** Factors that the first sentence names. */
const NAMED = 3;

/** What moves the quantity most, as the first sentence: those that are told from nothing, each with its size. */
function foremost<F extends { readonly id: string; readonly distinguishable: boolean }>(
  factors: readonly F[],
  size: (factor: F) => string,
  { facts, paint }: SensitivityView,
): string[] {
  const told = factors.filter(({ distinguishable }) => distinguishable).slice(0, NAMED);
  const named = told.map((factor) => `${factorInShort(facts, factor.id)} (${size(factor)})`);
  const text =
    told.length === 0
      ? 'With this number of episodes nothing moves it beyond chance.'
      : `Most of all ${listed(named)}.`;
  return wrap(paint, text, '  ');
}

/** How many were left out, and how many of all cannot be told from nothing. */
function leftOut(
  factors: readonly { readonly distinguishable: boolean }[],
  shown: number,
  paint: Paint,
): string[] {
  const silent = factors.filter((factor) => !factor.distinguishable).length;
  const more = factors.length - shown;
  const rest = more > 0 ? `${more} weaker ones are left out here and stand in the JSON. ` : '';
  return wrap(
    paint,
    `${rest}Of all ${factors.length}, ${silent} are ${NOTHING} with this number of episodes.`,
    '  ',
  ).map(paint.dim);
}

function tornadoLines(found: Tornado, view: SensitivityView): string[] {
  const { headline: quantity, bars, runs, mean } = found;
  const longest = Math.max(...bars.map(({ change }) => Math.abs(change)));
  const line = ({ id, from, to, change, low, high, distinguishable }: TornadoBar, at: number) => {
    const points = (value: number) => quantityChange(quantity, value);
    const ends = `${quantityValue(quantity, from.mean)} at ${from.at}, ${quantityValue(quantity, to.mean)} at ${to.at}`;
    return [
      ...entry(
        at,
        factorWording(view.facts, id),
        `${points(change)} ${between(points(low), points(high), distinguishable)}`,
        longest === 0 ? 0 : Math.abs(change) / longest,
        view,
      ),
      ...wrap(view.paint, ends, '      ').map(view.paint.dim),
    ];
  };
  // One that changed nothing at all has nothing to show.
  const shown = bars.filter(({ change }) => change !== 0).slice(0, SHOWN);
  const tested = `Each factor at the low and the high end of its range, all others drawn as ever; the same ${thousands(runs)} episodes at every end. ${quantityValue(quantity, mean)} with all of them drawn. Changes are in points, with paired 95% intervals; among ${bars.length} bars about ${Math.round(bars.length / 20)} would leave zero out by chance alone.`;
  return [
    ...foremost(bars, ({ change }) => `${quantityChange(quantity, change)} points`, view),
    ...wrap(view.paint, tested, '  ').map(view.paint.dim),
    '',
    ...shown.flatMap(line),
    ...(shown.length === 0 ? [] : ['']),
    ...leftOut(bars, shown.length, view.paint),
  ];
}

function screeningLines(found: ScreeningAnswer, view: SensitivityView): string[] {
  const { headline: quantity, factors, trajectories } = found;
  const strongest = factors[0]?.muStar ?? 0;
  const points = (value: number) => quantityPoints(quantity, value);
  const line = (factor: ScreenedFactor, at: number) => {
    const { id, mu, from, to, muStar, low, high, sigma, distinguishable } = factor;
    const way = from === null || to === null ? '' : ` from ${from} to ${to}`;
    const signed =
      mu === null ? [] : wrap(view.paint, `mean ${quantityChange(quantity, mu)}${way}`, '      ');
    const lines = entry(
      at,
      factorWording(view.facts, id),
      `effect ${points(muStar)} ${between(points(low), points(high), distinguishable)}; varies by ${points(sigma)}`,
      strongest === 0 ? 0 : muStar / strongest,
      view,
    );
    return [...lines, ...signed.map(view.paint.dim)];
  };
  const shown = factors.filter(({ muStar }) => muStar > 0).slice(0, SHOWN);
  const tested = `What a step of one factor changes, along ${trajectories} paths through all of them, in points for the whole range of the factor. effect: their mean size with its 95% bootstrap interval (mu* of Morris); mean: their mean with its sign, for the way that is told behind it; varies by: how much they differ from place to place (sigma). A decision rule and chance have no order: a step is a change to another one, counted as long as the others' steps.`;
  return [
    ...foremost(factors, ({ muStar }) => `${points(muStar)} points`, view),
    ...wrap(view.paint, tested, '  ').map(view.paint.dim),
    '',
    ...shown.flatMap(line),
    ...(shown.length === 0 ? [] : ['']),
    ...leftOut(factors, shown.length, view.paint),
  ];
}

function sharesLines(found: VarianceShares, view: SensitivityView): string[] {
  const { headline: quantity, factors, rows, mean, knowable, trajectories } = found;
  const said = (name: string, { share, low, high, distinguishable }: ShareOfVariance) =>
    `${name} ${fixed(share, 2)} ${between(fixed(low, 2), fixed(high, 2), distinguishable)}`;
  const line = ({ id, first, total }: FactorShares, at: number) => [
    ...entry(at, factorWording(view.facts, id), said('total', total), Math.min(1, total.share), view),
    ...wrap(
      view.paint,
      said('first', first),
      `      ${' '.repeat(view.draws === false ? 0 : BAR_WIDTH + 1)}`,
      '      ',
    ),
  ];
  const chosen =
    trajectories === 0 ? '' : ` The factors of the world were chosen by ${trajectories} trajectories.`;
  const tested = `Shares of the variance of a single episode's ${quantity.unit === 'probability' ? 'yes or no' : 'value'} (mean ${quantityValue(quantity, mean)}), ${thousands(rows)} rows in each design, with 95% bootstrap intervals. first: what a factor brings by itself; total: with all its interactions, those with chance among them, so totals add up to more than one.${chosen}`;
  const known = `If world and rules were known, chance would leave ${percent(1 - knowable, 0)} of the variance; what can be known explains ${percent(knowable, 0)}.`;
  const whole = factors.map(({ id, total }) => ({ id, ...total }));
  return [
    ...foremost(whole, ({ share }) => `${percent(share, 0)} of the variance`, view),
    ...wrap(view.paint, tested, '  ').map(view.paint.dim),
    ...wrap(view.paint, known, '  '),
    '',
    ...factors.flatMap(line),
  ];
}

/** Refuses what lacks a field of its method. */
function checkFound(found: Sensitivity): void {
  checkAnswer('found', found, SENSITIVITY);
  checkKnown('found.method', found.method, METHODS);
  switch (found.method) {
    case 'tornado':
      return checkAnswer('found', found, TORNADO);
    case 'morris':
      return checkAnswer('found', found, SCREENING);
    case 'sobol':
      return checkAnswer('found', found, SHARES);
  }
}

function linesOf(found: Sensitivity, view: SensitivityView): string[] {
  switch (found.method) {
    case 'tornado':
      return tornadoLines(found, view);
    case 'morris':
      return screeningLines(found, view);
    case 'sobol':
      return sharesLines(found, view);
  }
}

/**
 * The analysis as a screen of the width of its paint (the last line, a command, is never broken). Pure.
 * @param found - What moves the quantity of interest, as `sensitivity` gives it by any of its methods.
 * @param view - Facts for labels, colours and width, the command for the last line, and whether bars may be drawn.
 * @throws InputError when `found` is no answer of `sensitivity`, or something of the view is none.
 *
 * @example
 * const found = sensitivity('kuala-lumpur-2025', { method: 'tornado', output: 'held', runs: 2 });
 * sensitivityText(found, { facts, paint: PLAIN, command: 'detente sensitivity kuala-lumpur-2025' })
 */
export function sensitivityText(found: Sensitivity, view: SensitivityView): string {
  checkFound(found);
  checkView(view, VIEW);
  return asGiven('found', [found, view], () => {
    const { paint, command } = view;
    return screen(paint, [
      ...wrap(paint, `What moves “${found.headline.title}” in ${found.scenario}`).map(paint.bold),
      ...linesOf(found, view),
      ...wrap(paint, 'By the model alone, pooled with no base rate.', '  ').map(paint.dim),
      '',
      ...signatureLines(paint, {
        version: found.version,
        made: `${found.method}, ${thousands(found.episodes)} episodes, seed ${JSON.stringify(found.seed)}`,
        command,
      }),
    ]);
  });
}
