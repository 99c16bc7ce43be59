/**
 * Recordings: what the library answered when they were made, so that a change shows which answers it moves.
 *
 * Of every scenario and past meeting a projection with its course and the first episodes are kept, and of real data the
 * main screens. Version, digests and the drivers (correlations of parameters that come and go) stay out of what is
 * compared. `npm run golden` writes them anew; a change that alters one says which field and why.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCli } from '../src/cli/program';
import { digest, runEpisode, scenarios, type Scenario } from '../src/entries/index';
import { pastScenarios } from '../src/entries/record';
import { projectInFull } from '../src/analyses/project';

/** Where the recordings lie. */
export const RECORDINGS_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../test/recordings');
const PROJECTIONS_FOLDER = join(RECORDINGS_FOLDER, 'projections');
const SCREENS_FOLDER = join(RECORDINGS_FOLDER, 'screens');

const RUNS = 400;
const SEED = 'recording';
const EPISODES = [0, 1, 2];

/** Every scenario that comes with the package: the suppositions and the past meetings. */
export const recordedScenarios: readonly Scenario[] = [...scenarios, ...pastScenarios()];

/** The file of a scenario's recorded projection. */
export function projectionFile({ id }: Pick<Scenario, 'id'>): string {
  return join(PROJECTIONS_FOLDER, `${id}.json`);
}

function episodeRecord(scenario: Scenario, episode: number) {
  const { events, outcome, refused, digest: final } = runEpisode(scenario, { seed: SEED, episode });
  return { episode, outcome, events: events.length, refused: refused.length, log: digest(events), final };
}

/** JSON of which each line is short enough to be compared by eye: what fits stands on one line. */
function lines(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value);
  if (flat.length <= 140 || typeof value !== 'object' || value === null) return flat;
  const inner = `${indent} `;
  const parts = Array.isArray(value)
    ? value.map((entry) => lines(entry, inner))
    : Object.entries(value).map(([name, entry]) => `${JSON.stringify(name)}: ${lines(entry, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
}

/** The projection, course and first episodes of a scenario as they now are. */
export function projectionText(scenario: Scenario): string {
  const {
    projection,
    // Fans and layers are of the same values.
    course: { distributions: _s, ...course },
  } = projectInFull(scenario, { runs: RUNS, seed: SEED });
  const { version: _v, digest: _d, drivers: _r, ...compared } = projection;
  const episodes = EPISODES.map((episode) => episodeRecord(scenario, episode));
  return `${lines({ projection: compared, course, digest: digest({ ...compared, course }), episodes })}\n`;
}

/** The screens that are recorded, each with the words that print it. */
export const SCREENS: Readonly<Record<string, readonly string[]>> = {
  'project-kuala-lumpur-2025': ['project', 'kuala-lumpur-2025', '--runs', '400', '--workers', '1'],
  'project-past-busan-2025': ['project', 'past-busan-2025', '--runs', '400', '--workers', '1'],
  'compare-hundred-per-cent-executed': [
    ...['compare', 'kuala-lumpur-2025', 'hundred-per-cent-executed'],
    ...['--runs', '200', '--workers', '1'],
  ],
  'compare-soybeans-first': [
    ...['compare', 'kuala-lumpur-2025', 'soybeans-first'],
    ...['--runs', '200', '--workers', '1'],
  ],
  'show-kuala-lumpur-2025': ['show', 'kuala-lumpur-2025'],
  'show-past-geneva-2025': ['show', 'past-geneva-2025'],
  'ledger-kuala-lumpur-2025': ['ledger', 'kuala-lumpur-2025'],
  'ledger-2019-06-15': ['ledger', '--at', '2019-06-15'],
  'ledger-2025-04-12': ['ledger', '--at', '2025-04-12'],
};

/** The file of a recorded screen. */
export function screenFile(name: string): string {
  return join(SCREENS_FOLDER, `${name}.txt`);
}

/** Digests hold the version and the drivers; on a screen they stand as such. */
const masked = (text: string) => text.replace(/\b[0-9a-f]{64}\b/g, '<digest>');

/** A screen as it now is: what goes to standard output, and the exit code where it is not 0. */
export async function screenText(argv: readonly string[]): Promise<string> {
  let out = '';
  const exit = await runCli(argv, {
    write: (text) => (out += text),
    warn: (text) => (out += `standard error: ${text}`),
    drawsProgress: false,
    colour: false,
    draws: false,
  });
  return masked(exit === 0 ? out : `${out}exit ${exit}\n`);
}

function swept(folder: string, wanted: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (!wanted.includes(join(folder, name))) rmSync(join(folder, name));
}

/** Writes all recordings and removes those of scenarios and screens that are gone. */
export async function writeRecordings(): Promise<void> {
  swept(PROJECTIONS_FOLDER, recordedScenarios.map(projectionFile));
  swept(SCREENS_FOLDER, Object.keys(SCREENS).map(screenFile));
  for (const scenario of recordedScenarios) writeFileSync(projectionFile(scenario), projectionText(scenario));
  for (const [name, argv] of Object.entries(SCREENS)) writeFileSync(screenFile(name), await screenText(argv));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeRecordings();
