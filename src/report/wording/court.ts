/** The wording of rulings on legal authorities. */
import { endsUse, USE_OF } from '../../model/authority';
import { ACTION_PREFIX, allMeasures, isLive, MEASURE_KINDS } from '../../model/measure';
import type { State } from '../../model/state';
import { authorityIn, measureIn, shareText } from './names';
import type { Scene } from './scene';
import { counted, listed } from './text';
import { doer, namedText, NOUNS, passive, type Clause, type EventOfType, type WordingOf } from './wording';

/** Live measures that fall with an authority. */
function standingOn(state: State, id: string): number {
  const authority = state.authorities[id];
  return allMeasures(state).filter(
    ([kind, measure]) =>
      measure.authority === id &&
      isLive(measure) &&
      (authority === undefined || endsUse(authority, USE_OF[kind])),
  ).length;
}

/** A statute as a judgment names it: the Act, Section 122, or the authority by its label where that is neither. */
function statuteIn(state: State, id: string): string {
  const { label } = authorityIn(state, id);
  if (label.startsWith('Section ')) return label;
  return /\b(Act|Law|Rules|Regulations)$/.test(label) ? `the ${label}` : namedText(authorityIn(state, id));
}

/** What a ruling against an authority finds that it does not allow: its uses that end, as measures. */
function endedUses(state: State, id: string): string {
  const authority = state.authorities[id];
  if (authority === undefined) return 'measures';
  const ended = MEASURE_KINDS.filter(
    (kind) => authority.instruments.includes(USE_OF[kind]) && endsUse(authority, USE_OF[kind]),
  );
  return ended.length === 0
    ? 'measures'
    : listed(
        ended.map((kind) => NOUNS[ACTION_PREFIX[kind]].many),
        'or',
      );
}

/** What falls with an authority, behind what is ruled on it; nothing where nothing does. */
function fallenWith(state: State, id: string): string {
  const count = standingOn(state, id);
  return count === 0 ? '' : `; ${counted(count, 'measure')} ${count === 1 ? 'falls' : 'fall'} with it`;
}

/** A measure of any kind in a sentence. */
function anyMeasureIn(state: State, id: string) {
  const kind = MEASURE_KINDS.find((candidate) => Object.hasOwn(state[candidate], id)) ?? 'tariff';
  return measureIn(state, kind, id);
}

const ruling = (
  event: Pick<EventOfType<'court.uphold'>, 'actor' | 'authority'>,
  scene: Scene,
  parts: Omit<Clause, 'who' | 'about'>,
): Clause => ({
  who: doer(event, scene),
  about: authorityIn(scene.before, event.authority),
  ...parts,
});

/** The rows of the family of courts. */
export const courtWording: WordingOf<'court'> = {
  'court.take-up': {
    sentence: (event, scene) => ruling(event, scene, { verb: 'take up', lead: 'a challenge to', rest: '' }),
    phrase: passive('challenge', { with: 'in court' }),
  },
  'court.stay': {
    sentence: (event, scene) =>
      ruling(event, scene, { verb: 'rule', lead: 'against', rest: 'with a judgment that is stayed' }),
    phrase: passive('rule', { with: 'against with a stay' }),
  },
  'court.uphold': {
    sentence: (event, scene) => ruling(event, scene, { verb: 'uphold', rest: '' }),
    phrase: passive('uphold', { with: 'by a court' }),
  },
  'court.strike-measure': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'strike down',
      about: anyMeasureIn(scene.before, event.measure),
      rest: 'and leaves its statute',
    }),
    phrase: passive('strike down'),
    isTurn: true,
  },
  'court.relieve': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'relieve',
      lead: 'those who sued of',
      about: measureIn(scene.before, 'tariff', event.measure),
      rest: event.share === 0 ? '' : `, ${shareText(event.share)} of imports`,
    }),
    phrase: passive('narrow', { with: 'by a court' }),
  },
  'court.stay-relief': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'stay',
      lead: 'the relief of those who sued from',
      about: measureIn(scene.before, 'tariff', event.measure),
      rest: '',
    }),
    phrase: passive('stay', { lead: 'the relief of those who sued from' }),
  },
  'court.strike-down': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'rule',
      rest: `that ${statuteIn(scene.before, event.authority)} allows no ${endedUses(scene.before, event.authority)}${fallenWith(scene.before, event.authority)}`,
    }),
    phrase: passive('rule out', { with: 'as a basis' }),
    isTurn: true,
  },
};
