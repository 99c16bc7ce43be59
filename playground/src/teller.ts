/** A worker for what is asked beside the answer, so that the page is never held up: it asks the library and tells what comes of it. */
import { play, runEpisode, start, type Event, type Scenario } from 'detente';
import { inWorkers } from 'detente/browser';
import { facts } from 'detente/data';
import { episodeStory, projectionReport } from 'detente/report';
import type { Question, Told } from './question';
import { messageOf } from './words';

/** What is asked, of which play. */
export interface Ordered {
  readonly scenario: Scenario;
  readonly acts: readonly Event[];
  readonly today: string | null;
  readonly question: Exclude<Question, { readonly kind: 'answer' }>;
}

/** Runs of what is asked beside the answer: as many as keep a reader waiting for some seconds. */
const RUNS = 2_000;
const RUNS_OF_REPORT = 1_000;
/** Runs of advice among the acts of one family; all lawful acts are held against each other in as many as is usual. */
const RUNS_OF_FAMILY = 8_000;
/** How the report says that it is made again. */
const REPORT_AGAIN = 'detente report FILE.yaml, of the scenario that the page saves';

const say = (told: Told): void => globalThis.postMessage(told);

async function answer({ scenario, acts, today, question }: Ordered): Promise<Told> {
  const subject = play(scenario, { after: acts, ...(today === null ? {} : { today }) });
  const analyses = inWorkers();
  const onProgress = (done: number, all: number) => say({ state: 'working', done, all });
  const state = 'whole';
  switch (question.kind) {
    case 'why':
      return { state, value: await analyses.project(subject, { why: true, runs: RUNS, onProgress }) };
    case 'watch':
      return { state, value: await analyses.watch(subject, { runs: RUNS, onProgress }) };
    case 'advise': {
      const { party, objective, family } = question;
      const wants = objective === null ? {} : { objective, avoid: objective === 'new-coercion' };
      const among = family === null ? {} : { only: [family], runs: RUNS_OF_FAMILY };
      return { state, value: await analyses.advise(subject, { party, onProgress, ...wants, ...among }) };
    }
    case 'story': {
      const recorded = runEpisode(subject, { seed: question.seed, episode: question.episode });
      return { state, value: episodeStory(scenario, start(scenario), recorded, facts) };
    }
    case 'report': {
      const how = { runs: RUNS_OF_REPORT, command: REPORT_AGAIN, run: analyses.run, onProgress };
      return { state, value: await projectionReport(subject, how) };
    }
  }
}

globalThis.onmessage = ({ data }: MessageEvent<Ordered>) => {
  answer(data).then(say, (error: unknown) => say({ state: 'failed', text: messageOf(error) }));
};
