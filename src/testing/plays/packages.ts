/**
 * Packages: agreements that leaders could reach on the day of their meeting, with terms within the givers' red lines
 * and the pledges that carry them out, as the settlement of a bargain writes them.
 */
import { checkOptions, type OptionTable } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import * as fc from 'fast-check';
import { frozen } from '../../engine/frozen';
import { isLegal } from '../../engine/legality';
import { plainState } from '../../model/copy-state';
import { heldToday, nextAhead } from '../../model/meeting';
import type { State } from '../../model/state';
import { prepare } from '../../analyses/prepared';
import type { ScenarioOrId } from '../../analyses/resolve';
import type { IssuePrior, ModelSpecification } from '../../scenario/model-specification';
import { BASE_SCENARIO } from '../../analyses/backtest/work';
import { centralParameters } from '../../episode/parameter-draw';
import { agreementEvent, type AgreementEvent } from '../../episode/meeting';
import { foundDone } from '../../episode/run';
import { act, newDraft, passTo } from '../../episode/play';
import { dwindling, numbersBelow } from './dwindling';
import { isState, startOf, type Start } from './start';
import { itemAt } from '../../kit/lists';

export type { AgreementEvent };

/** On whose priors a package rests. */
export interface PackageOptions {
  /** Scenario of weights, red lines and parameters where the start is a state; `kuala-lumpur-2025` unless told. */
  readonly scenario?: ScenarioOrId | undefined;
}

const PACKAGE_OPTIONS: OptionTable<PackageOptions> = { scenario: true };

/** Degrees are granted in hundredths. */
const GRID = 100;
/** Least degree that an agreement names. */
const LEAST = 0.02;

/**
 * The state in which the leaders have met and not agreed yet: days pass from the start, what falls due happens, and the next meeting is
 * held. Frozen. Throws an InputError where no meeting is ahead or the next one cannot be held.
 * @param from - Scenario, id of one, or state with a meeting ahead; a state on whose day one is being held stays as it is.
 *
 * @example dayOfTheMeeting('kuala-lumpur-2025').today
 */
export function dayOfTheMeeting(from: Start): State {
  const first = startOf(from);
  if (heldToday(first) !== undefined) return frozen(first);
  const next = nextAhead(first);
  if (next === undefined) {
    const all = Object.values(first.meetings).map(({ id, status, on }) => `${id} of ${on} is ${status}`);
    throw new InputError({
      code: 'input/nothing-legal',
      path: 'from',
      given: first.today,
      allowed: 'a state with a meeting ahead',
      why: `no meeting is ahead on ${first.today}: ${all.join(', ') || 'none was ever planned'}`,
    });
  }
  const { id: meeting, on } = next;
  const draft = newDraft(first);
  passTo(draft, on);
  if (!act(draft, { type: 'meeting.hold', actor: 'both', on, meeting }))
    throw new InputError({
      code: 'input/nothing-legal',
      path: 'from',
      given: meeting,
      allowed: 'a state whose next meeting can be held',
      why: `the meeting ${meeting} cannot be held on ${on}`,
    });
  return frozen(plainState(draft.state));
}

type Degrees = ReadonlyMap<string, number>;

/** Issues that can be granted at all; what is all or nothing only where its red line is a full concession. */
function grantable(agenda: readonly string[], specification: ModelSpecification): IssuePrior[] {
  return specification.issues.filter(
    ({ id, cap, indivisible }) => agenda.includes(id) && (indivisible ? cap >= 1 : cap >= LEAST),
  );
}

function degreesFrom(issues: readonly IssuePrior[], shares: readonly number[]): Degrees {
  const degrees = new Map<string, number>();
  for (const [at, { id, cap, indivisible }] of issues.entries()) {
    const share = itemAt(shares, at);
    // Half of the issues stay out, so that small packages are as common as large ones.
    if (share < GRID) continue;
    const degree = indivisible ? 1 : Math.floor(((share - GRID + 1) / GRID) * cap * GRID) / GRID;
    degrees.set(id, Math.max(LEAST, degree));
  }
  return degrees;
}

function* fewer(degrees: Degrees): Generator<Degrees> {
  const all = [...degrees];
  if (all.length > 0) yield new Map();
  if (all.length > 2) {
    yield new Map(all.slice(0, all.length >> 1));
    yield new Map(all.slice(all.length >> 1));
  }
  if (all.length > 1) for (const [id] of all) yield new Map(all.filter(([other]) => other !== id));
}

function* milder(degrees: Degrees, issues: readonly IssuePrior[]): Generator<Degrees> {
  for (const { id, indivisible } of issues) {
    const degree = degrees.get(id);
    if (degree === undefined || indivisible) continue;
    for (const step of numbersBelow(Math.round(degree * GRID), LEAST * GRID))
      yield new Map([...degrees, [id, step / GRID]]);
  }
}

const degreesOf = ({ terms }: AgreementEvent): Degrees =>
  new Map(terms.map(({ issue, degree }) => [issue, degree]));

/**
 * Agreements that `agreement.reach` accepts in `dayOfTheMeeting(from)`: degrees on some issues of the agenda, within
 * each giver's red line, with the relief and the pledges that follow from them at the scenario's central parameters.
 * Shrinks to fewer issues, then to smaller degrees: in the end to the agreement on nothing, which keeps only what
 * every agreement pledges.
 *
 * Throws as `dayOfTheMeeting`, and an InputError where an agreement has been reached already or an option is none.
 * @param from - Scenario, id of one, or state with a meeting ahead or held on its day.
 * @param options - Scenario of weights, red lines and parameters where the start is a state; `kuala-lumpur-2025` unless told.
 *
 * @example fc.sample(packageArbitrary('kuala-lumpur-2025'), 2).every(({ type }) => type === 'agreement.reach')
 */
export function packageArbitrary(from: Start, options: PackageOptions = {}): fc.Arbitrary<AgreementEvent> {
  checkOptions(options, PACKAGE_OPTIONS);
  const { scenario = BASE_SCENARIO } = options;
  const state = dayOfTheMeeting(from);
  // The day of a meeting has one that is held.
  const held = heldToday(state);
  if (held === undefined) throw new Error('No meeting is held today.');
  const { id: meeting, agenda } = held;
  const prepared = prepare(isState(from) ? scenario : from);
  const { initial } = prepared;
  const specification = { ...prepared.specification, meeting };
  const parameters = centralParameters(specification);
  const issues = grantable(agenda, specification);
  const done = foundDone(initial);
  const agreed = (degrees: Degrees) =>
    agreementEvent({ state, done, specification, parameters }, 'agenda', degrees);
  if (!isLegal(state, agreed(new Map())))
    throw new InputError({
      code: 'input/nothing-legal',
      path: 'state',
      given: state.today,
      allowed: 'a state in which an agreement may still be reached',
      why: `no agreement is lawful any more at ${meeting} on ${state.today}`,
    });
  return dwindling<AgreementEvent>({
    source: fc
      .array(fc.nat(2 * GRID - 1), { minLength: issues.length, maxLength: issues.length })
      .map((shares) => agreed(degreesFrom(issues, shares))),
    *smaller(event) {
      const degrees = degreesOf(event);
      for (const less of fewer(degrees)) yield agreed(less);
      for (const less of milder(degrees, issues)) yield agreed(less);
    },
    size: ({ terms }) => [terms.length, terms.reduce((sum, { degree }) => sum + degree, 0)],
  });
}
