/** Questions to the model: what is asked, of which situation, and by which key an answer is found again. */
import type { Advice, Contribution, PartyId, Projection, QuantityId, Watch } from 'detente';
import type { EpisodeStory } from 'detente/report';
import { doingNothing, fragmentOf, type Situation } from './situation';

/** What can be asked. */
export type Question =
  | { readonly kind: 'answer' }
  | { readonly kind: 'why' }
  | {
      readonly kind: 'advise';
      readonly party: PartyId;
      /** What it wants most of; what serves it best where null. */
      readonly objective: QuantityId | null;
      /** The family whose acts are tried; all lawful acts where null. */
      readonly family: string | null;
    }
  | { readonly kind: 'watch' }
  | { readonly kind: 'story'; readonly seed: string; readonly episode: number }
  | { readonly kind: 'report' };

/** The kinds of question. */
export type Kind = Question['kind'];

/** What comes of each kind. */
export interface Answers {
  readonly answer: Projection;
  readonly why: Projection & { readonly why?: readonly Contribution[] };
  readonly advise: Advice;
  readonly watch: Watch;
  readonly story: EpisodeStory;
  /** The whole page. */
  readonly report: string;
}

/** A question of a situation. */
export interface Asked {
  readonly key: string;
  readonly question: Question;
  readonly situation: Situation;
}

/** What is known of a question. */
export type Told<K extends Kind = Kind> =
  /** It is being worked on: `done` of `all` units. */
  | { readonly state: 'working'; readonly done: number; readonly all: number }
  /** A rough answer, with more to come. */
  | { readonly state: 'rough'; readonly value: Answers[K] }
  | { readonly state: 'whole'; readonly value: Answers[K] }
  | { readonly state: 'failed'; readonly text: string };

/** A question of a situation, with its key: the question and all that the situation holds. */
export function asked(question: Question, situation: Situation): Asked {
  const how = Object.values(question).map(String).join(' ');
  return { key: `${how} ${fragmentOf(situation)}`, question, situation };
}

/** The question of what the meeting will bring. */
export const answerOf = (situation: Situation): Asked => asked({ kind: 'answer' }, situation);

/** The same of doing nothing; null where nothing was done. */
export const nothingOf = (situation: Situation): Asked | null =>
  situation.acts.length === 0 ? null : answerOf(doingNothing(situation));
