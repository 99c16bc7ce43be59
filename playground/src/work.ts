/** The work of each kind of question, in workers; loaded when the first one is asked. */
import { projectProgressively } from 'detente/browser';
import type { Work } from './asker';
import type { Asked, Told } from './question';
import { playOf } from './situation';
import type { Ordered } from './teller';

/** Runs of the answer: as many as keep a reader waiting for some seconds. */
const RUNS = 2_000;

/** What the teller makes of a question, in a worker of its own that ends with it, and with the signal. */
function toldBy(order: Ordered, signal: AbortSignal, tell: (told: Told) => void): Promise<void> {
  const worker = new Worker(new URL('./teller.ts', import.meta.url), { type: 'module' });
  return new Promise<void>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    worker.onerror = ({ message }) => reject(new Error(message || 'its worker did not start'));
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      tell(data);
      if (data.state !== 'working') resolve();
    };
    worker.postMessage(order);
  }).finally(() => worker.terminate());
}

/** Milliseconds between two rough answers: each is reckoned and drawn by the page, which has to hear its reader in between. */
const PAUSE_MS = 250;

async function grown({ situation }: Asked, signal: AbortSignal, tell: (told: Told) => void): Promise<void> {
  for await (const value of projectProgressively(playOf(situation), { runs: RUNS, signal })) {
    const isWhole = value.partial === undefined;
    tell({ state: isWhole ? 'whole' : 'rough', value });
    if (!isWhole) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Does the work of a question. */
export const work: Work = (asked, signal, tell) => {
  const { question, situation } = asked;
  if (question.kind === 'answer') return grown(asked, signal, tell);
  const { acts, today } = situation;
  return toldBy({ scenario: playOf(situation).scenario, acts, today, question }, signal, tell);
};
