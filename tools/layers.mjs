/**
 * The layers of the source, the one table of them: the linter, the checker of imports and `test/tidy.test.ts` read it, and
 * CONTRIBUTING.md is held to it.
 *
 * A file imports only from its own layer or a lower one, types included. Law (what may happen) and theory (what it costs
 * and what is chosen) stand side by side on the model: neither branch knows the other.
 */

/** @type {readonly import('./layers.mjs').Layer[]} */
export const LAYERS = [
  {
    name: 'kit',
    meaning: 'calendar, keyed draws, portable maths, statistics: no word of trade',
    deterministic: true,
  },
  {
    name: 'model',
    meaning: 'the nouns: authorities, measures, the truce, talks, and the state made of them',
    deterministic: true,
    columns: true,
  },
  {
    name: 'actions',
    branch: 'law',
    meaning: 'the verbs: a file for each family, one table of all action types',
    deterministic: true,
    columns: true,
  },
  {
    name: 'engine',
    branch: 'law',
    meaning: 'what the rules do with an event: legality, transition, what falls due, replay, digest',
    deterministic: true,
    columns: true,
    hot: true,
  },
  {
    name: 'economy',
    branch: 'theory',
    meaning: 'what measures cost: trade, pain, chokepoints, soybeans, markets',
    deterministic: true,
    hot: true,
  },
  {
    name: 'bargaining',
    branch: 'theory',
    meaning: 'what is chosen: bargaining solutions, threats, readiness, credibility, the hazard of a truce',
    deterministic: true,
    hot: true,
  },
  {
    name: 'policies',
    meaning: "the parties' decision procedures, one in a file",
    deterministic: true,
    columns: true,
    hot: true,
  },
  {
    name: 'facts',
    meaning: 'the record: its schemas, and the state of any day that follows from it',
    deterministic: true,
  },
  {
    name: 'scenario',
    meaning: 'from a file or an object to a first state and a specification of the model',
    deterministic: true,
  },
  {
    name: 'outcomes',
    meaning: 'outcome classes measured on a state and how it came about, and the scores of forecasts',
    deterministic: true,
  },
  {
    name: 'episode',
    meaning: 'one run: latent state, chance, meeting, settlement, protocol, trace',
    deterministic: true,
    columns: true,
    hot: true,
  },
  {
    name: 'ensemble',
    meaning: 'many episodes of one scenario: blocks, tallies, projection, stop rule, shards',
    deterministic: true,
  },
  {
    name: 'analyses',
    meaning: 'questions over episodes: project, compare, sensitivity, uncertainty, backtest, check',
    deterministic: true,
  },
  { name: 'report', meaning: 'answers for people: wording, screens, charts, pages, tables for export' },
  {
    name: 'testing',
    meaning: 'plays, properties, claims and contracts of coverage for property-based tests',
  },
  { name: 'browser', meaning: 'projections that are shown while they are made, and the workers of a page' },
  { name: 'node', meaning: 'files, threads and long runs', node: true },
  { name: 'cli', meaning: 'the command `detente`', node: true },
  { name: 'entries', meaning: 'the public modules: names that others define, and nothing else' },
];

/**
 * Where each package may be imported, as files and folders below `src`: in one place, so that it can be exchanged there.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const PACKAGES = {
  immer: ['engine/transition.ts', 'engine/own-effect.ts'],
  'seedrandom/lib/alea.js': ['kit/keyed-draws.ts'],
  'd3-array': ['kit/statistics.ts'],
  // Where a schema is declared; the actions get it handed and import its types alone.
  zod: ['actions/', 'engine/state-schema.ts', 'facts/', 'scenario/schema.ts', 'ensemble/shard-schema.ts'],
  '@noble/hashes/sha2.js': ['engine/digest.ts'],
  '@noble/hashes/utils.js': ['engine/digest.ts'],
  canonicalize: ['engine/digest.ts'],
  yaml: ['analyses/scenario-text.ts'],
  'fast-check': ['testing/'],
  '@observablehq/plot': ['report/charts/'],
  linkedom: ['report/charts/'],
  'hyparquet-writer': ['node/export/parquet-tables.ts'],
  commander: ['cli/'],
  picocolors: ['cli/terminal.ts'],
};

/**
 * Imports against the order that are still to be turned round; `from` and `to` are beginnings of paths below `src`. A
 * test asks that each is still there, so that none outlives its reason.
 *
 * @type {readonly { readonly from: string; readonly to: string }[]}
 */
export const STILL_UPWARDS = [];

/**
 * The names of the layers that the files of a layer may not import: all above, and the other branch.
 *
 * @param {import('./layers.mjs').Layer} layer
 * @returns {readonly string[]}
 */
export function closedTo(layer) {
  const at = LAYERS.indexOf(layer);
  const across = (other) =>
    layer.branch !== undefined && other.branch !== undefined && other.branch !== layer.branch;
  return LAYERS.filter((other, index) => index > at || across(other)).map(({ name }) => name);
}
