/**
 * The scores that the documentation publishes: runs the backtest and writes its tables into `docs/record.md` and its verdict
 * there and into `README.md`, between the marks, and what pages of reports tell of it into `src/report/published-scores.json`. `npm run scores` is for every change of the model or the record; a test
 * holds what is published to the model as it stands, but for the parts taken out, which take too long.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { backtest, type Backtest } from '../src/analyses/backtest/backtest';
import { FORECASTS, type ForecastName } from '../src/analyses/backtest/set-scores';
import { formatDate } from '../src/kit/calendar';
import type { Scores } from '../src/outcomes/forecast-scores';
import { verdict } from '../src/report/screens/backtest';
import { channelsTable } from './channel-scores';
import { formattedAs, markdownTable, withPart } from './marked-parts';
import { yearAfterTables } from './year-after';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A part of a page that is written from the scores. */
export interface PublishedPart {
  /** Name of the part in its marks. */
  readonly name: string;
  readonly page: string;
  /** Whether it stands within a sentence and not as a block of its own. */
  readonly inline?: true;
  readonly text: (scored: Backtest) => string;
}

/** A score as the tables print it: `.171`. */
const short = (value: number, digits = 3) => value.toFixed(digits).replace(/^(-?)0/, '$1');
const signedShort = (value: number) => `${value < 0 ? '' : '+'}${short(value)}`;
const per100 = (p: number) => String(Math.round(100 * p));
const both = ({ rps, log }: Scores) => `${short(rps)} / ${log.toFixed(2)}`;

const CLASS_HEADS = ['escalation', 'no deal', 'truce', 'rollback', 'all'];

function meetingsTable({ meetings }: Backtest): string {
  return markdownTable(
    ['meeting', 'set', ...CLASS_HEADS, 'happened', 'pool', 'model alone', 'base rate'],
    ['---', '---', ...CLASS_HEADS.map(() => '---:'), '---', '---:', '---:', '---:'],
    meetings.map(({ title, date, set, p, outcome, rps, model, baseRate }) => [
      `${title}, ${formatDate(date)}`,
      set,
      ...Object.values(p).map(per100),
      outcome,
      ...[rps, model.rps, baseRate.rps].map((score) => short(score)),
    ]),
  );
}

const NAMES: Readonly<Record<ForecastName, string>> = {
  model: 'model alone',
  published: 'published pool',
  evenPool: 'pool of equal weights',
};

function setsTable({ sets }: Backtest): string {
  const row = (name: string, of: (set: Backtest['sets'][number]) => Scores) => [
    name,
    ...sets.map((set) => both(of(set))),
  ];
  return markdownTable(
    ['mean RPS / log', ...sets.map(({ id }) => id)],
    ['---', ...sets.map(() => '---:')],
    [
      ...FORECASTS.map((name) => row(NAMES[name], ({ mean }) => mean[name])),
      row('base rate of the other meetings of the set', ({ baselines }) => baselines.baseRate),
      row('base rate of the meetings before', ({ baselines }) => baselines.baseRateBefore),
      row('uniform', ({ baselines }) => baselines.uniform),
    ],
  );
}

function chanceTable({ sets }: Backtest): string {
  return markdownTable(
    ['set', 'forecast', 'less base rate', '95 % interval', 'permutation p'],
    ['---', '---', '---:', '---', '---:'],
    sets.flatMap(({ id, againstBaseRate, permutation }) =>
      FORECASTS.map((name) => {
        const { mean, low, high } = againstBaseRate[name];
        const span = `${signedShort(low)} to ${signedShort(high)}`;
        return [id, NAMES[name], signedShort(mean), span, short(permutation[name].pValue, 4)];
      }),
    ),
  );
}

function partsTable({ parts }: Backtest): string {
  return markdownTable(
    ['without', 'mean RPS', 'what the part costs'],
    ['---', '---:', '---:'],
    parts.map(({ title, rps, cost }) => [title, short(rps), signedShort(cost)]),
  );
}

function pricesTable({ prices }: Backtest): string {
  return markdownTable(
    [
      'mean RPS at `bargaining.privateCost`',
      ...prices.flatMap(({ K }) => [`${short(K, 2)}, pool`, `${short(K, 2)}, model alone`]),
    ],
    ['---', ...prices.flatMap(() => ['---:', '---:'])],
    [
      ...prices[0]!.sets.map(({ id }, at) => [
        id,
        ...prices.flatMap(({ sets }) => [short(sets[at]!.published), short(sets[at]!.model)]),
      ]),
      ['rollback at Busan, chance', ...prices.flatMap(({ base }) => [`${per100(base['rollback']!)} %`, ''])],
    ],
  );
}

function detailsTable({ details, sets }: Backtest): string {
  const { insideBand, bands, brier, brierEven, issues } = details;
  return markdownTable(
    ['detail', 'model alone', 'naive'],
    ['---', '---:', '---:'],
    [
      ...sets.map(({ id, rates }) => [
        `average duties two weeks after, CRPS in points, ${id}`,
        rates.crps.toFixed(2),
        `${rates.crpsNoChange.toFixed(2)} (no change)`,
      ]),
      [
        `bands from 10 to 90 % that hold what happened, of ${bands}`,
        `${per100(insideBand)} %`,
        '80 % (right)',
      ],
      [
        `at least half of an issue granted, Brier over ${issues} issues`,
        short(brier),
        `${short(brierEven, 2)} (coin)`,
      ],
    ],
  );
}

function forecastersTable({ forecasters, contracts }: Backtest): string {
  return markdownTable(
    ['who, when', 'statement', 'theirs', 'pool'],
    ['---', '---', '---:', '---:'],
    [
      ...forecasters.map(({ forecaster, on, statement, p, model }) => [
        `${forecaster}, ${formatDate(on)}`,
        statement,
        short(p, 2),
        short(model.p, 2),
      ]),
      ...contracts.map(({ forecaster, on, statement, rps, model }) => [
        `${forecaster}, ${on === null ? 'undated' : formatDate(on)}`,
        `${statement}, RPS over its bins, the model alone`,
        short(rps),
        short(model.rps),
      ]),
    ],
  );
}

function firstScoresTable({ firstScores }: Backtest): string {
  const told = (value: number | undefined) => (value === undefined ? '' : short(value));
  const means = (of: (one: Backtest['firstScores'][number]) => number) =>
    told(firstScores.reduce((sum, one) => sum + of(one), 0) / firstScores.length);
  return markdownTable(
    [
      'meeting',
      'happened',
      'core alone',
      'pool, .3',
      'pool, .5',
      'base rate',
      'version 0.1',
      'shipped model, after 2026 was known',
    ],
    ['---', '---', '---:', '---:', '---:', '---:', '---:', '---:'],
    [
      ...firstScores.flatMap(({ title, outcome, registered, otherReading, earlier, afterwards }) => [
        [
          title,
          outcome,
          ...[registered.model, registered.published, registered.evenPool, registered.baseRate].map(told),
          told(earlier.rps),
          `${told(afterwards.model)} alone, ${told(afterwards.published)} pooled`,
        ],
        ...(otherReading === null
          ? []
          : [
              [
                `${title}, the other reading`,
                '',
                ...[
                  otherReading?.model,
                  otherReading?.published,
                  otherReading?.evenPool,
                  otherReading?.baseRate,
                ].map(told),
                '',
                '',
              ],
            ]),
      ]),
      [
        'mean of the five',
        '',
        means((one) => one.registered.model),
        means((one) => one.registered.published),
        means((one) => one.registered.evenPool),
        means((one) => one.registered.baseRate),
        means((one) => one.earlier.rps),
        `${means((one) => one.afterwards.model)} alone, ${means((one) => one.afterwards.published)} pooled`,
      ],
    ],
  );
}

const RECORD = 'docs/record.md';

/** All parts that are published, the parts taken out last. */
export const PUBLISHED_PARTS: readonly PublishedPart[] = [
  { name: 'verdict', page: RECORD, text: (scored) => `**${verdict({ ...scored, parts: [] })}**` },
  { name: 'verdict', page: 'README.md', inline: true, text: (scored) => verdict({ ...scored, parts: [] }) },
  { name: 'meetings', page: RECORD, text: meetingsTable },
  { name: 'sets', page: RECORD, text: setsTable },
  { name: 'chance', page: RECORD, text: chanceTable },
  { name: 'details', page: RECORD, text: detailsTable },
  { name: 'forecasters', page: RECORD, text: forecastersTable },
  { name: 'first scores', page: RECORD, text: firstScoresTable },
  { name: 'year after', page: RECORD, text: yearAfterTables },
  { name: 'parts', page: RECORD, text: partsTable },
  { name: 'prices', page: RECORD, text: pricesTable },
  { name: 'channels', page: RECORD, text: channelsTable },
];

/** Where the pages of reports find what is published. */
const FOR_REPORTS = 'src/report/published-scores.json';

/** What the pages of reports tell of the scores; its prices need the parts taken out. */
export function scoresForReports(scored: Backtest): { readonly verdict: string; readonly prices: unknown[] } {
  const thousandths = (value: number) => Number(value.toFixed(3));
  return {
    verdict: verdict({ ...scored, parts: [] }),
    prices: scored.prices.map(({ K, sets, base }) => {
      const whole = sets.find(({ id }) => id === 'all')!;
      return {
        price: K,
        published: thousandths(whole.published),
        model: thousandths(whole.model),
        rollback: Number(base['rollback']!.toFixed(2)),
      };
    }),
  };
}

/** A part with the name that its marks have. */
const marked = (part: PublishedPart) => ({ ...part, name: `scores, ${part.name}` });

/** The pages as they stand, and as they are with some parts written from scores. */
export async function pagesWith(
  scored: Backtest,
  parts: readonly PublishedPart[] = PUBLISHED_PARTS,
): Promise<{ readonly page: string; readonly now: string; readonly then: string }[]> {
  const pages = [...new Set(parts.map(({ page }) => page))];
  return Promise.all(
    pages.map(async (page) => {
      const now = readFileSync(join(root, page), 'utf8');
      let then = now;
      for (const part of parts)
        if (part.page === page)
          then = await formattedAs(join(root, page), withPart(then, marked(part), part.text(scored)));
      return { page, now, then };
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const scored = backtest();
  for (const { page, then } of await pagesWith(scored)) writeFileSync(join(root, page), then);
  writeFileSync(
    join(root, FOR_REPORTS),
    await formattedAs(join(root, FOR_REPORTS), JSON.stringify(scoresForReports(scored))),
  );
}
