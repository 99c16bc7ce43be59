/**
 * The peers: boardgame.io's reducer and an XState v5 machine, each running our recipes on an instance of the rules of
 * its own. They are dependencies of this folder alone and are installed when a benchmark first asks for them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Draft, Event, State } from '../src/entries/index';
import type { Rules } from './duties';

/** Plays events from the initial state and returns the state they lead to. */
export type Play = (initial: State, events: readonly Event[]) => State;

/** What is used of immer. */
export interface Producer {
  readonly produce: (base: State, recipe: (draft: State) => void) => State;
}

const here = import.meta.dirname;
const require = createRequire(join(here, 'package.json'));

/** Installs the peers where they are missing; returns why there are none, or null. */
export function installPeers(): string | null {
  const missing = () =>
    ['boardgame.io', 'xstate'].some((name) => !existsSync(join(here, 'node_modules', name)));
  if (!missing()) return null;
  const { status, stderr, error } = spawnSync('npm', ['ci', '--prefix', here, '--no-audit', '--no-fund'], {
    encoding: 'utf8',
  });
  if (status === 0 && !missing()) return null;
  return (error?.message ?? stderr.trim().split('\n').at(-1) ?? '') || 'npm ci failed without a word';
}

/** The version of a peer that is installed. */
export function versionOf(name: string): string {
  const manifest = readFileSync(join(here, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** What is used of boardgame.io: the reducer of the game master and the state it begins with. */
interface BoardgameState {
  readonly G: State;
}
interface Boardgame {
  readonly InitializeGame: (options: { game: unknown }) => BoardgameState;
  readonly CreateGameReducer: (options: {
    game: unknown;
  }) => (state: BoardgameState, action: unknown) => BoardgameState;
}

/**
 * A game whose moves are our action types: each runs the recipe on boardgame.io's own draft and is invalid where the
 * rules refuse. Without undo, as our states keep none.
 */
export function boardgame(rules: Rules, types: readonly string[]): Play {
  const { InitializeGame, CreateGameReducer } = require('boardgame.io/internal') as Boardgame;
  const { INVALID_MOVE } = require('boardgame.io/core') as { INVALID_MOVE: string };
  const move = ({ G }: { G: State }, event: Event) =>
    rules.stepInPlace(G as Draft, event) ? undefined : INVALID_MOVE;
  const moves = Object.fromEntries(types.map((type) => [type, move]));
  return (initial, events) => {
    const game = { name: 'detente', setup: () => initial, moves, disableUndo: true };
    const reducer = CreateGameReducer({ game });
    let state = InitializeGame({ game });
    for (const event of events)
      state = reducer(state, {
        type: 'MAKE_MOVE',
        payload: { type: event.type, args: [event], playerID: null },
      });
    return state.G;
  };
}

/** What is used of XState: a machine, its first snapshot and its pure transition. */
interface Snapshot {
  readonly context: { readonly state: State };
}
interface XState {
  readonly createMachine: (config: unknown) => unknown;
  readonly assign: (
    assignment: (scope: { context: Snapshot['context']; event: Event }) => Snapshot['context'],
  ) => unknown;
  readonly initialTransition: (machine: unknown) => [Snapshot, unknown];
  readonly transition: (machine: unknown, snapshot: Snapshot, event: Event) => [Snapshot, unknown];
}

/** A machine with one state: a guard asks our rules, an assignment runs the recipe over `produce`. */
export function xstate(rules: Rules, immer: Producer, types: readonly string[]): Play {
  const { createMachine, assign, initialTransition, transition } = require('xstate') as XState;
  const guard = ({ context, event }: { context: Snapshot['context']; event: Event }) =>
    rules.isLegal(context.state, event);
  const actions = assign(({ context, event }) => ({
    state: immer.produce(context.state, (draft) => void rules.applyEvent(draft as Draft, event)),
  }));
  const on = Object.fromEntries(types.map((type) => [type, { guard, actions }]));
  return (initial, events) => {
    const machine = createMachine({ context: { state: initial }, on });
    let [snapshot] = initialTransition(machine);
    for (const event of events) [snapshot] = transition(machine, snapshot, event);
    return snapshot.context.state;
  };
}
