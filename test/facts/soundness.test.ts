/** Facts are asked as a whole: each mistake is planted at every place where it can be made, and named by that place. */
import { describe, expect, it } from 'vitest';
import { facts, type Facts } from '../../src/facts/packaged';
import { recordedOn } from '../../src/facts/fold';
import { parseFacts } from '../../src/facts/parse';
import { unsoundness } from '../../src/facts/soundness';

type Loose = Record<string, unknown>;
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null;

/** Every list and object of the facts with its path; acts are asked by the law, and dated by the fold. */
function* parts(
  value: unknown,
  path: readonly string[] = [],
): Generator<readonly [readonly string[], Loose]> {
  if (!isLoose(value) || path[0] === 'acts' || path[0] === 'sources') return;
  yield [path, value];
  for (const [key, item] of Object.entries(value)) yield* parts(item, [...path, key]);
}

const PARTS = [...parts(facts)];

/** A copy of the facts, changed at one place. */
function planted(path: readonly string[], change: (part: Loose) => void): Facts {
  const copy = structuredClone(facts) as Facts;
  let part: unknown = copy;
  for (const key of path) part = (part as Loose)[key];
  change(part as Loose);
  return copy;
}

const complaints = (changed: Facts) => unsoundness(changed).map(({ path }) => path);

const LISTS = PARTS.flatMap(([path, part]) =>
  Array.isArray(part) && part.length > 0 && isLoose(part[0]) ? [[path.join('.'), path, part] as const] : [],
);

describe('facts as a whole', () => {
  it('are sound as they come with the package', () => {
    expect(unsoundness(facts)).toEqual([]);
  });

  it.each(LISTS.filter(([, , rows]) => 'id' in (rows[0] as Loose)))(
    'name one thing by an id in %s',
    (name, path, rows) => {
      const twice = planted(path, (list) =>
        (list as unknown as Loose[]).push(structuredClone(rows[0] as Loose)),
      );
      expect(complaints(twice)).toContain(`${name}.${rows.length}.id`);
    },
  );

  it('name one measure by an id, over all kinds of measure', () => {
    const id = facts.listings[0]!.id;
    const copy = planted(['portFees', '0'], (row) => Object.assign(row, { id }));
    expect(complaints(copy)).toContain('listings.0.id');
  });

  /** The names of fields that point to a row elsewhere. */
  const POINTERS =
    /^(authority|probe|measure|layer|flow|undertaking|truce|meeting|codedMeeting|dossier|speaker|source)$/;
  const pointers = PARTS.flatMap(([path, part]) =>
    Object.keys(part)
      .filter((key) => POINTERS.test(key) && typeof part[key] === 'string')
      .map((key) => [[...path, key].join('.'), path, key] as const),
  );

  it('point to what there is, wherever they point to anything', () => {
    // The unit of what is bought stands in a field of the same name.
    const all = pointers.filter(([name]) => !/^purchases\.commitments\.\d+\.terms/.test(name));
    expect(all.length).toBeGreaterThan(500);
    const wide = planted([], (root) => {
      for (const [, path, key] of all) {
        let part: Loose = root;
        for (const step of path) part = part[step] as Loose;
        part[key] = 'nowhere';
      }
    });
    const found = new Set(complaints(wide));
    expect(all.map(([name]) => name).filter((name) => !found.has(name))).toEqual([]);
  });

  it.each([
    ['issues', ['codedMeetings', '0'], { granted: { nowhere: 1 } }, 'codedMeetings.0.granted.nowhere'],
    [
      'measures',
      ['tariffs', 'usOnCn', '0'],
      { doesNotStack: ['us/nowhere'] },
      'tariffs.usOnCn.0.doesNotStack.0',
    ],
    ['duties', ['start', 'measures', '0'], { id: 'us/nowhere' }, 'start.measures.0.id'],
    ['probes', ['start', 'probes', '0'], { id: 'us/nowhere' }, 'start.probes.0.id'],
    ['flows', ['start', 'flows', '0'], { id: 'nowhere' }, 'start.flows.0.id'],
    [
      'people',
      ['meetings', '0'],
      { delegations: { US: ['nowhere'], CN: [] } },
      'meetings.0.delegations.US.0',
    ],
  ] as const)('point to %s that there are', (_, path, change, found) => {
    expect(complaints(planted(path, (part) => Object.assign(part, change)))).toContain(found);
  });

  /** Lists of which the latest row holds: those with rows from a day on. */
  const DATED = LISTS.filter(
    ([name, , rows]) =>
      rows.length > 1 &&
      rows.every((row) => typeof (row as Loose).from === 'string') &&
      !/truceSpells|terms$/.test(name),
  );

  it.each(DATED)('have the rows of %s in the order of their days', (name, path) => {
    const mixed = planted(path, (list) => (list as unknown as unknown[]).reverse());
    expect(
      complaints(mixed).filter((place) => place.startsWith(`${name}.`) && place.endsWith('.from')),
    ).not.toEqual([]);
  });

  it.each([
    [
      'a probe that opened after the record began',
      ['start', 'probes', '0'],
      { since: '2018-01-02' },
      'start.probes.0.since',
    ],
    [
      'a threat that was settled before it was made',
      ['threats', '0'],
      { settledOn: '2017-01-01' },
      'threats.0.settledOn',
    ],
    [
      'a threat that was due before it was made',
      ['threats', '0'],
      { dueOn: '2017-01-01' },
      'threats.0.dueOn',
    ],
    ['a truce whose days do not count', ['truceSpells', '0'], { days: 1 }, 'truceSpells.0.days'],
    ['an eve after the meeting', ['dossiers', '0'], { asOf: '2030-01-01' }, 'dossiers.0.meeting'],
    [
      'pain that counts from after the eve',
      ['dossiers', '0'],
      { painSince: '2030-01-01' },
      'dossiers.0.asOf',
    ],
    [
      'a span that ends before it begins',
      ['commodities', '0', 'observations', '0'],
      { until: '2000-01-01' },
      'commodities.0.observations.0.until',
    ],
    [
      'a promise that ends before it begins',
      ['purchases', 'commitments', '0', 'terms', '0'],
      { until: '2000-01-01' },
      'purchases.commitments.0.terms.0.until',
    ],
  ] as const)('do not have %s', (_, path, change, found) => {
    expect(complaints(planted(path, (part) => Object.assign(part, change)))).toContain(found);
  });

  it('do not have a measure on a statute that could not be used yet', () => {
    const used = facts.acts.findIndex(({ event }) => event.type === 'tariff.impose');
    const late = planted(['authorities'], (rows) => {
      for (const row of rows as unknown as { since: { from: string } }[]) row.since.from = '2030-01-01';
    });
    expect(complaints(late)).toContain(`acts.${used}.event.on`);
  });

  it('are refused by their parser, with the place and what was meant', () => {
    const copy = planted(['tariffs', 'usOnCn', '0'], (row) => Object.assign(row, { authority: 'ieeppa' }));
    const parsed = parseFacts(copy);
    expect(parsed.ok ? [] : parsed.issues).toContainEqual({
      path: 'tariffs.usOnCn.0.authority',
      message: 'the facts have no authority "ieeppa"; did you mean "ieepa"?',
    });
  });
});

describe('the first day of a record', () => {
  it('has the clocks running that a statute sets, so that a duty lapses as if an act had laid it', () => {
    const copy = structuredClone(facts) as Facts;
    const row = copy.tariffs.usOnCn.find(({ id }) => id === 'us/mfn')!;
    Object.assign(row, { authority: 's122' });
    Object.assign(
      copy.authorities.find(({ id }) => id === 's122')!,
      { ceilingPct: null },
    );
    const day = recordedOn({ ...copy, acts: [] }, '2018-06-01');
    if (!day.ok) throw new Error('the record is sound');
    expect(day.state.tariff['us/mfn']).toMatchObject({
      status: 'lapsed',
      since: '2018-05-31',
      endsOn: '2018-05-31',
    });
    expect(day.log.map(({ type, on }) => [type, on])).toContainEqual(['tariff.lapse', '2018-05-31']);
  });
});
