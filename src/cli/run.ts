/** `detente run`: one episode told as a story, or as a log that can be replayed. */
import { Option, type Command } from 'commander';
import { EPISODES } from '../ensemble/checks';
import { DEFAULT_SEED } from '../ensemble/limits';
import { scenarioOf } from './scenario-argument';
import { json, paintFor, seedText, shellWord, wholeNumber, type Answer, type Terminal } from './terminal';

/** Adds the command; `answer` takes what it has to say. */
export function addRun(program: Command, terminal: Terminal, answer: (answer: Answer) => void): void {
  program
    .command('run')
    .description('one episode, told as a story')
    .argument('<scenario>', 'id of a scenario, or a file')
    .addOption(
      new Option('-s, --seed <text>', 'the same seed gives the same bytes').default(
        DEFAULT_SEED,
        DEFAULT_SEED,
      ),
    )
    .addOption(new Option('-e, --episode <n>', 'which episode of the seed, from 0').default('0', '0'))
    .option('--json', 'print a log that `detente replay` checks')
    .action(async (argument: string, options: { seed: string; episode: string; json?: boolean }) => {
      const seed = seedText(options.seed);
      const episode = wholeNumber('--episode', options.episode, EPISODES);
      const scenario = await scenarioOf(argument);
      const { runEpisode } = await import('../analyses/project');
      const { start } = await import('../analyses/prepared');
      const recorded = runEpisode(scenario, { seed, episode });
      if (options.json === true) {
        const { VERSION } = await import('../kit/version');
        const { events, outcome, digest } = recorded;
        answer({
          text: json({ version: VERSION, scenario: scenario.id, seed, episode, events, outcome, digest }),
          exit: 0,
        });
        return;
      }
      const { facts } = await import('../facts/packaged');
      const { trajectoryText } = await import('../report/wording/trajectory');
      const reproduceCommand = `detente run ${shellWord(argument)} --seed ${shellWord(seed)} --episode ${episode}`;
      const view = { facts, paint: await paintFor(terminal), command: reproduceCommand, seed };
      answer({ text: trajectoryText(scenario, start(scenario), recorded, view), exit: 0 });
    });
}
