/** `detente tournament`: every pair of policies on common draws. */
import { RUNS } from '../ensemble/checks';
import type { Tournament } from '../analyses/tournament/tournament';
import type { PolicyId } from '../policies/policy-ids';
import type { Scenario } from '../scenario/schema';
import type { FromModule } from '../scenario/own-module';
import { SEED, threadsOf, WORKER_THREADS } from './analysis-options';
import { interruptible } from './interrupt';
import { FACTS, moduleFile } from './own-options';
import { PAGE, pageLine, STANDARD_OUTPUT, writePage } from './page-file';
import { givenSentences, PLAY, standing } from './play-options';
import { oneOf, whole } from './readers';
import type { FilesRead } from './given';
import { command, option, present, type Reader, type View } from './row';
import { SCENARIO } from './scenario-argument';
import type { StoppedExit } from './terminal';

const USUAL_RUNS = '400';

/** Policies with commas between: shipped ones by their ids, and one's own by their modules. */
const players: Reader<readonly (PolicyId | FromModule)[]> = async (text, name) => {
  const { POLICY_IDS } = await import('../policies/policy-ids');
  const found: (PolicyId | FromModule)[] = [];
  for (const word of text.split(',').map((one) => one.trim())) {
    const at = word.lastIndexOf('#');
    if (at >= 0) found.push({ module: word.slice(0, at), name: word.slice(at + 1) });
    else
      found.push(await oneOf(POLICY_IDS, `ids of ${POLICY_IDS.join(', ')}, or ./mine.mjs#name`)(word, name));
  }
  return found;
};

async function pageOf(
  found: Tournament,
  scenario: Scenario,
  { facts, command: commandLine }: View,
): Promise<string> {
  const { tournamentPage } = await import('../report/page/answers');
  const given = await givenSentences(scenario, facts);
  return tournamentPage(found, { title: scenario.title, command: commandLine, given }, facts);
}

const playersFiles: FilesRead = async (given) =>
  (await Promise.all(given.split(',').map(async (word) => moduleFile(word.trim())))).flat();

/** The command. */
export const tournament = command({
  name: 'tournament',
  about: 'every policy against every other: what it is worth to both sides, and equilibria',
  arguments: { scenario: SCENARIO },
  options: {
    policies: option(
      '--policies <ids>',
      'two to eight that play, as crisis-game,hard-liner,./mine.mjs#name; all shipped ones unless told',
      players,
      { reads: playersFiles },
    ),
    runs: option('-n, --runs <n>', 'runs of each pair', whole(RUNS), { usual: USUAL_RUNS }),
    ...PLAY,
    ...FACTS,
    seed: SEED,
    workers: WORKER_THREADS,
    ...PAGE,
  },
  run: async ({ arguments: given, options, progress, view }) => {
    const { runs, seed, facts, policies, out } = options;
    const scenario = await standing(given.scenario, options);
    const threads = await threadsOf(options);
    const how = { runs, seed, ...present({ facts, policies }) };
    const { result, stopped } = await interruptible((signal) =>
      threads.tournament(scenario, { ...how, signal, ...progress('playing') }),
    );
    const exit: 0 | StoppedExit = stopped === null || result.partial === undefined ? 0 : stopped.exit;
    const html = out === undefined ? null : await pageOf(result, scenario, await view());
    await writePage(out, html);
    return { result, exit, html };
  },
  exit: ({ exit }) => exit,
  json: ({ result }) => result,
  document: ({ html }, { options: { out } }) => (out === STANDARD_OUTPUT ? html : null),
  screen: async ({ result, html }, { view, options: { out } }) => {
    if (out !== undefined && html !== null) return pageLine(out, html);
    const { tournamentText } = await import('../report/screens/tournament');
    return tournamentText(result, await view());
  },
});
