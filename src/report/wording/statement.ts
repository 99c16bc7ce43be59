/** The wording of public statements and of the sides that third countries take. */
import type { Scene } from './scene';
import { actorName } from './scene';
import { doer, passive, quoted, type Doer, type EventOfType, type WordingOf } from './wording';

type Statement = EventOfType<'statement.make'>;

/** Whose voice a statement has, in which capital. */
function speaker({ voice, actor }: Statement, { facts }: Scene): Doer {
  const capital = actorName(facts, actor);
  const who: Readonly<Record<Statement['voice'], Doer>> = {
    officials: { text: `Officials in ${capital}`, many: true },
    spokesperson: { text: `A spokesperson in ${capital}`, many: false },
    leader: { text: `The leader in ${capital}`, many: false },
  };
  return who[voice];
}

const TONES: Readonly<Record<Statement['tone'], string>> = {
  conciliatory: 'in a conciliatory tone',
  neutral: 'in a neutral tone',
  hostile: 'in a hostile tone',
};

/** The rows of statements and alignments. */
export const statementWording: WordingOf<'statement' | 'third-country'> = {
  'statement.make': {
    sentence: (event, scene) => ({
      who: speaker(event, scene),
      verb: 'say',
      rest: `${TONES[event.tone]}: ${quoted(event.gist)}`,
    }),
    phrase: passive('make'),
  },
  'third-country.align': {
    sentence: (event, scene) => ({
      who: { text: event.country, many: false },
      verb: 'side',
      rest: `with ${event.side === 'neither' ? 'neither' : doer({ actor: event.side }, scene).text}`,
    }),
    phrase: { lead: '', noun: null, came: 'took sides', stayedAway: 'did not take sides' },
  },
};
