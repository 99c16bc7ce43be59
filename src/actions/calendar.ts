/**
 * The calendar and the day's accruals: how time passes and how what was felt that day enters the record.
 *
 * The day moves on only when nothing is due, and never past the next deadline, so that what lapses by itself happens
 * on its date. Accruals are the payload that theory computed; the machine stores them and asks nothing.
 */
import { dayAfter, fromDayNumber, toDayNumber } from '../kit/calendar';
import { earliestDeadline } from '../model/deadline';
import type { Gauges } from '../model/gauges';
import { defineAction } from './action-type';
import { dateFrom, fieldAsked, numberFrom, structure, type Domain, type Parts } from './domain';
import { isoDate, type Zod } from './fields';
import { always, depends } from './rules';

const DAY = '2025-10-25';
/** The calendar moves at most a year at once, so that a slip of the pen does not end the record; in days. */
export const LONGEST_STEP_DAYS = 366;
/** The record ends twenty years before the calendar does, so that every date ahead of an event exists. */
export const LAST_DAY = '9979-12-31';

const pairSchema = (z: Zod) => z.strictObject({ US: z.number(), CN: z.number() });
const gaugesSchema = (z: Zod) =>
  z.strictObject({
    pain: pairSchema(z),
    audience: pairSchema(z),
    credibility: pairSchema(z),
    inventoryMonths: z.number(),
    shortage: z.number(),
    farmPain: z.number(),
    drawdownPct: z.number(),
  });
const noGauges: Gauges = {
  pain: { US: 0, CN: 0 },
  audience: { US: 0, CN: 0 },
  credibility: { US: 0.43, CN: 0.43 },
  inventoryMonths: 2.5,
  shortage: 0,
  farmPain: 0,
  drawdownPct: 0,
};

/** Stocks and costs are not negative. */
const isAmount = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value < Infinity;
/** Beliefs and shares lie from 0 to 1. */
const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

// One for each kind of pair: a check that is handed over costs every event of an episode in place a twentieth.
type Pair = Readonly<Record<'US' | 'CN', unknown>>;

const areAmounts = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && isAmount((value as Pair).US) && isAmount((value as Pair).CN);
const areShares = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && isShare((value as Pair).US) && isShare((value as Pair).CN);

// Each field by its name: the gauges of every day of every episode are asked.
function areGauges(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { pain, audience, credibility, inventoryMonths, shortage, farmPain, drawdownPct } = value as Record<
    string,
    unknown
  >;
  return (
    areAmounts(pain) &&
    areAmounts(audience) &&
    areShares(credibility) &&
    isAmount(inventoryMonths) &&
    isShare(shortage) &&
    isAmount(farmPain) &&
    isAmount(drawdownPct)
  );
}

/** A copy, so that the state shares nothing with the event that brought it. */
/** A copy, so that the state shares nothing with the event that brought it. */
function copyOf({
  pain,
  audience,
  credibility,
  inventoryMonths,
  shortage,
  farmPain,
  drawdownPct,
}: Gauges): Gauges {
  return {
    pain: { US: pain.US, CN: pain.CN },
    audience: { US: audience.US, CN: audience.CN },
    credibility: { US: credibility.US, CN: credibility.CN },
    inventoryMonths,
    shortage,
    farmPain,
    drawdownPct,
  };
}

const FROM_NOUGHT = numberFrom(0, Number.MAX_SAFE_INTEGER);
/** Gauges that are shares. */
const SHARES: readonly string[] = ['credibility', 'shortage'];
/** How gauges are put together: a number for each, or one for each side. */
const gaugesParts = (): Parts => ({
  kind: 'fields',
  by: () =>
    Object.entries(noGauges).map(([name, gauge]) => {
      const domain = SHARES.includes(name) ? numberFrom(0, 1) : FROM_NOUGHT;
      if (typeof gauge === 'number') return fieldAsked(name, null, domain);
      const sides = [fieldAsked('US', 'of the United States', domain), fieldAsked('CN', 'of China', domain)];
      return { name, label: null, of: { kind: 'fields', by: () => sides } };
    }),
});
const ANY_GAUGES: Domain = structure(
  'the gauges of the day, none below 0, credibility and shortage at most 1',
  areGauges,
  noGauges,
  gaugesParts,
);

/** The action types of the calendar, of markets and of accruals. */
export const calendarActions = [
  defineAction({
    type: 'calendar.advance',
    actors: ['calendar'],
    touches: [],
    doc: 'The day moves on, at most to the next deadline.',
    cites: ['stylised'],
    fields: (z) => ({ to: isoDate(z, 'The next day') }),
    subject: null,
    subjects: () => [''],
    rules: [],
    domains: {
      to: {
        ...depends(
          'calendar/past-a-deadline',
          'The day moves to a later one, at most to the day on which the calendar must act next.',
          (state) => {
            const today = toDayNumber(state.today);
            const first = fromDayNumber(today + 1);
            const last = fromDayNumber(today + LONGEST_STEP_DAYS);
            const next = earliestDeadline(state);
            if (next === null || next >= last) return dateFrom(first, last < LAST_DAY ? last : LAST_DAY);
            // A threat of today leaves its author the rest of the day, so its deadline may lie on today.
            return dateFrom(first, next > first ? next : first);
          },
        ),
        // The next day never lies past a deadline.
        surely: (state, value) => value === dayAfter(state.today) && state.today < LAST_DAY,
      },
    },
    effect: (draft, event) => {
      draft.today = event.to;
    },
    examples: [{ type: 'calendar.advance', actor: 'calendar', on: DAY, to: '2025-10-26' }],
  }),
  defineAction({
    type: 'economy.accrue',
    actors: ['calendar'],
    touches: [],
    doc: 'The day closes: what measures cost and what was believed, as the theory computed it.',
    cites: ['stylised'],
    fields: (z) => ({
      gauges: gaugesSchema(z).describe('Pain, audience cost, beliefs and stocks at the end of the day'),
    }),
    subject: null,
    subjects: () => [''],
    rules: [],
    domains: {
      gauges: always('economy/no-gauges', 'A day closes with the gauges of both sides.', ANY_GAUGES),
    },
    effect: (draft, event) => {
      draft.gauges = copyOf(event.gauges);
    },
    examples: [{ type: 'economy.accrue', actor: 'calendar', on: DAY, gauges: noGauges }],
  }),
  defineAction({
    type: 'market.move',
    actors: ['market'],
    touches: [],
    doc: 'Equities and bond yields move in one day.',
    cites: ['stylised'],
    fields: (z) => ({
      equityPct: z.number().describe('Change of the American equity index, per cent'),
      yieldBp: z.number().describe('Change of the ten-year yield, basis points'),
    }),
    subject: null,
    subjects: () => [''],
    rules: [],
    domains: {
      equityPct: always(
        'market/out-of-range',
        'A day moves equities by less than half.',
        numberFrom(-50, 50),
      ),
      yieldBp: always(
        'market/out-of-range',
        'A day moves yields by at most 300 basis points.',
        numberFrom(-300, 300),
      ),
    },
    effect: (draft, event) => {
      draft.market = { on: draft.today, equityPct: event.equityPct, yieldBp: event.yieldBp };
    },
    examples: [{ type: 'market.move', actor: 'market', on: '2025-10-10', equityPct: -2.7, yieldBp: -9 }],
  }),
];
