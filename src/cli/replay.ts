/** `detente replay`: is a log, as `run --json` prints it, what it says of itself. */
import type { InputIssue } from '../engine/parse';
import { OWN, policiesTold } from './own-options';
import { argument, command, option, present, text } from './row';
import { readLog } from './log-file';
import { scenarioOf } from './scenario-argument';
import { visible } from '../report/wording/visible';
import { BadInput, sentence } from './terminal';

/** Refuses what is no log, with the place in it. */
function refuseLog(file: string, issues: readonly InputIssue[]): BadInput {
  return new BadInput(
    issues
      .map(({ path, message }) => visible(sentence(`${file}: ${path === '' ? '' : `${path}: `}${message}`)))
      .join('\n'),
  );
}

/** The command. */
export const replay = command({
  name: 'replay',
  about: 'is a log what it says: events, outcome, seed, episode, scenario',
  arguments: { log: argument('log', 'what `detente run --json` printed', text) },
  options: {
    scenario: option('--scenario <scenario>', 'the scenario, where the log is of a file', text),
    ...OWN,
  },
  run: async ({ arguments: { log: file }, options }) => {
    const input = await readLog(file, 'a log is what `detente run --json` prints');
    const { parseLog, replayLog } = await import('../analyses/replayed-log');
    const parsed = parseLog(input);
    if (!parsed.ok) throw refuseLog(file, parsed.issues);
    const scenario = await scenarioOf(options.scenario ?? parsed.log.scenario, 'scenario', options.facts);
    const { loadOwn } = await import('../node/own-modules');
    const own = await loadOwn(present({ facts: options.facts, policies: policiesTold(options) }));
    const found = replayLog(input, { scenario, ...own });
    if (!found.ok) throw refuseLog(file, found.issues);
    return found.replayed;
  },
  no: 'the log is not what it says, or an event is refused',
  exit: ({ ok }) => (ok ? 0 : 1),
  json: (replayed) => replayed,
  screen: async (replayed, { paint }) => {
    const { replayText } = await import('../report/screens/replay');
    return replayText(replayed, await paint());
  },
});
