/** The wording of rulings on legal authorities. */
import { allMeasures, isLive } from '../../model/measure';
import type { State } from '../../model/state';
import { authorityIn } from './names';
import type { Scene } from './scene';
import { counted } from './text';
import { doer, passive, type Clause, type EventOfType, type WordingOf } from './wording';

/** Live measures that stand on an authority. */
const standingOn = (state: State, authority: string): number =>
  allMeasures(state).filter(([, measure]) => measure.authority === authority && isLive(measure)).length;

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
  'court.strike-down': {
    sentence: (event, scene) =>
      ruling(event, scene, {
        verb: 'strike down',
        rest: `, and ${counted(standingOn(scene.before, event.authority), 'measure')} with it`,
      }),
    phrase: passive('strike down'),
    isTurn: true,
  },
};
