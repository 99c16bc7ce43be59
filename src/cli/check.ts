/** `detente check`: is a scenario file sound: does it parse, are its events lawful, do its outcome classes fit. */
import type { LocatedFinding } from '../report/screens/check';
import { seedText, whole } from './readers';
import { FACTS } from './own-options';
import { command, option, optionalArgument, present, text } from './row';
import { refuseFile } from './scenario-argument';
import { BadInput } from './terminal';

const MOST_EPISODES = 100_000;

/** The command. */
export const check = command({
  name: 'check',
  about: 'is a scenario file sound: form, lawful events, outcome classes',
  arguments: {
    file: optionalArgument(
      'file',
      'a scenario file, YAML or JSON; none to check the facts of --facts alone',
      text,
    ),
  },
  options: {
    ...FACTS,
    seed: option('-s, --seed <text>', 'text that keys the sampled episodes', seedText),
    episodes: option(
      '-e, --episodes <n>',
      'sampled episodes; 160 unless told',
      whole({ least: 1, most: MOST_EPISODES }),
    ),
  },
  run: async ({ arguments: { file }, options, facts }) => {
    const { seed, episodes } = options;
    if (file === undefined) {
      // Facts that were read are sound: what is wrong with them was told when they were.
      if (options.facts === undefined)
        throw new BadInput('check takes a scenario file, or a folder of facts with --facts.');
      return { ok: true, findings: [], scenario: null };
    }
    const { readScenarioFile } = await import('../node/scenario-file');
    const read = readScenarioFile(file, options.facts);
    if (!read.ok) throw refuseFile(file, read.issues);
    const { checkScenario } = await import('../analyses/check/check');
    const { ok, findings } = checkScenario(read.scenario, await facts(), present({ seed, episodes }));
    const located: LocatedFinding[] = findings.map(({ path, code, message, story }) => ({
      path,
      ...read.locate(path),
      code,
      message,
      ...present({ story }),
    }));
    return { ok, findings: located, scenario: read.scenario };
  },
  no: 'the file is not sound',
  exit: ({ ok }) => (ok ? 0 : 1),
  json: ({ ok, findings }) => ({ ok, findings }),
  screen: async ({ findings, scenario }, { arguments: { file = '' }, view }) => {
    if (scenario === null) {
      const { facts } = await view();
      return `sound: the facts parse, and the law allows each of their ${facts.acts.length} acts.\n`;
    }
    const { checkText } = await import('../report/screens/check');
    const { start } = await import('../analyses/resolve');
    const shown = await view();
    return checkText(findings, { file, scenario, start: start(scenario, shown.facts), ...shown });
  },
});
