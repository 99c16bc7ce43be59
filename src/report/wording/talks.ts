/** The wording of talks: rounds and leaders' calls. */
import { formatDate } from '../../kit/calendar';
import type { Readout } from '../../model/talks';
import { PARTY_IDS } from '../../model/actor';
import type { State } from '../../model/state';
import { inPlace } from './names';
import type { Scene } from './scene';
import { capitalOf, counted, listed } from './text';
import { doer, meeters, passive, quoted, type WordingOf } from './wording';

const READOUTS: Readonly<Record<Readout, string>> = {
  progress: 'the readouts speak of progress',
  framework: 'the readouts speak of a framework',
  'no-progress': 'the readouts speak of no progress',
  deal: 'the readouts speak of a deal',
  breakdown: 'they break down',
};

/** People of a delegation, by name. */
const people = (state: State, ids: readonly string[]) =>
  listed(ids.map((id) => (Object.hasOwn(state.people, id) ? state.people[id]?.name : undefined) ?? id));

/** A round by its place. */
const where = (state: State, id: string) => inPlace(state.rounds[id]?.place ?? quoted(id));

function delegations({ after, facts }: Scene, id: string): string {
  const round = after.rounds[id];
  if (round === undefined) return '';
  const sides = PARTY_IDS.filter((party) => round.delegations[party].length > 0).map(
    (party) => `${people(after, round.delegations[party])} for ${capitalOf(facts, party)}`,
  );
  return sides.length === 0 ? '' : `, with ${sides.join('; ')}`;
}

/** The rows of the family of talks. */
export const talksWording: WordingOf<'talks'> = {
  'talks.schedule': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'schedule',
      rest: `a ${event.level} round of talks ${inPlace(event.place)} from ${formatDate(event.opensOn)}, for ${counted(event.days, 'day')}`,
    }),
    phrase: passive('schedule'),
  },
  'talks.name-delegation': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'send',
      rest: `${event.people.length === 0 ? 'nobody' : people(scene.after, event.people)} to the talks ${where(scene.after, event.id)}`,
    }),
    phrase: passive('send', { lead: 'the delegation to' }),
  },
  'talks.open': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'open',
      rest: `talks ${where(scene.after, event.id)}${delegations(scene, event.id)}`,
    }),
    phrase: passive('open'),
  },
  'talks.conclude': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'conclude',
      rest: `the talks ${where(scene.after, event.id)}: ${READOUTS[event.readout]}`,
    }),
    phrase: passive('conclude'),
  },
  'talks.call-off': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'call off',
      rest: `the talks ${where(scene.after, event.id)}`,
    }),
    phrase: passive('call off'),
  },
  'talks.leaders-call': {
    sentence: () => ({ who: meeters(), verb: 'speak', rest: 'by telephone' }),
    phrase: passive('hold', { noun: 'leaders’ call' }),
  },
};
