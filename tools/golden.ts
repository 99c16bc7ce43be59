/**
 * Golden trajectories: one episode of each scenario as a text that a person can read and a test can compare.
 *
 * `npm run golden` writes them anew after a change of rules or model that is meant; the difference in version control
 * then shows what the change did to every story.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  averageTariff,
  runEpisode,
  scenarios,
  type Event,
  type RecordedEpisode,
  type Scenario,
} from '../src/entries/index';

/** Where the texts lie. */
export const GOLDEN_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../test/golden');
/** Seed and number of the episode told: in the base scenario it ends in a rollback. */
export const GOLDEN_EPISODE = { seed: 'golden', episode: 1 } as const;

/** The file of a scenario. */
export function goldenFile(scenario: Pick<Scenario, 'id'>): string {
  return join(GOLDEN_FOLDER, `${scenario.id}.txt`);
}

/** Events of every day, which would drown the others. */
const ROUTINE: readonly string[] = ['calendar.advance', 'economy.accrue'];
const NOT_FIELDS: readonly string[] = ['type', 'actor', 'on', 'terms', 'pledges'];

function valueText(value: unknown): string {
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fieldsText(fields: object, left: readonly string[]): string {
  return Object.entries(fields)
    .filter(([name]) => !left.includes(name))
    .map(([name, value]) => `${name}=${valueText(value)}`)
    .join('  ');
}

function eventLines(event: Event): string[] {
  const lines = [
    `${event.on}  ${event.actor.padEnd(13)} ${event.type}  ${fieldsText(event, NOT_FIELDS)}`.trimEnd(),
  ];
  if (event.type !== 'agreement.reach') return lines;
  for (const term of event.terms) lines.push(`              term    ${fieldsText(term, [])}`);
  for (const { dueOn, act } of event.pledges) {
    lines.push(
      `              pledge  by ${dueOn}  ${act.actor} ${act.type}  ${fieldsText(act, ['type', 'actor'])}`,
    );
  }
  return lines;
}

/** The text of a recorded episode. */
export function episodeText(scenario: Scenario, recorded: RecordedEpisode): string {
  const { final, events, outcome, digest } = recorded;
  const direction = (label: string, which: 'usOnCn' | 'cnOnUs') =>
    `${label}  ${averageTariff(final, which).toFixed(2)} %`;
  const { status, expiresOn, breaches } = final.truce;
  return [
    `${scenario.id}: ${scenario.title}`,
    `seed ${GOLDEN_EPISODE.seed}, episode ${GOLDEN_EPISODE.episode}; daily steps and accruals are left out`,
    '',
    ...events.filter((event) => !ROUTINE.includes(event.type)).flatMap(eventLines),
    '',
    `on ${final.today}`,
    direction('average US duty on Chinese goods', 'usOnCn'),
    direction('average Chinese duty on US goods', 'cnOnUs'),
    `truce    ${status}, expires ${expiresOn ?? 'never'}, ${breaches.length} breaches`,
    `outcome  ${outcome ?? 'none'}`,
    `events   ${events.length}`,
    `digest   ${digest}`,
    '',
  ].join('\n');
}

/** The golden text of a scenario as the rules and the model now have it. */
export function goldenText(scenario: Scenario): string {
  return episodeText(scenario, runEpisode(scenario, GOLDEN_EPISODE));
}

/** Writes all texts and removes those of scenarios that are gone. */
export function writeGoldens(): void {
  mkdirSync(GOLDEN_FOLDER, { recursive: true });
  const wanted = scenarios.map((scenario) => `${scenario.id}.txt`);
  for (const name of readdirSync(GOLDEN_FOLDER))
    if (!wanted.includes(name)) rmSync(join(GOLDEN_FOLDER, name));
  for (const scenario of scenarios) writeFileSync(goldenFile(scenario), goldenText(scenario));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeGoldens();
