/**
 * Rates of the year after a meeting, counted in the record: how often the sides talk, ease, list, answer, take back and find.
 *
 * Each rate has its count n and its exposure, and is shrunk to a prior that stands beside it, with the weight of one event: a
 * gamma law for what comes so often a year, a beta law for a share. Low and high are the 10th and the 90th percentile. They are
 * what `src/data/parameters/year.json` holds, to two digits; a test sets the two side by side. `npm run rates` writes the table
 * into `docs/model.md`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eventsOf } from '../src/facts/acts';
import { facts } from '../src/facts/packaged';
import { foldedTo } from '../src/facts/fold';
import type { Event } from '../src/actions/index';
import { stepInPlace } from '../src/engine/apply';
import { passInPlace } from '../src/engine/replay';
import { addDays, daysBetween } from '../src/kit/calendar';
import { otherParty, PARTY_IDS, type PartyId } from '../src/model/actor';
import type { CoerciveAct } from '../src/model/coercion';
import { each } from '../src/model/column';
import { copyState } from '../src/model/copy-state';
import { findMeasure, type MeasureLife } from '../src/model/measure';
import type { State } from '../src/model/state';
import { averageTariffPct } from '../src/model/tariff';
import { isBinding } from '../src/model/truce';
import { formattedAs, withPart } from './marked-parts';
import { EPISODES, yearOfBase } from './year-of-base';

/** A rate counted in the record. */
export interface Rate {
  /** The parameter that it is for; null where it stands for comparison alone. */
  readonly parameter: string | null;
  readonly what: string;
  /** Events counted, and the years of exposure or the number of occasions. */
  readonly n: number;
  readonly of: number;
  readonly unit: 'a year' | 'share';
  readonly prior: number;
  readonly low: number;
  readonly central: number;
  readonly high: number;
}

const YEAR = 365.25;
/** The last day of the record on which rates may rest. */
const RECORD_END = '2025-11-10';
/** Calendar years in which the two sides disputed over trade. */
const DISPUTED = ['2018', '2019', '2025'];
/** A measure is fresh in its first year in force. */
const FRESH_DAYS = 365;
/** An average American duty from which both sides hurt as in April 2025, per cent. */
const HEAVY_PCT = 100;
const ANSWER_DAYS = 14;
/** Days after a text, a framework or a meeting in which an act may be its price. */
const DEAL_DAYS = 45;

const Z90 = 1.2816;
/** A quantile of a gamma law of shape k and rate 1 at a normal deviate (Wilson and Hilferty 1931). */
const gammaAt = (k: number, z: number): number => k * (1 - 1 / (9 * k) + z / (3 * Math.sqrt(k))) ** 3;

type Counted = Pick<Rate, 'parameter' | 'what' | 'n' | 'of' | 'prior'>;

function aYear(counted: Counted): Rate {
  const shape = counted.n + 1;
  const exposure = counted.of + 1 / counted.prior;
  const at = (z: number) => Math.max(0, gammaAt(shape, z) / exposure);
  return { ...counted, unit: 'a year', low: at(-Z90), central: shape / exposure, high: at(Z90) };
}

function share(counted: Counted): Rate {
  const occasions = counted.of + 1;
  const p = (counted.n + counted.prior) / occasions;
  const spread = Math.sqrt((p * (1 - p)) / occasions + Z90 ** 2 / (4 * occasions ** 2));
  const middle = (p + Z90 ** 2 / (2 * occasions)) / (1 + Z90 ** 2 / occasions);
  const half = (Z90 * spread) / (1 + Z90 ** 2 / occasions);
  return { ...counted, unit: 'share', low: middle - half, central: p, high: middle + half };
}

/** A day of the record: what stood in the evening, and what was done. */
interface Day {
  readonly on: string;
  readonly text: boolean;
  readonly heavy: boolean;
  readonly fresh: Readonly<Record<PartyId, boolean>>;
  readonly events: readonly { readonly event: Event; readonly before: MeasureLife | null }[];
}

const isDisputed = (on: string) => DISPUTED.includes(on.slice(0, 4));

/** Whether a side has a measure of its own against the other in force that is fresh, or holds purchases back. */
function hasFresh(state: State, party: PartyId): boolean {
  for (const column of [state.tariff, state.control, state.portFee])
    for (const measure of each<MeasureLife>(column)) if (isFresh(state, measure, party)) return true;
  return each(state.flows).some(({ buyer, status }) => buyer === party && status === 'halted');
}

const general = new Set(
  facts.authorities.filter(({ hitsAllCountries }) => hitsAllCountries).map(({ id }) => id),
);

const isFresh = (state: State, { imposer, authority, status, since }: MeasureLife, party: PartyId): boolean =>
  imposer === party &&
  status === 'in-force' &&
  !general.has(authority) &&
  daysBetween(since, state.today) <= FRESH_DAYS;

/** The record day by day from its start to its end. */
function recordDays(): { readonly days: readonly Day[]; readonly state: State } {
  const acts = eventsOf(facts);
  const state = copyState(foldedTo(facts, facts.start.on));
  const days: Day[] = [];
  let next = acts.findIndex(({ on }) => on > facts.start.on);
  for (let on = addDays(facts.start.on, 1); on <= RECORD_END; on = addDays(on, 1)) {
    passInPlace(state, on);
    const fresh = { US: hasFresh(state, 'US'), CN: hasFresh(state, 'CN') };
    const [text, heavy] = [isBinding(state.truce), averageTariffPct(state, 'usOnCn') >= HEAVY_PCT];
    const events: Day['events'][number][] = [];
    for (; next < acts.length && acts[next]!.on === on; next += 1) {
      const event = acts[next]!;
      const measure = 'id' in event ? findMeasure(state, event.id) : undefined;
      events.push({ event, before: measure === undefined ? null : { ...measure } });
      stepInPlace(state, event);
    }
    days.push({ on, text, heavy, fresh, events });
  }
  return { days, state };
}

const { days: DAYS, state: LAST } = recordDays();

const yearsOf = (wanted: (day: Day) => boolean): number => DAYS.filter(wanted).length / YEAR;
const count = (wanted: (event: Event, day: Day) => boolean): number =>
  DAYS.reduce((sum, day) => sum + day.events.filter(({ event }) => wanted(event, day)).length, 0);

const TAKES_BACK = /\.(cut|ease|suspend|withdraw|resume)$/;

/** Days on which a side took something fresh of its own back; what comes within two weeks of the last is the same decision. */
function reversals(party: PartyId, heavy: boolean): string[] {
  const found: string[] = [];
  for (const day of DAYS) {
    if (day.heavy !== heavy || !day.events.some((told) => takesBack(told, day, party))) continue;
    const last = found.at(-1);
    if (last === undefined || daysBetween(last, day.on) > ANSWER_DAYS) found.push(day.on);
  }
  return found;
}

function takesBack({ event, before }: Day['events'][number], { on }: Day, party: PartyId): boolean {
  if (event.actor !== party || !TAKES_BACK.test(event.type)) return false;
  if (event.type === 'purchase.resume') return true;
  return (
    before !== null && !event.type.startsWith('listing') && isFresh({ ...LAST, today: on }, before, party)
  );
}

/** Of the days on which either side took something back, those on which the other did so within two weeks. */
function followed(): { readonly n: number; readonly of: number } {
  const of = {
    US: [...reversals('US', false), ...reversals('US', true)],
    CN: [...reversals('CN', false), ...reversals('CN', true)],
  };
  const near = (on: string, days: readonly string[]) =>
    days.some((day) => Math.abs(daysBetween(on, day)) <= ANSWER_DAYS);
  const joint = of.US.filter((on) => near(on, of.CN)).length;
  const alone = of.US.length - joint + of.CN.filter((on) => !near(on, of.US)).length;
  return { n: joint, of: joint + alone };
}

const bothSides = (of: (party: PartyId) => number): number => of('US') + of('CN');

/** Days of a text, a framework or a meeting. */
const DEALS = DAYS.filter(({ events }) =>
  events.some(
    ({ event }) =>
      event.type === 'agreement.reach' ||
      event.type === 'truce.conclude' ||
      (event.type === 'talks.conclude' && (event.readout === 'framework' || event.readout === 'deal')),
  ),
).map(({ on }) => on);
const isAfterDeal = (on: string) => DEALS.some((deal) => deal <= on && daysBetween(deal, on) <= DEAL_DAYS);

/** Whether an act eases something of its own in a year of dispute, and no deal was made before it that it could perform. */
function isUnpaidEasing(event: Event, { on, events }: Day): boolean {
  if (!PARTY_IDS.some((party) => party === event.actor) || !isDisputed(on) || isAfterDeal(on)) return false;
  if (!TAKES_BACK.test(event.type) && !/\.(postpone|put-off)$/.test(event.type)) return false;
  if ('traded' in event && event.traded) return false;
  const before = events.find((told) => told.event === event)?.before ?? null;
  // What is ordered and changed on one day is one act, and a statute's own step is nobody's.
  return before === null || (before.since < on && !general.has(before.authority));
}

const COERCIVE: readonly CoerciveAct[] = LAST.coercion.filter(({ by, measure }) => {
  const authority = findMeasure(LAST, measure)?.authority;
  return by !== undefined && (authority === undefined || !general.has(authority));
});

const KINDS = ['control', 'listing', 'tariff'] as const;

/** Days of a side's controls and listings in years of dispute, each with the kinds of the other side's acts of the two weeks after. */
function answersToControls(party: PartyId) {
  const strikes = COERCIVE.filter(
    ({ by, kind, on }) => by === party && isDisputed(on) && kind !== 'tariff' && kind !== 'flows',
  );
  const days = [...new Set(strikes.map(({ on }) => on))];
  return days.map((on) =>
    KINDS.filter((kind) =>
      COERCIVE.some(
        (act) =>
          act.by === otherParty(party) &&
          act.kind === kind &&
          act.on >= on &&
          daysBetween(on, act.on) <= ANSWER_DAYS,
      ),
    ),
  );
}

/** Days of listings while a text stood, with whether the other side pressed within two weeks. */
function listingsUnderText() {
  const days = new Map(DAYS.map((day) => [day.on, day]));
  const listed = COERCIVE.filter(({ kind, on }) => kind === 'listing' && days.get(on)!.text);
  const acts = [...new Map(listed.map((act) => [`${act.by}${act.on}`, act])).values()];
  return acts.map(({ by, on }) => ({
    by,
    on,
    answered: COERCIVE.some((act) => act.by !== by && act.on >= on && daysBetween(on, act.on) <= ANSWER_DAYS),
  }));
}

const found = (statute: (authority: string) => boolean) => {
  const probes = each(LAST.probes).filter(({ authority }) => statute(authority));
  const decided = probes.filter(({ status }) => status !== 'open' && status !== 'suspended');
  return { n: decided.filter(({ status }) => status === 'affirmative').length, of: decided.length };
};

/** All rates, in the order of the parameters. */
export function yearRates(): Rate[] {
  const listings = listingsUnderText();
  const answers = PARTY_IDS.flatMap(answersToControls);
  const answeredWith = (kind: (typeof KINDS)[number]) =>
    answers.filter((kinds) => kinds.includes(kind)).length;
  const withText = yearsOf(({ text }) => text);
  const disputed = yearsOf(({ on }) => isDisputed(on));
  return [
    aYear({
      parameter: 'year.reversals',
      what: 'a side takes back a measure of its first year without a deal in the 45 days before, days of an American average below 100 %',
      n: bothSides((party) => reversals(party, false).filter((on) => !isAfterDeal(on)).length),
      of: bothSides((party) => yearsOf(({ fresh, heavy }) => fresh[party] && !heavy)),
      prior: 1,
    }),
    aYear({
      parameter: null,
      what: 'the same, with or without a deal',
      n: bothSides((party) => reversals(party, false).length),
      of: bothSides((party) => yearsOf(({ fresh, heavy }) => fresh[party] && !heavy)),
      prior: 1,
    }),
    aYear({
      parameter: null,
      what: 'the same with or without a deal, days of an American average of 100 % and more',
      n: bothSides((party) => reversals(party, true).length),
      of: bothSides((party) => yearsOf(({ fresh, heavy }) => fresh[party] && heavy)),
      prior: 5,
    }),
    share({
      parameter: 'year.reversalFollowed',
      what: 'of such decisions, those that the other side took within 14 days as well',
      ...followed(),
      prior: 0.5,
    }),
    aYear({
      parameter: 'year.rounds',
      what: 'rounds while a text stood',
      n: count(({ type }, { text }) => text && type === 'talks.conclude'),
      of: withText,
      prior: 6,
    }),
    aYear({
      parameter: 'year.calls',
      what: 'calls of the leaders, years of dispute',
      n: count(({ type }, { on }) => isDisputed(on) && type === 'talks.leaders-call'),
      of: disputed,
      prior: 2,
    }),
    aYear({
      parameter: 'year.summits',
      what: 'meetings of the leaders, years of dispute',
      n: count(({ type }, { on }) => isDisputed(on) && type === 'meeting.hold'),
      of: disputed,
      prior: 1,
    }),
    aYear({
      parameter: 'year.easings',
      what: 'easings by a side without a deal in the 45 days before, years of dispute',
      n: count(isUnpaidEasing),
      of: 2 * disputed,
      prior: 0.5,
    }),
    aYear({
      parameter: 'year.listings',
      what: 'listings by a side while a text stood',
      n: listings.length,
      of: 2 * withText,
      prior: 1,
    }),
    share({
      parameter: 'year.listingAnswered',
      what: 'such listings after which the other side pressed within 14 days',
      n: listings.filter(({ answered }) => answered).length,
      of: listings.length,
      prior: 0.5,
    }),
    ...KINDS.map((kind) =>
      share({
        parameter: `year.answeredBy${kind === 'control' ? 'Control' : kind === 'listing' ? 'Listing' : 'Duty'}`,
        what: `days of controls and listings of a side after which the other came with a ${kind === 'tariff' ? 'duty' : kind} within 14 days`,
        n: answeredWith(kind),
        of: answers.length,
        prior: 0.25,
      }),
    ),
    share({
      parameter: 'year.findsUs',
      what: 'American investigations decided, last with a finding',
      ...found((authority) => authority.startsWith('s')),
      prior: 0.75,
    }),
    share({
      parameter: 'year.findsCn',
      what: 'Chinese investigations decided, last with a finding',
      ...found((authority) => authority.startsWith('cn')),
      prior: 0.5,
    }),
  ];
}

/** A number to two digits. */
export const twoDigits = (x: number): number => Number(x.toPrecision(2));

const PAGE = fileURLToPath(new URL('../docs/model.md', import.meta.url));
/** A part of that page, by the name in its marks. */
const partOf = (name: string) => ({ page: 'docs/model.md', name });

/** A year of the base scenario beside the record, as the documentation prints it. */
export function yearTable(): string {
  const rows = yearOfBase(yearRates()).map(({ what, aYear: found, rate: { low, central, high } }) =>
    [what, String(twoDigits(found)), `${twoDigits(low)} **${twoDigits(central)}** ${twoDigits(high)}`].join(
      ' | ',
    ),
  );
  const head = [
    `a year, from the fifteenth day after the meeting | base scenario, ${EPISODES} episodes | record: 10 %, mean, 90 %`,
    '--- | ---: | ---',
  ];
  return [...head, ...rows].map((row) => `| ${row} |`).join('\n');
}

/** The table of rates as the documentation prints it. */
export function ratesTable(): string {
  const rows = yearRates().map(({ parameter, what, n, of, unit, prior, low, central, high }) =>
    [
      what,
      String(n),
      unit === 'a year' ? `${of.toFixed(1)} years` : String(of),
      String(prior),
      `${twoDigits(low)} **${twoDigits(central)}** ${twoDigits(high)}`,
      facts.parameters.some(({ name }) => name === parameter) ? `\`${parameter ?? ''}\`` : '',
    ].join(' | '),
  );
  const head = [
    'what | n | of | prior | 10 %, mean, 90 % | parameter',
    '--- | ---: | ---: | ---: | --- | ---',
  ];
  return [...head, ...rows].map((row) => `| ${row} |`).join('\n');
}

/** The page with the tables written anew. Throws where it has no marks for them. */
export async function pageWithRates(): Promise<{ readonly now: string; readonly then: string }> {
  const now = readFileSync(PAGE, 'utf8');
  const text = withPart(
    withPart(now, partOf('rates'), ratesTable()),
    partOf('year of the base'),
    yearTable(),
  );
  return { now, then: await formattedAs(PAGE, text) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PAGE, (await pageWithRates()).then);
