/** `detente ledger`: what was in force on a day of the record, the layers over time, or computed averages beside published ones. */
import type { Paint } from '../report/wording/text';
import { command, flag, option, type Reader } from './row';
import { BadInput, quoted } from './terminal';

/** What was found of the record: a value for JSON, and its screen. */
interface Found {
  readonly value: unknown;
  readonly screen: (paint: Paint) => string;
}

const recordDay: Reader<string> = async (text, name) => {
  const { isIsoDate } = await import('../kit/calendar');
  const { facts } = await import('../facts/packaged');
  const { recordSpan } = await import('../report/screens/ledger');
  const { first, last } = recordSpan(facts);
  if (!isIsoDate(text)) {
    throw new BadInput(
      `${name} takes a day that exists, written YYYY-MM-DD, from ${first} to ${last}; given ${quoted(text)}.`,
    );
  }
  if (text < first || text > last)
    throw new BadInput(`the record runs from ${first} to ${last}; given ${text}.`);
  return text;
};

/** The layers of both directions over time. */
async function overTime(): Promise<Found> {
  const { facts } = await import('../facts/packaged');
  const { ledgerChart, stackedDays } = await import('../report/screens/ledger-chart');
  return {
    value: { usOnCn: stackedDays(facts, 'usOnCn'), cnOnUs: stackedDays(facts, 'cnOnUs') },
    screen: (paint) => ledgerChart(facts, paint),
  };
}

/** The computed averages beside the published ones. */
async function besidePublished(): Promise<Found> {
  const { facts } = await import('../facts/packaged');
  const { averagesReport, averagesText } = await import('../report/screens/averages');
  const value = averagesReport(facts);
  return { value, screen: (paint) => averagesText(value, paint) };
}

async function onDay(day: string): Promise<Found> {
  const { facts } = await import('../facts/packaged');
  const { ledgerOn, ledgerText } = await import('../report/screens/ledger');
  const value = ledgerOn(facts, day);
  return { value, screen: (paint) => ledgerText(value, facts, paint) };
}

/** The command. */
export const ledger = command({
  name: 'ledger',
  about: 'what was in force: on a day, or the layers over time',
  options: {
    at: option('--at <date>', 'the day, YYYY-MM-DD', recordDay),
    published: flag('--published', 'the computed averages beside the published ones'),
  },
  run: ({ options: { at, published } }) =>
    published ? besidePublished() : at === undefined ? overTime() : onDay(at),
  json: ({ value }) => value,
  screen: async ({ screen }, { paint }) => screen(await paint()),
});
