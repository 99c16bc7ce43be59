import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEvent } from '../../src/engine/parse';
import { digest, project, replay, start, type Event } from '../../src/entries/index';
import { isIsoDate } from '../../src/kit/calendar';
import {
  onThreads,
  EXPORT_TABLES,
  type ColumnSpec,
  type Exported,
  type ExportFormat,
  type TableSpec,
} from '../../src/entries/node';
import { defineTable, text } from '../../src/report/export/table';
import { csvTable, jsonLinesTable } from '../../src/node/export/text-tables';
import { cli, folder, type Folder } from '../cli/run-cli';
import { shortScenario } from '../episode/fixtures';

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** All threads from the beginning, however little there is to do. */
const on = (workers: number) => onThreads({ workers, startAfterMs: 0 });
const RUNS = 120;
const SEED = 'été, "1"';
const scenario = shortScenario();
const told = { runs: RUNS, seed: SEED, tables: EXPORT_TABLES };

let files: Folder;
const exported = {} as Record<ExportFormat, Exported>;
beforeAll(async () => {
  files = folder();
  for (const format of ['jsonl', 'csv', 'parquet'] as const)
    exported[format] = await on(1).exportEnsemble(scenario, join(files.path, format), { ...told, format });
});
afterAll(() => files.remove());

const specOf = (table: string): TableSpec =>
  exported.jsonl.tables.find(({ spec }) => spec.name === table)!.spec;
const read = (...path: string[]) => readFileSync(join(files.path, ...path), 'utf8');
const rowsOf = (table: string): Row[] =>
  read('jsonl', `${table}.jsonl`)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Why a cell is not what the dictionary says, or null. */
function fault(cell: Row[string] | undefined, column: ColumnSpec): string | null {
  const { type, empty, minimum = -Infinity, maximum = Infinity, levels } = column;
  if (cell === undefined) return 'is missing';
  if (cell === null) return empty === null ? 'is empty' : null;
  if (type === 'boolean') return typeof cell === 'boolean' ? null : 'is no truth value';
  if (type === 'number' || type === 'integer') {
    if (typeof cell !== 'number' || !Number.isFinite(cell)) return 'is no number';
    if (type === 'integer' && cell !== (cell | 0)) return 'is no integer of 32 bits';
    return cell < minimum - 1e-9 || cell > maximum + 1e-9 ? `lies outside ${minimum} to ${maximum}` : null;
  }
  if (typeof cell !== 'string') return 'is no text';
  if (type === 'date' && !isIsoDate(cell)) return 'is no date';
  return levels === undefined || levels.includes(cell) ? null : 'is no level';
}

/** A field of CSV as its column means it. */
function cellOf(field: string | null, { type }: ColumnSpec): Row[string] {
  if (field === null) return null;
  if (type === 'boolean') return field === 'true';
  return type === 'number' || type === 'integer' ? Number(field) : field;
}

function csvRows(content: string, { columns }: TableSpec): Row[] {
  const records: string[][] = parseCsv(content, {
    cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
  });
  const [names, ...rest] = records as (readonly (string | null)[])[];
  expect(names).toEqual(columns.map(({ name }) => name));
  return rest.map((fields) =>
    Object.fromEntries(columns.map((column, at) => [column.name, cellOf(fields[at]!, column)])),
  );
}

describe('an export', () => {
  it.each(EXPORT_TABLES)('fills %s as its dictionary says, and no other column', (table) => {
    const { columns, key } = specOf(table);
    const rows = rowsOf(table);
    expect(rows.length).toBeGreaterThan(0);
    const names = columns.map(({ name }) => name).join();
    const wrong = rows.flatMap((row, at) => {
      const columnsFault = Object.keys(row).join() === names ? [] : [`row ${at} has other columns`];
      const faults = columns.flatMap((column) => {
        const why = fault(row[column.name], column);
        return why === null ? [] : [`${column.name} of row ${at} ${why}: ${row[column.name]}`];
      });
      return [...columnsFault, ...faults];
    });
    expect(wrong).toEqual([]);
    expect(new Set(rows.map((row) => key.map((name) => row[name]).join('\0'))).size).toBe(rows.length);
  });

  it.each(EXPORT_TABLES)('writes the same rows of %s as CSV and as JSON lines', (table) => {
    expect(csvRows(read('csv', `${table}.csv`), specOf(table))).toEqual(rowsOf(table));
  });

  it.each(EXPORT_TABLES)('writes the same rows of %s as Parquet, with dates as dates', async (table) => {
    const file = await asyncBufferFromFile(join(files.path, 'parquet', `${table}.parquet`));
    const found = await parquetReadObjects({ file });
    const dates = specOf(table).columns.filter(({ type }) => type === 'date');
    for (const row of found) {
      for (const { name } of dates) {
        if (row[name] === null) continue;
        expect(row[name]).toBeInstanceOf(Date);
        row[name] = (row[name] as Date).toISOString().slice(0, 10);
      }
    }
    expect(found).toEqual(rowsOf(table));
    const { schema, key_value_metadata: about } = await parquetMetadataAsync(file);
    expect(schema.slice(1).map(({ name }) => name)).toEqual(specOf(table).columns.map(({ name }) => name));
    expect(about).toContainEqual({ key: 'detente.seed', value: SEED });
    expect(about).toContainEqual({ key: 'detente.digest', value: exported.csv.projection.digest });
  });

  it('is the export of the projection with that seed', () => {
    expect(exported.csv.projection).toEqual(project(scenario, { runs: RUNS, seed: SEED }));
  });

  it("comes to the projection's own figures when its episodes are summed up", () => {
    const { outcomes, meeting, truce, issues } = exported.csv.projection;
    const episodes = rowsOf('episodes');
    expect(episodes).toHaveLength(RUNS);
    const shareOf = (holds: (row: Row) => boolean) => episodes.filter(holds).length / RUNS;
    for (const { id, pModel } of outcomes!)
      expect(shareOf((row) => row.outcome === id)).toBeCloseTo(pModel, 6);
    expect(shareOf((row) => row.meeting_held === true)).toBeCloseTo(meeting!.held.p, 6);
    const bound = episodes.filter((row) => row.truce_bound === true);
    for (const [curve, days, event] of [
      ['text', 'text_days', 'text_ended'],
      ['unbroken', 'unbroken_days', 'breached'],
    ] as const)
      for (const point of truce[curve]?.filter((told) => told !== null) ?? []) {
        const still = bound.filter((row) => row[event] === false || Number(row[days]) > point.days);
        expect(still.length / bound.length).toBeCloseTo(point.p, 6);
      }
    const terms = rowsOf('terms');
    for (const { id, mean, pHalf } of issues!) {
      const degrees = terms.filter((row) => row.issue === id).map((row) => Number(row.degree));
      expect(degrees).toHaveLength(RUNS);
      // The projection counts degrees to a thousandth.
      expect(degrees.reduce((sum, degree) => sum + degree, 0) / RUNS).toBeCloseTo(mean, 3);
      expect(degrees.filter((degree) => Math.round(degree * 1000) >= 500).length / RUNS).toBeCloseTo(
        pHalf,
        6,
      );
    }
  });

  it('gives the same median as the projection for every quantity, to the step of its histogram', () => {
    const episodes = rowsOf('episodes');
    for (const { quantity, p50 } of rowsOf('quantities')) {
      const values = episodes.map((row) => Number(row[String(quantity)])).sort((a, b) => a - b);
      expect(Math.abs(values[RUNS / 2 - 1]! - Number(p50))).toBeLessThanOrEqual(0.5);
    }
  });

  it('has logs that replay to the digest of their episode', () => {
    const events = rowsOf('events');
    for (const { episode, state_digest } of rowsOf('episodes').slice(0, 6)) {
      const log = events
        .filter((row) => row.episode === episode)
        .map(({ payload }): Event => {
          const parsed = parseEvent(JSON.parse(String(payload)));
          if (!parsed.ok) throw new Error(`not an event: ${payload}`);
          return parsed.event;
        });
      const end = replay(start(scenario), log);
      expect(end.ok && digest(end.state)).toBe(state_digest);
    }
  });

  it('has for each evening the gauges of that day, not of another', () => {
    const accruals = rowsOf('events').filter((row) => row.type === 'economy.accrue' && row.episode === 3);
    const days = rowsOf('days').filter((row) => row.episode === 3);
    expect(days.map((row) => row.us_pain_pct_gdp_days)).toEqual(
      accruals.map(({ payload }) => JSON.parse(String(payload)).gauges.pain.US),
    );
    expect(new Set(days.map((row) => row.us_pain_pct_gdp_days)).size).toBeGreaterThan(5);
  });

  it('is the same bytes twice and for any number of workers', async () => {
    for (const [at, format] of (['csv', 'parquet'] as const).entries()) {
      const again = await on(3 - at).exportEnsemble(scenario, join(files.path, `again-${format}`), {
        ...told,
        format,
      });
      expect(again).toEqual(exported[format]);
    }
    for (const name of ['datapackage.json', 'dictionary.json', 'dictionary.md'])
      expect(read('again-csv', name)).toBe(read('csv', name));
  });

  it('describes every file in the folder as a data package', () => {
    const described = JSON.parse(read('csv', 'datapackage.json'));
    const paths: string[] = described.resources.map((resource: { path: string }) => resource.path);
    expect(readdirSync(join(files.path, 'csv')).sort()).toEqual(
      [...paths, 'datapackage.json', 'dictionary.json', 'dictionary.md'].sort(),
    );
    expect(described.detente).toMatchObject({ scenario: scenario.id, seed: SEED, runs: RUNS });
    expect(described.licenses[0].name).toBe('MIT');
    const page = read('csv', 'dictionary.md');
    for (const { table, column, description } of JSON.parse(read('csv', 'dictionary.json'))) {
      expect(description.length, `${table}.${column}`).toBeGreaterThan(5);
      expect(column).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(page).toContain(`| \`${column}\` |`);
    }
  });
});

describe('a text of a stranger in an export', () => {
  const HOSTILE = '<script>alert(1)</script> [x](javascript:alert(1)) `code` *a* _b_ | # \u202e\u009b31m';
  const strange = { ...scenario, id: 'strange', title: HOSTILE, question: `- ${HOSTILE}?` };

  it('is no markup in the dictionary, and turns no line of its JSON round', async () => {
    await on(1).exportEnsemble(strange, join(files.path, 'strange'), { runs: 2, seed: '`a``b' });
    const page = read('strange', 'dictionary.md');
    const [title, , question, , simulated] = page.split('\n');
    // Every character of markup stands behind a backslash, but the mark of the heading.
    for (const line of [title!.replace('# ', ''), question!])
      expect(line.replace(/\\[^]/g, '')).not.toMatch(/[`*_<>|#~]|\](?=\()/);
    expect(question).toMatch(/^\\- /);
    expect(simulated).toContain('seed ``` `a``b ```');
    for (const name of ['dictionary.md', 'datapackage.json', 'dictionary.json'])
      expect(read('strange', name)).not.toMatch(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(JSON.parse(read('strange', 'datapackage.json')).title).toContain(HOSTILE);
  });
});

describe('text in tables', () => {
  const HARD = [
    '',
    ' a ',
    'a,b',
    'say "no"',
    'two\nlines',
    'cr\rlf\r\n',
    '中美 é 🫘',
    '#',
    "'=1+1",
    '\\N',
    'null',
  ];
  const spec = defineTable<null, string>({
    name: 'hard',
    description: 'Text that is hard to write.',
    key: ['text'],
    rows: () => HARD,
    columns: [
      text('text', 'The text.', (row) => row),
      text('none', 'Nothing.', () => null, { empty: 'always' }),
    ],
  });

  it.each([
    ['CSV', csvTable, (content: string) => csvRows(content, spec)],
    [
      'JSON lines',
      jsonLinesTable,
      (content: string) =>
        content
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
    ],
  ] as const)('survives %s, and an empty text is no empty cell', (name, make, rows) => {
    const path = join(files.path, `hard ${name}`);
    const columns: string[][] = [[], []];
    spec.append(null, columns);
    const writer = make(path, spec);
    writer.write(columns);
    writer.finish({});
    expect(rows(readFileSync(path, 'utf8'))).toEqual(HARD.map((value) => ({ text: value, none: null })));
  });
});

describe('a folder', () => {
  const few = { runs: 60, tables: ['episodes'] } as const;

  it('is not there at all after a failure or a stop in the middle', async () => {
    const place = join(files.path, 'half');
    mkdirSync(place);
    const before = readdirSync(files.path);
    const onProgress = () => {
      throw new Error('the disk is full');
    };
    await expect(on(1).exportEnsemble(scenario, place, { ...few, onProgress })).rejects.toThrow(
      'the disk is full',
    );
    const stop = new AbortController();
    const told = on(1).exportEnsemble(scenario, place, {
      ...few,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('stopped')),
    });
    await expect(told).rejects.toThrow('stopped');
    expect(readdirSync(files.path)).toEqual(before);
    expect(readdirSync(place)).toEqual([]);
  });

  it('may be there when it is empty, and not when it is a file or holds anything', async () => {
    const empty = join(files.path, 'empty');
    mkdirSync(empty);
    await on(1).exportEnsemble(scenario, empty, { ...few, runs: 1 });
    expect(existsSync(join(empty, 'episodes.csv'))).toBe(true);
    await expect(on(1).exportEnsemble(scenario, empty, few)).rejects.toThrow(/is not empty/);
    const file = files.file('a file', 'x');
    await expect(on(1).exportEnsemble(scenario, file, few)).rejects.toThrow(/is a file/);
    await expect(on(1).exportEnsemble(scenario, join(file, 'below'), few)).rejects.toThrow(
      /cannot be written/,
    );
    expect(readFileSync(file, 'utf8')).toBe('x');
  });

  it('is not begun for a table or format that does not exist', async () => {
    const place = join(files.path, 'never');
    const bad = (options: object) => on(1).exportEnsemble(scenario, place, options);
    await expect(bad({ format: 'parket' })).rejects.toThrow(/did you mean "parquet"/);
    await expect(bad({ tables: ['episode'] })).rejects.toThrow(/did you mean "episodes"/);
    await expect(bad({ tables: [] })).rejects.toThrow(/at least one table/);
    await expect(bad({ runs: 0 })).rejects.toThrow(/runs: expected/);
    expect(existsSync(place)).toBe(false);
  });
});

describe('detente export', () => {
  it('writes a folder and says which files it has', async () => {
    const place = join(files.path, 'cli');
    const argv = ['export', 'past-geneva-2025', '-o', place, '-n', '5', '-t', 'episodes,outcomes', '-w', '1'];
    const { exit, out } = await cli(...argv, '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      scenario: 'past-geneva-2025',
      runs: 5,
      digest: project('past-geneva-2025', { runs: 5 }).digest,
      tables: [{ table: 'episodes', path: 'episodes.csv', rows: 5 }, { table: 'outcomes' }],
    });
    const again = await cli(...argv);
    expect(again.exit).toBe(2);
    expect(again.err).toMatch(/^detente: the folder .* is not empty.*\n$/);
  });
});
