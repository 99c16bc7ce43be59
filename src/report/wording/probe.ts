/** The wording of acts on probes. */
import { formatDate } from '../../kit/calendar';
import { authorityIn, newThing, probeIn, untilText } from './names';
import type { Scene } from './scene';
import { counted } from './text';
import {
  active,
  doer,
  namedText,
  NOUNS,
  passive,
  quoted,
  type Clause,
  type EventOfType,
  type WordingOf,
} from './wording';

type OnProbe = Pick<EventOfType<'probe.close'>, 'actor' | 'id'>;

const byOwner = (event: OnProbe, scene: Scene, verb: Clause['verb'], rest = ''): Clause => ({
  who: doer(event, scene),
  verb,
  about: probeIn(scene.after, event.id),
  rest,
});
const byItself = (event: Pick<OnProbe, 'id'>, scene: Scene, verb: Clause['verb'], rest = ''): Clause => ({
  who: null,
  verb,
  about: probeIn(scene.after, event.id),
  rest,
});

/** Into whom a probe is, where it is into several. */
const intoText = (targets: EventOfType<'probe.open'>['targets']): string =>
  targets === undefined
    ? ''
    : ` into ${counted(typeof targets === 'number' ? targets : targets.length, 'economy', 'economies')}`;

/** The rows of the family of probes. */
export const probeWording: WordingOf<'probe'> = {
  'probe.open': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'open',
      rest: `${newThing(NOUNS.probe, '')}${intoText(event.targets)}, ${quoted(event.subject)}, under ${namedText(authorityIn(scene.after, event.authority))}${event.decisionDueOn === null ? '' : `, with a decision due by ${formatDate(event.decisionDueOn)}`}`,
    }),
    phrase: passive('open'),
  },
  'probe.find': {
    sentence: (event, scene) =>
      byOwner(event, scene, 'end', `with ${event.affirmative ? 'an affirmative' : 'a negative'} finding`),
    phrase: passive('end', { with: 'with a finding' }),
  },
  'probe.close': {
    sentence: (event, scene) => byOwner(event, scene, 'close'),
    phrase: passive('close'),
  },
  'probe.suspend': {
    sentence: (event, scene) => byOwner(event, scene, 'suspend', untilText(event.until)),
    phrase: passive('suspend'),
  },
  'probe.extend': {
    sentence: (event, scene) => ({
      ...byOwner(event, scene, 'prolong', untilText(event.until)),
      lead: 'the suspension of',
    }),
    phrase: passive('prolong', { lead: 'the suspension of' }),
  },
  'probe.resume': {
    sentence: (event, scene) => byItself(event, scene, 'resume', 'at the end of the suspension'),
    phrase: active('resume'),
  },
  'probe.lapse': {
    sentence: (event, scene) => byItself(event, scene, 'lapse', ', since the day for a decision passed'),
    phrase: active('lapse'),
  },
};
