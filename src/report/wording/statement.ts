/** The wording of public statements and of the sides that third countries take. */
import type { Scene } from './scene';
import { actorName } from './scene';
import { sentence } from './text';
import { doer, passive, quoted, type Clause, type Doer, type EventOfType, type WordingOf } from './wording';

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

/** What an issue is called where a statement is about one, with a capital that its id does not have. */
const topicName = (topic: string, { after }: Scene) =>
  quoted(after.issues[topic]?.label ?? sentence(topic.replaceAll('-', ' ')));

/** What is said, behind the verb: its gist, or its topic where the gist is made of the id of an issue and says no more. */
function saidText({ tone, gist, topic }: Statement, scene: Scene): Pick<Clause, 'verb' | 'rest'> {
  return gist.endsWith(` on ${topic}`)
    ? { verb: 'speak', rest: `about ${topicName(topic, scene)} ${TONES[tone]}` }
    : { verb: 'say', rest: `${TONES[tone]}: ${quoted(gist)}` };
}

/** The rows of statements and alignments. */
export const statementWording: WordingOf<'statement' | 'third-country'> = {
  'statement.make': {
    sentence: (event, scene) => ({
      who: speaker(event, scene),
      ...saidText(event, scene),
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
