/**
 * What every JavaScript engine has to answer alike, as one object of digests: run as a bare script, without modules,
 * timers or anything of a host but a text encoder.
 */
import { digest, loadScenario, project, runEpisode, scenarios, start } from '../../src/entries/index';
import { facts } from '../../src/entries/data';
import { PLAIN, episodeStory, projectionText, stateText } from '../../src/entries/report';
import { prepare } from '../../src/analyses/prepared';
import { createDraws } from '../../src/kit/keyed-draws';
import { bivariateNormalCdf, exp, log, normalCdf, normalQuantile, pow } from '../../src/kit/portable-math';
import { finish } from '../../src/kit/cooperative';
import { tallier } from '../../src/ensemble/ensemble';
import { addTally, newTally } from '../../src/ensemble/tally';
import { projectionOf } from '../../src/ensemble/projection';

const BASE = 'kuala-lumpur-2025';
const SEED = 'Détente 缓和 🤝';

/** The projection of an ensemble that was cut into blocks of a size. */
function inBlocksOf(size: number, runs: number): string {
  const { scenario, initial, specification } = prepare(BASE);
  const tally = newTally(specification.outcomes.length, specification.issues.length);
  const run = tallier({ initial, specification, seed: SEED });
  for (let from = 0; from < runs; from += size)
    addTally(tally, finish(run(from, Math.min(runs, from + size))));
  return projectionOf({ scenario, initial, specification, version: 'engines', seed: SEED }, tally).digest;
}

/** Values of the portable functions over drawn arguments, to the last bit. */
function maths(): string {
  const draws = createDraws(SEED);
  const values: number[] = [];
  for (let i = 0; i < 4000; i += 1) {
    const [u, v] = [draws.uniform(i, 'engines/u'), draws.uniform(i, 'engines/v')];
    const x = (u - 0.5) * 60;
    values.push(exp(x), log(u + 1e-300), pow(u * 10, x / 10), normalCdf(x / 4), normalQuantile(u));
    values.push(bivariateNormalCdf(x / 10, (v - 0.5) * 6, v * 1.8 - 0.9), Math.sqrt(u));
  }
  return digest(values);
}

/** Screens and sentences, with their numbers, days and names. */
function told(): string {
  const projection = project(BASE, { runs: 60, seed: SEED });
  const [first, episode] = [start(BASE), runEpisode(BASE, { seed: SEED, episode: 7 })];
  const view = { facts, paint: PLAIN, command: 'detente' };
  return digest([
    projectionText(projection, view),
    stateText(loadScenario(BASE), first, facts, PLAIN),
    episodeStory(loadScenario(BASE), first, episode, facts),
  ]);
}

function answers(): Record<string, string> {
  return {
    told: told(),
    start: digest(start(BASE)),
    scenarios: digest(scenarios.map(({ id }) => digest(start(id)))),
    maths: maths(),
    episode: runEpisode(BASE, { seed: SEED, episode: 4_294_967 }).digest,
    project: project(BASE, { runs: 150, seed: SEED }).digest,
    hawks: project(loadScenario('hawks-on-both-sides'), { runs: 60, seed: '1' }).digest,
    blocksOf7: inBlocksOf(7, 60),
    blocksOf60: inBlocksOf(60, 60),
  };
}

// The runner of each engine reads this and prints it in its own way.
(globalThis as { answers?: string }).answers = JSON.stringify(answers());
