/** A worker for what is asked beside the answer, so that the page is never held up. What it needs for that is loaded with the first order. */
import type { Event, Scenario } from 'detente';
import { loadActs } from './acts';
import type { Question, Told } from './question';
import { messageOf } from './words';

/** What is asked, of which play. */
export interface Ordered {
  readonly scenario: Scenario;
  readonly acts: readonly Event[];
  readonly today: string | null;
  readonly question: Exclude<Question, { readonly kind: 'answer' }>;
}

const say = (told: Told): void => globalThis.postMessage(told);

async function answered(order: Ordered): Promise<Told> {
  // The record is read as soon as it is loaded, its acts with it.
  await loadActs();
  const { answer } = await import('./telling');
  return answer(order, say);
}

globalThis.onmessage = ({ data }: MessageEvent<Ordered>) => {
  answered(data).then(say, (error: unknown) => say({ state: 'failed', text: messageOf(error) }));
};
