/** The answer in a few sentences: what a reader of a page or a screen sees before any figure. */
import { visible } from './visible';
import { asGiven, checkAnswer } from '../../kit/answer-form';
import { formatDate } from '../../kit/calendar';
import { PARTY_IDS } from '../../model/actor';
import type { TariffDirection } from '../../model/tariff';
import { checkFacts, type BareFacts } from '../../facts/bare';
import { wayOf } from '../../ensemble/average-way';
import type { AverageTariff, Projection } from '../../ensemble/projection';
import type { ShareInterval } from '../../kit/statistics';
import { PROJECTION } from './answer-forms';
import { fixed, listed, partyName, percent, wholePercents } from './text';

/** A probability with its interval: `48.9% (44.8 to 53.1)`. */
export function chance({ p, low, high }: ShareInterval): string {
  return `${percent(p)} (${fixed(100 * low, 1)} to ${fixed(100 * high, 1)})`;
}

/** Whose duties on whose goods. */
export function directionName(direction: TariffDirection): string {
  return direction === 'usOnCn' ? 'American duties on Chinese goods' : 'Chinese duties on American goods';
}

/** Classes that are named beside the sum of the deals. */
const CLASSES_NAMED = 3;

/** How the meeting ends, or why that is not told: the sum of the deals first, then the likeliest classes. */
export function outcomeSentence({ outcomes, deal, noMeeting }: Projection): string {
  if (outcomes === null) return `There is no outcome of a meeting: ${noMeeting}.`;
  const named = outcomes
    .filter(({ p }) => p > 0)
    .sort((a, b) => b.p - a.p)
    .slice(0, CLASSES_NAMED)
    .map((outcome) => `“${outcome.title}” ${chance(outcome)}`);
  const sum = deal === null ? '' : `A deal of some kind: ${chance(deal)}. `;
  return named.length === 0
    ? `${sum}No outcome class is asked about.`
    : `${sum}Likeliest: ${named.join(', ')}.`;
}

const ISSUES_NAMED = 2;
/** Below this chance of at least half an issue is not what a deal would hold. */
const LEAST_GRANTED = 0.2;

/** What would most likely be granted, by side; null where nothing is on the table or nothing likely enough. */
export function contentSentence({ issues }: Projection, facts: BareFacts): string | null {
  const sides = PARTY_IDS.flatMap((giver) => {
    const granted = (issues ?? [])
      .filter((issue) => issue.giver === giver && issue.pHalf >= LEAST_GRANTED)
      .sort((a, b) => b.pHalf - a.pHalf)
      .slice(0, ISSUES_NAMED)
      .map(({ label, pHalf }) => `“${label}” (${percent(pHalf, 0)})`);
    return granted.length === 0 ? [] : [`by ${partyName(facts, giver)} ${listed(granted)}`];
  });
  return sides.length === 0 ? null : `Most often granted, at least by half: ${sides.join('; ')}.`;
}

/** The day of which averages are told, as the end of a sentence. */
export function twoWeeksAfter({ meeting }: Projection): string {
  return meeting === null
    ? 'two weeks from then'
    : `two weeks after the meeting of ${formatDate(meeting.on)}`;
}

/** How often an average is then lower, the same and higher: whole per cents that add up. */
export const waysOf = ({ pDown, pSame, pUp }: AverageTariff['end']): readonly string[] =>
  wholePercents([pDown, pSame, pUp]);

function ways({ end }: AverageTariff): string {
  const [down, same, up] = waysOf(end);
  return `lower in ${down} of the runs, the same in ${same} and higher in ${up}`;
}

/** Which way both averages go. */
export function dutiesSentence(projection: Projection): string {
  const { usOnCn, cnOnUs } = projection.averageTariffPct;
  return `American duties on Chinese goods, ${fixed(usOnCn.today, 1)}% on average on ${formatDate(projection.today)}, are ${ways(usOnCn)} ${twoWeeksAfter(projection)}; Chinese duties on American goods, ${fixed(cnOnUs.today, 1)}%, are ${ways(cnOnUs)}.`;
}

/** An average from here on is a trade war of the kind of April 2025, per cent. */
const HIGH_PCT = 100;

/** Where American duties go if they rise: the commonest level, and how often the average is very high at least. */
function risen({ averageTariffPct: { usOnCn } }: Projection): string {
  const levels = usOnCn.end.levels.flatMap(({ pct, p }) => (pct === 'other' ? [] : [{ pct, p }]));
  const [commonest] = levels.filter(({ pct }) => wayOf(usOnCn.today, pct) === 'up');
  if (commonest === undefined) return '';
  const high = levels.reduce((sum, { pct, p }) => sum + (pct >= HIGH_PCT ? p : 0), 0);
  const very = high > 0 ? `; they average ${HIGH_PCT}% or more in at least ${percent(high)}` : '';
  return ` Where American duties rise, they go most often to ${fixed(commonest.pct, 1)}% (${percent(commonest.p)} of the runs)${very}.`;
}

/** The bad end: new coercion, and how high duties go where they rise. */
export function tailSentence(projection: Projection): string {
  const when =
    projection.meeting === null
      ? 'two weeks from today'
      : 'two weeks after the planned day, whether or not the meeting is held';
  return `New coercion, ordered from tomorrow on and in force ${when}: ${chance(projection.newCoercion)}.${risen(projection)}`;
}

/** Days at which the answer tells how long a truce lasts. */
const LASTING_DAYS = 90;

/** How long a truce lasts; null where there is none or the horizon comes first. */
export function truceSentence({ truce, meeting }: Projection): string | null {
  const at = (curve: keyof typeof truce) => truce[curve]?.find((point) => point?.days === LASTING_DAYS);
  const [text, unbroken] = [at('text'), at('unbroken')];
  const after = meeting === null ? 'tomorrow' : 'on the day after the meeting';
  return text && unbroken
    ? `Where a text is in force ${after}, it still is ${LASTING_DAYS} days on in ${chance(text)} of the runs, and no breach has been documented by then in ${chance(unbroken)}.`
    : null;
}

/**
 * The whole answer in sentences: how it ends, what is in it, which way duties go, how long it lasts, and the bad end. Pure.
 * @param projection - The projection that is told, as `project` gives it.
 * @param facts - Facts for the labels of issues and parties.
 * @throws InputError when the projection is no answer of `project`, or the facts are none.
 *
 * @example answerSentences(project('kuala-lumpur-2025', { runs: 20 }), facts)[0]
 */
export function answerSentences(projection: Projection, facts: BareFacts): string[] {
  checkAnswer('projection', projection, PROJECTION);
  checkFacts('facts', facts);
  return asGiven('projection', [projection, facts], () => {
    return [
      outcomeSentence(projection),
      contentSentence(projection, facts),
      dutiesSentence(projection),
      truceSentence(projection),
      tailSentence(projection),
    ].flatMap((text) => (text === null ? [] : [visible(text)]));
  });
}
