/**
 * What a schema cannot say of facts: ids that name one thing each, references to what there is, dated rows in their order, and
 * days that follow each other. Each complaint has the path of the row that is wrong.
 */
import { toDayNumber } from '../kit/calendar';
import { isObject } from '../kit/checks';
import { nearestText } from '../kit/nearest-text';
import { digest } from '../engine/digest';
import type { InputIssue } from '../engine/parse';
import type { Facts } from './schema';

type Complain = (path: string, message: string) => void;

/** A list of rows, with the path of the list. */
type Rows<Row> = readonly (readonly [path: string, rows: readonly Row[]])[];

const measureRows = ({
  tariffs,
  controls,
  portFees,
  listings,
}: Facts): Rows<{ id: string; authority: string }> => [
  ['tariffs.usOnCn', tariffs.usOnCn],
  ['tariffs.cnOnUs', tariffs.cnOnUs],
  ['controls.us', controls.us],
  ['controls.cn', controls.cn],
  ['portFees', portFees],
  ['listings', listings],
];

const idsIn = (rows: Rows<{ readonly id: string }>): string[] =>
  rows.flatMap(([, list]) => list.map(({ id }) => id));

/** Lists in which an id names one row; those of a group share their ids. */
function groupsOfIds(facts: Facts): readonly Rows<{ readonly id: string }>[] {
  const { start, purchases } = facts;
  const single = (path: string, rows: readonly { readonly id: string }[]) => [[path, rows]] as const;
  return [
    measureRows(facts),
    single('parties', facts.parties),
    single('people', facts.people),
    single('authorities', facts.authorities),
    single('lists', facts.lists),
    single('probes', facts.probes),
    single('purchases.flows', purchases.flows),
    single('purchases.products', purchases.products),
    single('purchases.commitments', purchases.commitments),
    single('undertakings', facts.undertakings),
    single('truces', facts.truces),
    single('truceSpells', facts.truceSpells),
    single('meetings', facts.meetings),
    single('codedClasses', facts.codedClasses),
    single('codedMeetings', facts.codedMeetings),
    single('dossiers', facts.dossiers),
    single('firstScores.meetings', facts.firstScores.meetings),
    single('forecasts', facts.forecasts),
    single('questions', facts.questions),
    single('rateContracts', facts.rateContracts),
    single('issues', facts.issues),
    single('commodities', facts.commodities),
    single('plans', facts.plans),
    single('claims', facts.claims),
    single('threats', facts.threats),
    single('start.measures', start.measures),
    single('start.probes', start.probes),
    single('start.flows', start.flows),
  ];
}

function askUniqueness(facts: Facts, complain: Complain): void {
  for (const group of groupsOfIds(facts)) {
    const first = new Map<string, string>();
    for (const [path, rows] of group) {
      rows.forEach(({ id }, at) => {
        const before = first.get(id);
        if (before === undefined) first.set(id, `${path}.${at}`);
        else
          complain(`${path}.${at}.id`, `"${id}" is the id of ${before} already; give each an id of its own`);
      });
    }
  }
}

/** Most ids of which the nearest is looked for: beyond, mending the first ones comes first. */
const MOST_NEAREST = 100;

/** Asks that ids which rows name are those of something. */
class References {
  private looked = 0;

  constructor(private readonly complain: Complain) {}

  to(what: string, ids: readonly string[]): (path: string, id: string | null | undefined) => void {
    const known = new Set(ids);
    return (path, id) => {
      if (id === null || id === undefined || known.has(id)) return;
      this.looked += 1;
      const near = this.looked > MOST_NEAREST ? null : nearestText(id, ids);
      const meant = near === null ? '' : `; did you mean "${near}"?`;
      this.complain(path, `the facts have no ${what} "${id}"${meant}`);
    };
  }
}

function askReferencesOfMeasures(facts: Facts, refer: References): void {
  const authority = refer.to(
    'authority',
    facts.authorities.map(({ id }) => id),
  );
  const measure = refer.to('measure', idsIn(measureRows(facts)));
  const layers = [...facts.tariffs.usOnCn, ...facts.tariffs.cnOnUs];
  const layer = refer.to(
    'duty',
    layers.map(({ id }) => id),
  );
  const probe = refer.to('probe', [...facts.probes.map(({ id }) => id), ...openedByActs(facts)]);
  for (const [path, rows] of measureRows(facts))
    rows.forEach((row, at) => authority(`${path}.${at}.authority`, row.authority));
  for (const direction of ['usOnCn', 'cnOnUs'] as const) {
    facts.tariffs[direction].forEach((row, at) => {
      probe(`tariffs.${direction}.${at}.probe`, row.probe);
      row.doesNotStack.forEach((id, index) =>
        measure(`tariffs.${direction}.${at}.doesNotStack.${index}`, id),
      );
    });
  }
  facts.portFees.forEach((row, at) => probe(`portFees.${at}.probe`, row.probe));
  facts.lists.forEach((row, at) => authority(`lists.${at}.authority`, row.authority));
  facts.probes.forEach((row, at) => authority(`probes.${at}.authority`, row.authority));
  facts.rateContracts.forEach((row, at) => authority(`rateContracts.${at}.authority`, row.authority));
  facts.start.measures.forEach((row, at) => layer(`start.measures.${at}.id`, row.id));
  facts.start.probes.forEach((row, at) => probe(`start.probes.${at}.id`, row.id));
  facts.plans.forEach((plan, at) =>
    plan.changes.forEach((change, index) => layer(`plans.${at}.changes.${index}.layer`, change.layer)),
  );
  facts.coverageYale.coverage.forEach((row, at) => layer(`coverageYale.coverage.${at}.layer`, row.layer));
  facts.issues.forEach((issue, at) =>
    issue.performance.forEach((act, index) => {
      const path = `issues.${at}.performance.${index}`;
      if ('measure' in act) measure(`${path}.measure`, act.measure);
      if ('probe' in act) probe(`${path}.probe`, act.probe);
    }),
  );
}

/** Ids of the investigations that acts of the record open. */
function openedByActs(facts: Facts): string[] {
  return facts.acts.flatMap(({ event }) => (event.type === 'probe.open' ? [String(event.id)] : []));
}

function askReferencesOfTalks(facts: Facts, refer: References): void {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const flow = refer.to('flow of purchases', ids(facts.purchases.flows));
  const undertaking = refer.to('undertaking', ids(facts.undertakings));
  const issue = refer.to('issue', ids(facts.issues));
  const person = refer.to('person', ids(facts.people));
  const truce = refer.to('truce', ids(facts.truces));
  const meeting = refer.to('meeting', ids(facts.meetings));
  const coded = refer.to('coded meeting', ids(facts.codedMeetings));
  const dossier = refer.to('dossier', ids(facts.dossiers));
  facts.start.flows.forEach((row, at) => flow(`start.flows.${at}.id`, row.id));
  facts.purchases.commitments.forEach((row, at) => flow(`purchases.commitments.${at}.flow`, row.flow));
  facts.issues.forEach((row, at) =>
    row.performance.forEach((act, index) => {
      const path = `issues.${at}.performance.${index}`;
      if ('flow' in act) flow(`${path}.flow`, act.flow);
      if ('undertaking' in act) undertaking(`${path}.undertaking`, act.undertaking);
    }),
  );
  facts.codedMeetings.forEach((row, at) => {
    for (const id of Object.keys(row.granted ?? {})) issue(`codedMeetings.${at}.granted.${id}`, id);
  });
  facts.statements.forEach((row, at) => person(`statements.${at}.speaker`, row.speaker));
  facts.meetings.forEach(({ delegations }, at) => {
    for (const party of ['US', 'CN'] as const)
      delegations?.[party].forEach((id, index) => person(`meetings.${at}.delegations.${party}.${index}`, id));
  });
  facts.truceSpells.forEach((row, at) => truce(`truceSpells.${at}.truce`, row.truce));
  facts.dossiers.forEach((row, at) => {
    meeting(`dossiers.${at}.meeting`, row.meeting);
    coded(`dossiers.${at}.codedMeeting`, row.codedMeeting);
  });
  facts.firstScores.meetings.forEach((row, at) => coded(`firstScores.meetings.${at}.id`, row.id));
  facts.forecasts.forEach((row, at) => dossier(`forecasts.${at}.dossier`, row.dossier));
  facts.rateContracts.forEach((row, at) => dossier(`rateContracts.${at}.dossier`, row.dossier));
}

/** The register of forecasts: each row of a question, one answer before its day, and what it is resolved to after; unbroken from the first row. */
function askRegister({ registered, questions }: Facts, refer: References, complain: Complain): void {
  const question = refer.to(
    'question',
    questions.map(({ id }) => id),
  );
  const answered = new Set<string>();
  let before: string | null = null;
  registered.forEach((row, at) => {
    const path = `registered.${at}`;
    question(`${path}.question`, row.question);
    if (row.before !== before)
      complain(
        `${path}.before`,
        'it is not the SHA-256 of the row above: rows are only added, never changed',
      );
    before = digest(row);
    const resolvesOn = questions.find(({ id }) => id === row.question)?.resolvesOn;
    if (row.kind === 'registration') {
      if (resolvesOn !== undefined && row.registeredOn >= resolvesOn)
        complain(
          `${path}.registeredOn`,
          `${row.registeredOn} is not before the day of the question, ${resolvesOn}`,
        );
      answered.add(row.question);
    } else if (!answered.has(row.question))
      complain(`${path}.question`, `"${row.question}" is resolved, but no row above answers it`);
  });
}

/** Every place of the facts that names a document. */
function askSources(facts: Facts, refer: References): void {
  const source = refer.to('source', Object.keys(facts.sources));
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) value.forEach((item, at) => walk(item, `${path}.${at}`));
    else if (isObject(value))
      for (const [key, item] of Object.entries(value)) {
        if (key === 'source' && typeof item === 'string') source(`${path}.source`, item);
        else walk(item, `${path}.${key}`);
      }
  };
  for (const [key, value] of Object.entries(facts)) if (key !== 'sources') walk(value, key);
}

/** Asks that the days of some rows rise: the later row is the one that holds. */
function askOrder(path: string, days: readonly string[], complain: Complain, field = 'from'): void {
  days.forEach((day, at) => {
    const before = days[at - 1];
    if (before !== undefined && day <= before)
      complain(`${path}.${at}.${field}`, `${day} must be later than the row above, of ${before}`);
  });
}

/** Rows that hold from a day to another. */
function askSpans(
  path: string,
  rows: readonly { readonly from: string; readonly until: string }[],
  complain: Complain,
): void {
  rows.forEach(({ from, until }, at) => {
    if (until < from) complain(`${path}.${at}.until`, `${until} comes before the beginning, ${from}`);
  });
}

function askOrderOfRows(facts: Facts, complain: Complain): void {
  for (const direction of ['usOnCn', 'cnOnUs'] as const) {
    let before: string | undefined;
    facts.reconciliations.forEach((row, at) => {
      if (row.direction !== direction) return;
      if (before !== undefined && row.from <= before)
        complain(`reconciliations.${at}.from`, `${row.from} must be later than the row above, of ${before}`);
      before = row.from;
    });
  }
  facts.undertakings.forEach(({ history }, at) =>
    askOrder(
      `undertakings.${at}.history`,
      history.map(({ from }) => from),
      complain,
    ),
  );
  facts.purchases.flows.forEach(({ monthlyImportsMmt, annualMmt }, at) => {
    const path = `purchases.flows.${at}`;
    askSpans(`${path}.monthlyImportsMmt`, monthlyImportsMmt, complain);
    askOrder(
      `${path}.monthlyImportsMmt`,
      monthlyImportsMmt.map(({ from }) => from),
      complain,
    );
    askOrder(
      `${path}.annualMmt`,
      annualMmt.map(({ year }) => String(year)),
      complain,
      'year',
    );
  });
  facts.commodities.forEach(({ observations }, at) => {
    askSpans(`commodities.${at}.observations`, observations, complain);
    askOrder(
      `commodities.${at}.observations`,
      observations.map(({ from }) => from),
      complain,
    );
  });
  facts.purchases.commitments.forEach(({ terms }, at) =>
    askSpans(`purchases.commitments.${at}.terms`, terms, complain),
  );
}

/** Days that follow each other, in the lives of measures, investigations, threats, truces and talks. */
function askDays(facts: Facts, complain: Complain): void {
  const after = (path: string, day: string | null, from: string, what: string) => {
    if (day !== null && day < from) complain(path, `${day} comes before ${what}, ${from}`);
  };
  const usable = new Map(facts.authorities.map(({ id, since }) => [id, since.from]));
  const rows = new Map(measureRows(facts).flatMap(([, list]) => list.map((row) => [row.id, row.authority])));
  facts.acts.forEach(({ event }, at) => {
    // Only what brings a measure into being names its authority, itself or by its row.
    const creates = /\.(propose|threaten|impose)$/.test(event.type);
    const authority = creates ? (event.authority ?? rows.get(String(event.id))) : undefined;
    const since = typeof authority === 'string' ? usable.get(authority) : undefined;
    if (since !== undefined)
      after(`acts.${at}.event.on`, event.on, since, `the day on which ${String(authority)} could be used`);
  });
  facts.start.probes.forEach(({ since }, at) => {
    if (since > facts.start.on)
      complain(
        `start.probes.${at}.since`,
        `${since} comes after the first day of the record, ${facts.start.on}`,
      );
  });
  facts.threats.forEach(({ announcedOn, dueOn, settledOn }, at) => {
    after(`threats.${at}.dueOn`, dueOn, announcedOn, 'the threat');
    after(`threats.${at}.settledOn`, settledOn, announcedOn, 'the threat');
  });
  facts.truceSpells.forEach(({ from, until, days }, at) => {
    if (toDayNumber(until) - toDayNumber(from) !== days)
      complain(`truceSpells.${at}.days`, `${days} days do not lead from ${from} to ${until}`);
  });
  const meetings = new Map(facts.meetings.map(({ id, on }) => [id, on]));
  facts.meetings.forEach(({ on, planned }, at) => {
    if (planned !== undefined)
      after(`meetings.${at}.on`, on, planned.from, 'the day since which it is known');
  });
  facts.dossiers.forEach(({ asOf, painSince, meeting }, at) => {
    const on = meetings.get(meeting);
    if (on !== undefined) after(`dossiers.${at}.meeting`, on, asOf, 'the day of the dossier');
    after(`dossiers.${at}.asOf`, asOf, painSince, 'the day since which pain counts');
  });
}

/** What is wrong with well-formed facts as a whole, each complaint with its path; empty where they are sound. */
export function unsoundness(facts: Facts): InputIssue[] {
  const issues: InputIssue[] = [];
  const complain: Complain = (path, message) => issues.push({ path, message });
  const refer = new References(complain);
  askUniqueness(facts, complain);
  askReferencesOfMeasures(facts, refer);
  askReferencesOfTalks(facts, refer);
  askRegister(facts, refer, complain);
  askSources(facts, refer);
  askOrderOfRows(facts, complain);
  askDays(facts, complain);
  return issues;
}
