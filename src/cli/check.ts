/** `detente check`: is a scenario file sound: does it parse, are its events lawful, do its outcome classes fit. */
import type { ReadScenario } from '../analyses/scenario-text';
import type { Facts } from '../facts/schema';
import type { Scenario } from '../scenario/schema';
import type { LocatedFinding } from '../report/screens/check';
import { seedText, whole } from './readers';
import { FACTS } from './own-options';
import { command, option, optionalArgument, present, text } from './row';
import { isNoFile, refuseFile, scenarioOf, scenarioOfId } from './scenario-argument';
import { BadInput } from './terminal';

const MOST_EPISODES = 100_000;

type Checked =
  | Extract<ReadScenario, { ok: false }>
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      readonly locate: (path: string) => Pick<LocatedFinding, 'line' | 'column'>;
    };

/** A scenario and where its keys stand: nowhere for one that is named by its id. */
async function readOf(name: string, facts: Facts | undefined): Promise<Checked> {
  const scenario = await scenarioOfId(name, facts);
  if (scenario !== undefined) return { ok: true, scenario, locate: () => ({ line: null, column: null }) };
  const { readScenarioFile } = await import('../node/scenario-file');
  const read = readScenarioFile(name, facts);
  // Of a name that is neither, the complaint names the scenarios that there are.
  if (!read.ok && isNoFile(name, read.issues)) await scenarioOf(name, 'file', facts);
  return read;
}

/** The command. */
export const check = command({
  name: 'check',
  about: 'is a scenario sound: form, lawful events, outcome classes',
  arguments: {
    file: optionalArgument(
      'file',
      'a scenario file, YAML or JSON, or the id of a scenario; none to check the facts of --facts alone',
      text,
    ),
  },
  options: {
    ...FACTS,
    seed: option('-s, --seed <text>', 'text that keys the sampled episodes; `1` unless told', seedText),
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
        throw new BadInput(
          'check takes a scenario file or the id of a scenario, or a folder of facts with --facts.',
        );
      return { ok: true, findings: [], scenario: null };
    }
    const read = await readOf(file, options.facts);
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
  no: 'the scenario is not sound',
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
