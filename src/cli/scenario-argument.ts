/** The SCENARIO argument of a command: the id of a compiled scenario or the path of a file. */
import type { FileIssue } from '../analyses/scenario-text';
import type { Facts } from '../facts/schema';
import type { Scenario } from '../scenario/schema';
import { visible } from '../report/wording/visible';
import type { FilesRead } from './given';
import { argument } from './row';
import { BadInput, json, quoted } from './terminal';

/** Whether an argument can only mean a path. */
function looksLikePath(argument: string): boolean {
  return /[\\/]|^\.+$/.test(argument) || /\.(ya?ml|json)$/i.test(argument);
}

/** A complaint about a file as one line: file, line and column as editors read them, the key, the sentence. */
export function issueLine(file: string, { path, line, column, message }: FileIssue): string {
  const place = line === null || column === null ? file : `${file}:${line}:${column}`;
  return visible(`${place}: ${path === '' ? '' : `${path}: `}${message}`);
}

/** A beginning of this many characters tells which scenario was meant. */
const LEAST_BEGINNING = 5;
/** Longest path that is repeated in full, in characters. */
const LONGEST_PATH = 200;
/** Most complaints that are told at once. */
const MOST_TOLD = 10;

/** Complaints about a file, one a line; the first ones where there are many. */
function issueLines(file: string, issues: readonly FileIssue[]): string {
  const told = issues.slice(0, MOST_TOLD).map((issue) => issueLine(file, issue));
  const more = issues.length - told.length;
  return [...told, ...(more > 0 ? [`${file}: and ${more} more`] : [])].join('\n');
}

/** All complaints about a file as one refusal; `answer` carries them as JSON for those who asked for it. */
export function refuseFile(file: string, issues: readonly FileIssue[]): BadInput {
  return new BadInput(issueLines(file, issues), json({ ok: false, findings: issues }));
}

/** Beginning of the ids of past meetings, which are derived from the record and stand in no file. */
const PAST = 'past-';

async function pastScenario(id: string, facts: Facts | undefined): Promise<Scenario> {
  const { pastScenarios } = await import('../analyses/resolve');
  const known = pastScenarios(facts);
  const found = known.find((scenario) => scenario.id === id);
  if (found === undefined) {
    const ids = known.map((scenario) => scenario.id);
    throw new BadInput(`no such past meeting: ${quoted(id)}; known: ${ids.join(', ')}`);
  }
  return found;
}

/** Whether there is no file of a name that does not look like the path of one: an id was meant. */
export const isNoFile = (argument: string, [first]: readonly FileIssue[]): boolean =>
  first?.code === 'file/unreadable' && !looksLikePath(argument);

/** The scenario of an id: a shipped one, or a past meeting of the record; undefined for what can only be a file. */
export async function scenarioOfId(id: string, facts: Facts | undefined): Promise<Scenario | undefined> {
  const { findScenario } = await import('../scenario/library');
  return findScenario(id) ?? (id.startsWith(PAST) ? pastScenario(id, facts) : undefined);
}

/**
 * Finds the scenario that an argument names, a file read against facts of one's own where there are any. Throws {@link BadInput}
 * where there is none or the file is bad.
 */
export async function scenarioOf(argument: string, _name?: string, facts?: Facts): Promise<Scenario> {
  const known = await scenarioOfId(argument, facts);
  if (known !== undefined) return known;
  const { readScenarioFile } = await import('../node/scenario-file');
  const read = readScenarioFile(argument, facts);
  if (read.ok) return read.scenario;
  if (isNoFile(argument, read.issues)) {
    const { nearestText } = await import('../kit/nearest-text');
    const { scenarios } = await import('../scenario/library');
    const ids = scenarios.map((scenario) => scenario.id);
    // A name that breaks off early is far from the whole by edits, so a common beginning counts too.
    const beginning = argument.slice(0, LEAST_BEGINNING);
    const near =
      nearestText(argument, ids) ??
      (beginning.length < LEAST_BEGINNING ? null : (ids.find((id) => id.startsWith(beginning)) ?? null));
    const hint = near === null ? `known: ${ids.join(', ')}` : `did you mean ${quoted(near)}?`;
    throw new BadInput(`no such scenario, nor a file of that name: ${quoted(argument)}; ${hint}`);
  }
  throw new BadInput(issueLines(argument.length > LONGEST_PATH ? quoted(argument) : argument, read.issues));
}

/** The file that an argument names, which may be the id of a scenario instead. */
export const scenarioFile: FilesRead = async (argument) =>
  (await scenarioOfId(argument, undefined)) === undefined ? [argument] : [];

/** The argument of most commands. */
export const SCENARIO = argument('scenario', 'id of a scenario (`detente list`), or a file', scenarioOf, {
  reads: scenarioFile,
});
