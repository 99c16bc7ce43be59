/** The wording of acts on the truce. */
import { newThing, truceIn, truceLabel, untilText, withLabels } from './names';
import { actorName } from './scene';
import { active, doer, namedText, NOUNS, passive, quoted, type WordingOf } from './wording';

/** The rows of the family of the truce. */
export const truceWording: WordingOf<'truce'> = {
  'truce.open-talks': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'agree',
      rest: 'to talk about a truce',
    }),
    phrase: {
      lead: '',
      noun: null,
      came: 'was to be talked about',
      stayedAway: 'was not to be talked about',
    },
  },
  'truce.conclude': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'conclude',
      rest: `${newThing(NOUNS.truce, '')}, ${quoted(truceLabel(scene.after, event.label))}, ${untilText(event.until)}${event.provisional ? ', still to be confirmed' : ''}`,
    }),
    phrase: passive('conclude'),
    isTurn: true,
  },
  'truce.confirm': {
    sentence: (_event, { before }) => ({
      who: { text: 'Both capitals', many: true },
      verb: 'confirm',
      rest: namedText(truceIn(before)),
    }),
    phrase: passive('confirm'),
  },
  'truce.extend': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'prolong',
      rest: `${namedText(truceIn(scene.before))} ${untilText(event.until)}`,
    }),
    phrase: passive('prolong'),
    isTurn: true,
  },
  'truce.set-end': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'agree',
      rest: `that ${namedText(truceIn(scene.before))} holds ${untilText(event.until)}`,
    }),
    phrase: { lead: '', noun: null, came: 'was to have an end', stayedAway: 'was to have no end' },
  },
  'truce.strain': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'complain',
      rest: `that ${namedText(truceIn(scene.before))} is being hollowed out: ${quoted(withLabels(scene.after, event.through))}`,
    }),
    phrase: passive('strain'),
  },
  'truce.breach': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'document',
      rest: `a breach of ${namedText(truceIn(scene.before))} by ${actorName(scene.facts, event.by)}: ${quoted(withLabels(scene.after, event.through))}`,
    }),
    phrase: passive('break'),
    isTurn: true,
  },
  'truce.repair': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'repair',
      rest: `${namedText(truceIn(scene.before))} by a new text`,
    }),
    phrase: passive('repair'),
  },
  'truce.lay-aside': {
    sentence: (_event, { before }) => ({
      who: { text: 'Both sides', many: true },
      verb: 'let',
      rest: `what strained ${namedText(truceIn(before))} rest, without a new text`,
    }),
    phrase: { lead: '', noun: null, came: 'was to be calm again', stayedAway: 'was not to be calm again' },
  },
  'truce.terminate': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'declare',
      rest: `${namedText(truceIn(scene.before))} over`,
    }),
    phrase: passive('declare', { with: 'over' }),
    isTurn: true,
  },
  'truce.lapse': {
    sentence: (_event, { before }) => ({ who: null, verb: 'lapse', about: truceIn(before), rest: '' }),
    phrase: active('lapse'),
    isTurn: true,
  },
};
