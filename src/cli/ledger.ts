/** `detente ledger`: what was in force on a day of the record, the layers over time, or computed averages beside published ones. */
import type { Paint } from '../report/wording/text';
import type { Facts } from '../facts/schema';
import { FACTS } from './own-options';
import { command, flag, option, text } from './row';
import { BadInput, quoted } from './terminal';

/** What was found of the record: a value for JSON, and its screen. */
interface Found {
  readonly value: unknown;
  readonly screen: (paint: Paint) => string;
}

/** Refuses a day that the record does not have, or that is none. */
async function checkRecordDay(text: string, name: string, facts: Facts): Promise<void> {
  const { isIsoDate } = await import('../kit/calendar');
  const { recordSpan } = await import('../facts/record-span');
  const { first, last, note } = recordSpan(facts);
  if (!isIsoDate(text)) {
    throw new BadInput(
      `${name} takes a day that exists, written YYYY-MM-DD, from ${first} to ${last}; given ${quoted(text)}.`,
    );
  }
  if (text < first || text > last)
    throw new BadInput(
      `the record runs from ${first} to ${last}; given ${text}.${text > last && note !== null ? ` ${note}` : ''}`,
    );
}

/** The layers of both directions over time. */
async function overTime(facts: Facts): Promise<Found> {
  const { ledgerChart, stackedDays } = await import('../report/screens/ledger-chart');
  return {
    value: { usOnCn: stackedDays(facts, 'usOnCn'), cnOnUs: stackedDays(facts, 'cnOnUs') },
    screen: (paint) => ledgerChart(facts, paint),
  };
}

/** The computed averages beside the published ones. */
async function besidePublished(facts: Facts): Promise<Found> {
  const { averagesReport, averagesText } = await import('../report/screens/averages');
  const value = averagesReport(facts);
  return { value, screen: (paint) => averagesText(value, paint) };
}

async function onDay(day: string, facts: Facts): Promise<Found> {
  const { ledgerOn, ledgerText } = await import('../report/screens/ledger');
  const value = ledgerOn(facts, day);
  return { value, screen: (paint) => ledgerText(value, facts, paint) };
}

/** The command. */
export const ledger = command({
  name: 'ledger',
  about: 'what was in force: on a day, or the layers over time',
  options: {
    at: option('--at <date>', 'the day, YYYY-MM-DD, from 2018-01-01 to the last day of the record', text),
    published: flag('--published', 'the computed averages beside the published ones'),
    ...FACTS,
  },
  run: async ({ options: { at, published }, facts: asked }) => {
    if (at !== undefined && published)
      throw new BadInput(
        '--at and --published exclude each other: the published averages are of days of their own.',
      );
    const facts = await asked();
    if (at !== undefined) await checkRecordDay(at, '--at', facts);
    return published ? besidePublished(facts) : at === undefined ? overTime(facts) : onDay(at, facts);
  },
  json: ({ value }) => value,
  screen: async ({ screen }, { paint }) => screen(await paint()),
});
