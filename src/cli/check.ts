/** `detente check`: is a scenario file sound: does it parse, are its events lawful, do its outcome classes fit. */
import type { Command } from 'commander';
import type { LocatedFinding } from '../report/screens/check';
import { refuseFile } from './scenario-argument';
import { json, paintFor, seedText, wholeNumber, type Answer, type Terminal } from './terminal';

const MOST_EPISODES = 100_000;

/** Adds the command; `answer` takes what it has to say. */
export function addCheck(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  program
    .command('check')
    .description('is a scenario file sound: form, lawful events, outcome classes')
    .argument('<file>', 'a scenario file, YAML or JSON')
    .option('-s, --seed <text>', 'text that keys the sampled episodes')
    .option('-e, --episodes <n>', 'sampled episodes')
    .option('--json', 'print JSON')
    .action(async (file: string, options: { seed?: string; episodes?: string; json?: boolean }) => {
      const sampling = {
        ...(options.seed === undefined ? {} : { seed: seedText(options.seed) }),
        ...(options.episodes === undefined
          ? {}
          : { episodes: wholeNumber('--episodes', options.episodes, { least: 1, most: MOST_EPISODES }) }),
      };
      const { readScenarioFile } = await import('../node/scenario-file');
      const read = readScenarioFile(file);
      if (!read.ok) throw refuseFile(file, read.issues);
      const { facts } = await import('../facts/packaged');
      const { checkScenario } = await import('../analyses/check/check');
      const { ok, findings } = checkScenario(read.scenario, facts, sampling);
      const located: LocatedFinding[] = findings.map(({ path, code, message, story }) => ({
        path,
        ...read.locate(path),
        code,
        message,
        ...(story === undefined ? {} : { story }),
      }));
      const exit = ok ? 0 : 1;
      if (options.json === true) {
        answer({ text: json({ ok, findings: located }), exit });
        return;
      }
      const { checkText } = await import('../report/screens/check');
      const { start } = await import('../analyses/prepared');
      const view = {
        file,
        scenario: read.scenario,
        start: start(read.scenario),
        facts,
        paint: await paintFor(terminal),
      };
      answer({ text: checkText(located, view), exit });
    });
}
