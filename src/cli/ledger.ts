/** `detente ledger`: what was in force on a day of the record. */
import type { Command } from 'commander';
import { BadInput, json, paintFor, quoted, type Answer, type Terminal } from './terminal';

/** The layers of both directions over time. */
async function overTime(asJson: boolean, terminal: Terminal): Promise<string> {
  const { facts } = await import('../facts/packaged');
  const { ledgerChart, stackedDays } = await import('../report/screens/ledger-chart');
  if (asJson) return json({ usOnCn: stackedDays(facts, 'usOnCn'), cnOnUs: stackedDays(facts, 'cnOnUs') });
  return ledgerChart(facts, await paintFor(terminal));
}

/** The computed averages beside the published ones. */
async function besidePublished(asJson: boolean, terminal: Terminal): Promise<string> {
  const { facts } = await import('../facts/packaged');
  const { averagesReport, averagesText } = await import('../report/screens/averages');
  const report = averagesReport(facts);
  return asJson ? json(report) : averagesText(report, await paintFor(terminal));
}

/** Adds the command; `answer` takes what it has to say. */
export function addLedger(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  program
    .command('ledger')
    .description('what was in force: on a day, or the layers over time')
    .option('--at <date>', 'the day, YYYY-MM-DD')
    .option('--published', 'the computed averages beside the published ones')
    .option('--json', 'print JSON')
    .action(async (options: { at?: string; published?: boolean; json?: boolean }) => {
      if (options.published === true) {
        answer({ text: await besidePublished(options.json === true, terminal), exit: 0 });
        return;
      }
      if (options.at === undefined) {
        answer({ text: await overTime(options.json === true, terminal), exit: 0 });
        return;
      }
      const { isIsoDate } = await import('../kit/calendar');
      const { facts } = await import('../facts/packaged');
      const { ledgerOn, ledgerText, recordSpan } = await import('../report/screens/ledger');
      const { first, last } = recordSpan(facts);
      if (!isIsoDate(options.at)) {
        throw new BadInput(
          `--at takes a day that exists, written YYYY-MM-DD, from ${first} to ${last}; given ${quoted(options.at)}.`,
        );
      }
      if (options.at < first || options.at > last) {
        throw new BadInput(`the record runs from ${first} to ${last}; given ${options.at}.`);
      }
      const ledger = ledgerOn(facts, options.at);
      if (options.json === true) {
        answer({ text: json(ledger), exit: 0 });
        return;
      }
      answer({ text: ledgerText(ledger, facts, await paintFor(terminal)), exit: 0 });
    });
}
