/** How episodes branch: whether the leaders meet, how far they agree, whether it is kept, and what is left of it later. */
import type { Cooperative } from '../../kit/cooperative';
import { createDraws } from '../../kit/keyed-draws';
import { addDays } from '../../kit/calendar';
import { each } from '../../model/column';
import { meetingOf } from '../../model/meeting';
import type { FinishedEpisode } from '../../episode/episode';
import { runInSteps } from '../../episode/episode';
import { parameterSampler } from '../../episode/parameter-draw';
import { agreementOf } from '../../outcomes/meeting';
import type { Setting } from '../comparison/scenario-differences';

/** Which way an episode went at each branch; null where it did not come to one. */
export interface Branching {
  readonly held: boolean;
  /** Terms over the whole agenda, a standstill, or nothing agreed. */
  readonly scope: 'agenda' | 'narrow' | 'none' | null;
  /** Of what was agreed: no breach documented and no pledge left undone by the last day looked at. */
  readonly kept: boolean | null;
  /** Whether a text is in force on that day. */
  readonly text: boolean;
}

/** Episodes whose branches are asked for: plain JSON, so that it can cross to a worker. */
export interface BranchSetting extends Setting {
  readonly seed: string;
  /** Days from the planned day of the meeting to the last day looked at. */
  readonly days: number;
}

const isOver = (after: number | null, days: number) => after !== null && after <= days;

/** Whether what was agreed was kept up to a day. */
function isKept({ run, brokenAfter }: FinishedEpisode, agreement: string, days: number): boolean {
  if (isOver(brokenAfter, days)) return false;
  // A pledge is found undone on the day after its last.
  const last = addDays(run.specification.meetingOn, days - 1);
  return !each(run.state.pledges).some(
    (pledge) => pledge.agreement === agreement && pledge.status === 'defaulted' && pledge.dueOn <= last,
  );
}

/** Which way a finished episode went. */
export function branchingOf(finished: FinishedEpisode, days: number): Branching {
  const { run, truceBound, textEndedAfter } = finished;
  const { state, specification } = run;
  const held = meetingOf(state, specification.meeting)?.status === 'held';
  const agreement = agreementOf(state, specification.meeting);
  return {
    held,
    scope: held ? (agreement?.scope ?? 'none') : null,
    kept: agreement === undefined ? null : isKept(finished, agreement.id, days),
    text: truceBound && !isOver(textEndedAfter, days),
  };
}

/** Makes episodes ready. What is made gives the branches of each episode of a stretch, in their order. */
export function brancher({
  initial,
  specification,
  seed,
  days,
}: BranchSetting): (from: number, to: number) => Cooperative<Branching[]> {
  const draws = createDraws(seed);
  const sampler = parameterSampler(specification);
  const plan = { initial, specification, draws };
  return function* (from, to) {
    const found: Branching[] = [];
    for (let episode = from; episode < to; episode += 1) {
      const finished = yield* runInSteps(plan, sampler(draws, episode), episode, false);
      found.push(branchingOf(finished, days));
    }
    return found;
  };
}
