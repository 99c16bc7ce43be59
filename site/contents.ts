/**
 * What the site has, in the order in which it is read: each page by its path in the repository, where it is read as well.
 *
 * A test asks that every page of `docs` has an entry, and every entry its page; the reference below `api/` is made by the build.
 */

/** A page of the repository, and the words that lead to it. */
export interface Entry {
  readonly text: string;
  /** Path in the repository, or of what is generated below `api/`. */
  readonly page: string;
}

/** Pages that belong together. */
export interface Group {
  readonly text: string;
  readonly entries: readonly Entry[];
}

/** The page with which the site begins. */
export const HOME = 'docs/README.md';

/** The groups of the sidebar. */
export const CONTENTS: readonly Group[] = [
  {
    text: 'Start in five minutes',
    entries: [
      { text: 'What this is', page: HOME },
      { text: 'As a developer', page: 'docs/start/developer.md' },
      { text: 'As an analyst or student', page: 'docs/start/analyst.md' },
      { text: 'As a tester', page: 'docs/start/tester.md' },
    ],
  },
  {
    text: 'Concepts',
    entries: [
      { text: 'State', page: 'docs/concepts/state.md' },
      { text: 'Event', page: 'docs/concepts/event.md' },
      { text: 'Refusal', page: 'docs/concepts/refusal.md' },
      { text: 'Play', page: 'docs/concepts/play.md' },
      { text: 'Scenario', page: 'docs/concepts/scenario.md' },
      { text: 'Episode', page: 'docs/concepts/episode.md' },
      { text: 'Projection', page: 'docs/concepts/projection.md' },
      { text: 'Interval', page: 'docs/concepts/interval.md' },
    ],
  },
  {
    text: 'Guides',
    entries: [
      { text: 'Act and project', page: 'docs/act-and-project.md' },
      { text: 'The command line', page: 'docs/command-line.md' },
      { text: 'A game', page: 'docs/play.md' },
      { text: 'Read an answer', page: 'docs/reading-an-answer.md' },
      { text: 'A scenario of your own', page: 'docs/own-scenario.md' },
      { text: 'A policy, an action type, facts of your own', page: 'docs/own.md' },
      { text: 'In a browser', page: 'docs/browser.md' },
      { text: 'The playground', page: 'playground/README.md' },
      { text: 'Many machines', page: 'docs/shards.md' },
      { text: 'Tables for R and pandas', page: 'docs/export.md' },
      { text: 'Examples', page: 'examples/README.md' },
      { text: 'An ensemble on many processes', page: 'examples/cluster/README.md' },
    ],
  },
  {
    text: 'Questions',
    entries: [
      { text: 'Compare', page: 'docs/compare.md' },
      { text: 'Advise', page: 'docs/advise.md' },
      { text: 'What to watch', page: 'docs/watch.md' },
      { text: 'What would turn the answer', page: 'docs/flip.md' },
      { text: 'The tree', page: 'docs/tree.md' },
      { text: 'Tournament', page: 'docs/tournament.md' },
      { text: 'What moves the answer', page: 'docs/sensitivity.md' },
      { text: 'Forecasts', page: 'docs/forecasts.md' },
    ],
  },
  {
    text: 'Property-based tests',
    entries: [
      { text: 'Testing guide', page: 'docs/testing-guide.md' },
      { text: 'Arbitraries', page: 'docs/arbitraries.md' },
      { text: 'Property suites', page: 'docs/property-suites.md' },
      { text: 'Coverage contracts', page: 'docs/coverage-contracts.md' },
      { text: 'Planted bugs', page: 'bench/planted-bugs.md' },
      { text: 'How the rules are tested', page: 'docs/testing.md' },
    ],
  },
  {
    text: 'The model',
    entries: [
      { text: 'The model for economists', page: 'docs/model.md' },
      { text: 'Levers', page: 'docs/levers.md' },
      { text: 'Record and backtest', page: 'docs/record.md' },
      { text: 'Scenarios, quantity by quantity', page: 'docs/scenarios.md' },
      { text: 'Scenario files', page: 'scenarios/README.md' },
      { text: 'Gallery of reports', page: 'docs/gallery/README.md' },
    ],
  },
  {
    text: 'Reference',
    entries: [
      { text: 'Action types', page: 'docs/actions/README.md' },
      { text: 'Library', page: 'api/index.md' },
      ...[
        'detente',
        'own',
        'state',
        'record',
        'studies',
        'shards',
        'browser',
        'scenarios',
        'data',
        'testing',
        'report',
        'node',
      ].map((name) => ({
        text: name === 'detente' ? name : `detente/${name}`,
        page: name === 'detente' ? 'api/detente/index.md' : `api/detente/${name}/index.md`,
      })),
    ],
  },
  {
    text: 'The project',
    entries: [
      { text: 'Overview', page: 'README.md' },
      { text: 'How it is built', page: 'docs/architecture.md' },
      { text: 'Decisions', page: 'docs/decisions/README.md' },
      { text: 'Compatibility', page: 'docs/compatibility.md' },
      { text: 'Changes', page: 'CHANGELOG.md' },
      { text: 'Taking part', page: 'CONTRIBUTING.md' },
      { text: 'Speed', page: 'bench/results.md' },
    ],
  },
];
