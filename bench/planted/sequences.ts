/**
 * The peer: model-based testing with `fc.commands`, one command for each action type.
 *
 * A command's event is found when its turn comes: a legal member of the state's own templates, drawn from the same
 * domains and with the same eye on their ends as the explorer's events, so that no command fails for a wrong id or date.
 * `check()` is legality; what is not legal is passed over and costs nothing. Beside the types there is a command that
 * keeps a pledge and, to one in sixteen, an attempt just outside the law.
 */
import * as fc from 'fast-check';
import { actionTypes, type Event } from '../../src/actions/index';
import { legalActions } from '../../src/engine/legal-actions';
import { transition } from '../../src/engine/transition';
import type { State } from '../../src/model/state';
import type { TriedMove } from '../../src/testing/coverage/goals';
import { promised } from '../../src/testing/plays/moves';
import { eventOf, pickOf, type Draw } from '../../src/testing/plays/sampling';
import { nearlyLegal } from '../../src/testing/plays/unlawful';

/** How long sequences of commands may be; fast-check's own sizes. */
export interface Sequences {
  readonly title: string;
  readonly constraints: { readonly size?: 'max'; readonly maxCommands?: number };
}

interface Model {
  state: State;
  readonly see: (step: TriedMove) => void;
}

/** Numbers in [0, 1) from one seed: Marsaglia's xorshift of 32 bits. */
function draws(seed: number): Draw {
  let x = seed | 1;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) / 4294967296;
  };
}

class Act implements fc.Command<Model, null> {
  private found: Event | null = null;

  constructor(
    private readonly name: string,
    private readonly find: (state: State, draw: Draw) => Event | null,
    private readonly seed: number,
  ) {}

  check({ state }: Readonly<Model>): boolean {
    this.found = this.find(state, draws(this.seed));
    return this.found !== null;
  }

  run(model: Model): void {
    const { state: before } = model;
    const event = this.found!;
    const next = transition(before, event);
    const [after, refusals] = next.ok ? [next.state, []] : [null, next.refusals];
    model.see({ before, event, after, refusals });
    if (next.ok) model.state = next.state;
  }

  toString(): string {
    return this.name;
  }
}

const command = (name: string, find: (state: State, draw: Draw) => Event | null) =>
  fc.nat().map((seed) => new Act(name, find, seed));

function legalOf(type: string) {
  return (state: State, draw: Draw): Event | null => {
    const template = pickOf([...legalActions(state, { type })], draw);
    return template === undefined ? null : eventOf(state, template, draw);
  };
}

const commands = [
  ...actionTypes.map(({ type }) => command(type, legalOf(type))),
  command('keep a pledge', promised),
  ...Array.from({ length: 8 }, () =>
    command('attempt', (state, draw) => nearlyLegal(state, draw, pickOf(actionTypes, draw)!.type)),
  ),
];

/** Thrown when the moves are spent. */
class Spent extends Error {}

/**
 * Runs sequences of commands from a first state until so many moves are executed; `see` gets every step, with the number
 * of moves and of sequences so far.
 */
export function runSequences(
  first: State,
  { constraints }: Sequences,
  seed: number,
  moves: number,
  see: (step: TriedMove, moves: number, sequences: number) => void,
): void {
  let executed = 0;
  let sequences = 0;
  const setup = () => ({
    model: {
      state: first,
      see: (step: TriedMove) => {
        executed += 1;
        see(step, executed, sequences);
        if (executed >= moves) throw new Spent();
      },
    },
    real: null,
  });
  const property = fc.property(fc.commands(commands, constraints), (list) => {
    sequences += 1;
    fc.modelRun(setup, list);
  });
  const { errorInstance } = fc.check(property, { seed, numRuns: 1e9, endOnFailure: true });
  if (!(errorInstance instanceof Spent)) throw errorInstance;
}
