/** Where the histories of two scenarios part: episode by episode, on common draws, the first event that differs. */
import type { Event } from '../actions/index';
import { createDraws } from '../kit/keyed-draws';
import type { State } from '../model/state';
import { classify } from '../outcomes/index';
import type { Theory } from '../scenario/theory';
import { worldDrawer } from './draw-world';
import { runToHorizon } from './episode';

/** Two scenarios to run side by side: plain JSON, so that it can cross to a worker. */
export interface PartingTask {
  readonly base: { readonly initial: State; readonly theory: Theory };
  readonly variant: { readonly initial: State; readonly theory: Theory };
  readonly seed: string;
  /** First episode. */
  readonly from: number;
  /** First episode that is not run. */
  readonly to: number;
}

/** One episode under both scenarios. */
export interface Parting {
  readonly episode: number;
  /** Day of the first event that differs; null where the histories are the same to the horizon. */
  readonly on: string | null;
  /** From the parting on, the first events of each history. */
  readonly base: readonly Event[];
  readonly variant: readonly Event[];
  /** Index of the outcome class, -1 where there is none. */
  readonly outcomes: { readonly base: number; readonly variant: number };
}

/** Events kept of each history, from the parting on. */
const EVENTS_KEPT = 5;
/** What happens every day and says nothing about a choice. */
export const ROUTINE: readonly string[] = ['economy.accrue', 'calendar.advance', 'market.move'];

interface History {
  readonly events: readonly Event[];
  readonly outcome: number;
}

function historian({ initial, theory }: PartingTask['base'], seed: string): (episode: number) => History {
  const plan = { initial, theory, draws: createDraws(seed) };
  const drawer = worldDrawer(theory);
  return (episode) => {
    const { run } = runToHorizon(plan, drawer(plan.draws, episode), episode, true);
    const classes = classify(theory.outcomes, run.state);
    return {
      events: (run.log ?? []).filter((event) => !ROUTINE.includes(event.type)),
      outcome: classes.length === 1 ? classes[0]! : -1,
    };
  };
}

function firstDifference(base: readonly Event[], variant: readonly Event[]): number {
  const shorter = Math.min(base.length, variant.length);
  for (let at = 0; at < shorter; at += 1) {
    if (JSON.stringify(base[at]) !== JSON.stringify(variant[at])) return at;
  }
  return base.length === variant.length ? -1 : shorter;
}

/** Compares the histories of a block of episodes. Deterministic in the task. */
export function partingsOfBlock(task: PartingTask): Parting[] {
  const [inBase, inVariant] = [historian(task.base, task.seed), historian(task.variant, task.seed)];
  const found: Parting[] = [];
  for (let episode = task.from; episode < task.to; episode += 1) {
    const [base, variant] = [inBase(episode), inVariant(episode)];
    const at = firstDifference(base.events, variant.events);
    const kept = (events: readonly Event[]) => (at < 0 ? [] : events.slice(at, at + EVENTS_KEPT));
    const days =
      at < 0 ? [] : [base.events[at]?.on, variant.events[at]?.on].filter((day) => day !== undefined);
    found.push({
      episode,
      on: days.sort()[0] ?? null,
      base: kept(base.events),
      variant: kept(variant.events),
      outcomes: { base: base.outcome, variant: variant.outcome },
    });
  }
  return found;
}
