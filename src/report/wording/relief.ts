/** The wording of relief at home. */
import { productIn } from './names';
import { counted, fixed } from './text';
import { active, doer, passive, quoted, type WordingOf } from './wording';

/** The rows of the family of relief. */
export const reliefWording: WordingOf<'relief'> = {
  'relief.pay': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'pay',
      rest: `those who sell ${productIn(scene.after, event.flow)} ${fixed(event.amountUsdBn, 1)} billion dollars for what they lose in ${counted(event.days, 'day')}, ${quoted(event.label)}`,
    }),
    phrase: passive('pay'),
  },
  'relief.end': {
    sentence: ({ id }, { after }) => ({
      who: { text: `Relief, ${quoted(after.reliefs?.[id]?.label ?? id)},`, many: false },
      verb: 'run out',
      rest: '',
    }),
    phrase: active('run out'),
  },
};
