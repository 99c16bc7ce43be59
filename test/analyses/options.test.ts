/** What every analysis refuses before it runs anything: an option that it does not have, and what is no scenario. */
import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../src/analyses/check/check';
import { act, passTo, play } from '../../src/analyses/play';
import { runEpisode } from '../../src/analyses/project';
import { parseScenario, start } from '../../src/analyses/resolve';
import { here } from '../../src/analyses/runner/here';
import { mergeShards } from '../../src/analyses/shards';
import { facts } from '../../src/facts/packaged';
import { InputError } from '../../src/kit/input-error';
import { inWorkers } from '../../src/browser/all-in-workers';
import { projectProgressively } from '../../src/browser/progressive';
import { exportOn } from '../../src/node/export/export-ensemble';
import { onThreads } from '../../src/node/on-threads';
import { ANALYSES } from '../../src/report/all-analyses';
import { comparisonReport, projectionReport, scenariosReport } from '../../src/report/page/reports';
import { loadScenario } from '../../src/scenario/library';

const ID = 'kuala-lumpur-2025';

/** What a call is refused with. */
async function refusal(call: () => unknown): Promise<InputError> {
  try {
    await call();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

type Given = Readonly<Record<string, unknown>>;
/** A call with a subject and options of any kind, as a program without types makes it. */
type Call = (subject: unknown, options: Given) => unknown;
const untyped = (call: unknown) => call as (...given: unknown[]) => unknown;

/** Each analysis by its name: what it needs told, and the path under which it names its subject, or null where it has none. */
const NEEDS: { readonly [Name in keyof typeof ANALYSES]: readonly [needs: Given, subject: string | null] } = {
  project: [{}, 'scenario'],
  projectInFull: [{}, 'scenario'],
  projectShard: [{ shard: { index: 1, of: 1 } }, 'scenario'],
  compare: [{}, 'base'],
  compareAll: [{}, 'scenarios'],
  watch: [{}, 'scenario'],
  flip: [{}, 'scenario'],
  tree: [{}, 'scenario'],
  explainDifference: [{}, 'base'],
  advise: [{ party: 'US' }, 'scenario'],
  tournament: [{}, 'scenario'],
  sensitivity: [{ method: 'tornado', output: 'held' }, 'scenario'],
  uncertainty: [{}, 'scenario'],
  backtest: [{}, null],
  forecast: [{}, null],
};

const PAIRED = ['compare', 'explainDifference'];

const analyses = Object.entries(NEEDS).map(
  ([name, [needs, subject]]): readonly [string, Given, string | null, Call] => {
    const analysis = untyped(ANALYSES[name as keyof typeof ANALYSES]);
    const run = (...given: unknown[]) => here(analysis(...given) as Parameters<typeof here>[0]);
    if (subject === null) return [name, needs, subject, (_, options) => run(options)];
    if (name === 'compareAll') return [name, needs, subject, (given, options) => run([given, ID], options)];
    if (PAIRED.includes(name)) return [name, needs, subject, (given, options) => run(given, ID, options)];
    return [name, needs, subject, run];
  },
);

const others: readonly (readonly [string, Given, string | null, Call])[] = [
  ['runEpisode', {}, 'scenario', untyped(runEpisode)],
  ['play', {}, 'scenario', untyped(play)],
  ['projectionReport', {}, 'scenario', untyped(projectionReport)],
  ['comparisonReport', {}, 'base', (given, options) => untyped(comparisonReport)(given, ID, options)],
  ['scenariosReport', {}, 'scenarios', (given, options) => untyped(scenariosReport)([given, ID], options)],
  ['exportEnsemble', {}, 'scenario', (given, options) => untyped(exportOn)(here, given, '/nowhere', options)],
  ['checkScenario', {}, null, (_, options) => untyped(checkScenario)(loadScenario(ID), facts, options)],
  ['mergeShards', {}, null, (_, options) => mergeShards([], options)],
  ['onThreads', {}, null, (_, options) => onThreads(options)],
  ['inWorkers', {}, null, (_, options) => inWorkers(options)],
  [
    'projectProgressively',
    {},
    'scenario',
    (subject, options) => projectProgressively(subject as string, options).next(),
  ],
];

const asked = [...analyses, ...others];

describe.each(asked)('%s', (_, needs, __, call) => {
  it('refuses an option that it does not have, with those that it has', async () => {
    const found = await refusal(() => call(ID, { ...needs, from: start(ID) }));
    expect(found).toMatchObject({ code: 'input/unknown-option', path: 'options', given: 'the text "from"' });
    for (const name of Object.keys(needs)) expect(found.allowed).toContain(name);
  });

  it.each([null, 5, 'runs', ['runs'], () => 1])('refuses %s in the place of its options', async (given) => {
    const found = await refusal(() => call(ID, given as unknown as Given));
    expect(found).toMatchObject({ code: 'input/object', path: 'options' });
  });
});

describe('a misspelt option', () => {
  it.each([
    ['project', { sead: 'x' }, 'seed'],
    ['project', { polices: {} }, 'policies'],
    ['projectShard', { shards: { index: 1, of: 1 } }, 'shard'],
    ['compare', { varient: {} }, 'variant'],
    ['explainDifference', { historys: 3 }, 'histories'],
    ['uncertainty', { world: 3 }, 'worlds'],
    ['backtest', { partRun: 3 }, 'partRuns'],
  ] as const)('of %s is told with the one that was meant', async (name, options, meant) => {
    const [, , , call] = analyses.find(([other]) => other === name)!;
    expect((await refusal(() => call(ID, options))).didYouMean).toBe(meant);
  });

  it.each([
    [{ until: { halfWidth: 0.1, off: 'held' } }, 'until', 'of'],
    [{ until: 0.1 }, 'until', null],
  ])('inside another is refused by its place: %o', async (options, path, meant) => {
    const found = await refusal(() => here(ANALYSES.project(ID, options as never)));
    expect(found).toMatchObject({ path, didYouMean: meant });
  });

  it('of what is one’s own in a variant is refused by its place', async () => {
    const variant = { police: {} } as never;
    const found = await refusal(() => here(ANALYSES.compare(ID, ID, { variant })));
    expect(found).toMatchObject({ path: 'variant', didYouMean: 'policies' });
  });

  it.each([
    ['tornado', 'trajectories'],
    ['tornado', 'rows'],
    ['morris', 'runs'],
    ['morris', 'factors'],
    ['sobol', 'runs'],
  ] as const)('a number that the method %s does not read is refused: %s', async (method, name) => {
    const found = await refusal(() => here(ANALYSES.sensitivity(ID, { method, output: 'held', [name]: 16 })));
    expect(found).toMatchObject({ code: 'input/unknown-option', given: `the text "${name}"` });
  });
});

const state = start(ID);
const log = runEpisode(ID);
const variant = { id: 'mine', extends: ID };

/** What is no scenario, with what the complaint says beside what is allowed. */
const NO_SCENARIO: readonly (readonly [string, unknown, string])[] = [
  ['nothing', undefined, ''],
  ['null', null, ''],
  ['a number', 5, ''],
  ['a list', [ID], ''],
  ['an empty object', {}, ''],
  ['a function', () => ID, ''],
  ['a state', state, 'say play(scenario, { after: events })'],
  ['a state that was thawed', JSON.parse(JSON.stringify(state)), 'say play(scenario, { after: events })'],
  ['the log of an episode', log, 'say play(log.scenario, { after: log })'],
  ['a difference', variant, 'parseScenario'],
  ['what parseScenario answers', parseScenario(variant), 'the field `scenario`'],
  ['what act answers', { ok: true, play: play(ID) }, 'the field `play`'],
  ['the facts', facts, ''],
  ['a scenario with a field of another kind', { ...loadScenario(ID), agenda: 5 }, 'expected a list'],
  [
    'a scenario with a policy that there is not',
    { ...loadScenario(ID), policies: { US: 'dove', CN: 'dove' } },
    'dove',
  ],
  ['a play without a scenario', { scenario: undefined, log: [], state }, ''],
  ['a play of a scenario that there is not', { scenario: { id: 'mine' }, log: [], state }, ''],
  ['a play whose log is none', { scenario: loadScenario(ID), log: 5, state }, ''],
  ['a play whose state is none', { scenario: loadScenario(ID), log: [], state: {} }, ''],
];

describe.each(asked.filter(([, , subject]) => subject !== null))('%s', (_, needs, subject, call) => {
  it.each(NO_SCENARIO)('refuses %s, and says what to give', async (__, given, says) => {
    const found = await refusal(() => call(given, needs));
    expect(found.path.split('.')[0]).toBe(subject);
    expect(found.message).toContain(says);
    expect(found.message).not.toMatch(/undefined|cannot read/i);
  });
});

describe('the second of two scenarios', () => {
  it.each(PAIRED)('of %s is named as the variant', async (name) => {
    const analysis = untyped(ANALYSES[name as 'compare']);
    const call = (given: unknown) => here(analysis(ID, given) as Parameters<typeof here>[0]);
    for (const [, given] of NO_SCENARIO)
      expect((await refusal(() => call(given))).path.split('.')[0]).toBe('variant');
  });
});

describe('what is asked of a play', () => {
  it.each([undefined, null, ID, state, {}])('is refused of what is none: %s', async (given) => {
    expect(
      await refusal(() => act(given as never, { actor: 'US', type: 'statement.make' } as never)),
    ).toMatchObject({ path: 'play' });
    expect(await refusal(() => passTo(given as never, '2025-10-27'))).toMatchObject({ path: 'play' });
  });

  it('goes on from one that was thawed from JSON', () => {
    const now = passTo(play(ID), '2025-10-27');
    const thawed = JSON.parse(JSON.stringify(now)) as typeof now;
    expect(passTo(thawed, '2025-10-28')).toEqual(passTo(now, '2025-10-28'));
  });
});
