/**
 * The year after Busan as the model told it and as it came: the two curves of its truce beside the spells of the record, and how often
 * the sides talked, listed, eased and met. `npm run scores` writes the tables into `docs/record.md`; nothing is fitted to them.
 */
import type { Event } from '../src/actions/index';
import { projectInFull, type FullProjection } from '../src/analyses/project';
import { prepare } from '../src/analyses/prepared';
import { BASE_SCENARIO } from '../src/analyses/backtest/work';
import { runRecorded } from '../src/episode/recorded';
import { eventsOf } from '../src/facts/acts';
import { facts } from '../src/facts/packaged';
import { recordSpan } from '../src/facts/record-span';
import { averageOn } from '../src/facts/averages';
import { daysBetween, formatDate } from '../src/kit/calendar';
import { itemAt } from '../src/kit/lists';
import { PARTY_IDS } from '../src/model/actor';

const RUNS = 400;
const SEED = '1';
const MEETING = '2025-10-30';
/** The last day of the record on which the model rests. */
const KNOWN_BY = '2025-11-10';
const DAYS = [30, 90, 180, 365] as const;

type Row = readonly string[];
const table = (head: Row, aligned: Row, rows: readonly Row[]): string =>
  [head, aligned, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const per100 = (share: number) => String(Math.round(100 * share));

interface Spell {
  readonly days: number;
  readonly censored: boolean;
}

/** The share of spells that last longer than so many days, by Kaplan and Meier; null beyond the longest. */
export function survival(spells: readonly Spell[], day: number): number | null {
  if (spells.every(({ days }) => days < day)) return null;
  let share = 1;
  for (const end of [...new Set(spells.filter((one) => !one.censored).map(({ days }) => days))].sort(
    (a, b) => a - b,
  )) {
    if (end > day) break;
    const atRisk = spells.filter(({ days }) => days >= end).length;
    share *= 1 - spells.filter((one) => !one.censored && one.days === end).length / atRisk;
  }
  return share;
}

function truceTable(whole: FullProjection, core: FullProjection): string {
  const at = ({ projection: { truce } }: FullProjection, curve: 'text' | 'unbroken') =>
    DAYS.map((day) => {
      const p = truce[curve]?.find((point) => point?.days === day)?.p;
      return p === undefined ? '' : per100(p);
    });
  const km = (spells: readonly Spell[]) =>
    DAYS.map((day) => {
      const share = survival(spells, day);
      return share === null ? '' : per100(share);
    });
  const watched = daysBetween(MEETING, recordSpan(facts).last);
  const stood = DAYS.map((day) => (day <= watched ? 'yes' : 'not known yet'));
  const known = facts.truceSpells.filter(({ until }) => until <= KNOWN_BY);
  return table(
    ['per cent', ...DAYS.map((day) => `${day} days`)],
    ['---', ...DAYS.map(() => '---:')],
    [
      ['model, text in force', ...at(whole, 'text')],
      ['model, no breach yet', ...at(whole, 'unbroken')],
      ['core alone, text in force', ...at(core, 'text')],
      ['core alone, no breach yet', ...at(core, 'unbroken')],
      [`spells to November 2025, no breach yet (Kaplan and Meier, n ${known.length})`, ...km(known)],
      [`with Busan, censored on day ${watched} (n ${facts.truceSpells.length})`, ...km(facts.truceSpells)],
      ['what happened: text in force', ...stood],
      ['what happened: no breach documented', ...stood],
    ],
  );
}

/** What is counted of a year: its name, and whether an event is one. */
const COUNTED: readonly (readonly [string, (event: Event) => boolean])[] = [
  ['rounds of talks', ({ type }) => type === 'talks.conclude'],
  ['calls of the leaders', ({ type }) => type === 'talks.leaders-call'],
  ['meetings of the leaders', ({ type }) => type === 'meeting.hold'],
  ['listings, both sides together', ({ type }) => type === 'listing.impose'],
  [
    'easings, both sides together (duty, control, licence, listing, port fee)',
    ({ type, actor }) =>
      PARTY_IDS.some((party) => party === actor) &&
      /^(tariff|control|listing|port-fee)\.(cut|ease|suspend|withdraw|remove|exclude)$|^licence\.grant$/.test(
        type,
      ),
  ],
  ['new American duties', ({ type, actor }) => type === 'tariff.impose' && actor === 'US'],
  ['rulings that strike the emergency powers down', ({ type }) => type === 'court.strike-down'],
];

function countsTable(): string {
  const { initial, specification } = prepare(BASE_SCENARIO, {});
  const last = recordSpan(facts).last;
  const inYear = ({ on }: Event) => on > KNOWN_BY && on <= last;
  const episodes = Array.from({ length: RUNS }, (_, episode) =>
    runRecorded(initial, specification, SEED, episode).events.filter(inYear),
  );
  const happened = eventsOf(facts).filter(inYear);
  const rows = COUNTED.map(([name, counts]): Row => {
    const found = episodes.map((events) => events.filter(counts).length).sort((a, b) => a - b);
    const mean = found.reduce((sum, n) => sum + n, 0) / RUNS;
    const at = (q: number) => String(found[Math.floor(q * (RUNS - 1))]);
    const some = found.filter((n) => n > 0).length / RUNS;
    return [
      name,
      mean.toFixed(1),
      `${at(0.1)} to ${at(0.9)}`,
      `${per100(some)} %`,
      String(happened.filter(counts).length),
    ];
  });
  return table(
    ['from 11 November 2025 to 9 October 2026', 'model, mean', '10 to 90 %', 'runs with any', 'happened'],
    ['---', '---:', '---:', '---:', '---:'],
    rows,
  );
}

/** The averages of the last day that both know, in per cent. */
function averagesTable({ course }: FullProjection): string {
  const { last } = recordSpan(facts);
  const at = course.dates.findLastIndex((on) => on <= last);
  const on = itemAt(course.dates, at);
  const rows = (['usOnCn', 'cnOnUs'] as const).map((direction): Row => {
    const { p10, p50, p90 } = itemAt(course.averageTariffPct[direction], at);
    return [
      direction === 'usOnCn' ? 'American duties on Chinese goods' : 'Chinese duties on American goods',
      ...[p10, p50, p90, averageOn(facts, direction, on)].map((pct) => pct.toFixed(1)),
    ];
  });
  return table(
    [`averages on ${formatDate(on)}, per cent`, '10 %', 'median', '90 %', 'happened'],
    ['---', '---:', '---:', '---:', '---:'],
    rows,
  );
}

/** All tables as the documentation prints them. */
export function yearAfterTables(): string {
  const told = projectInFull(BASE_SCENARIO, { runs: 10 * RUNS, seed: SEED });
  const core = projectInFull(BASE_SCENARIO, { runs: 10 * RUNS, seed: SEED, core: true });
  return [truceTable(told, core), countsTable(), averagesTable(told)].join('\n\n');
}
