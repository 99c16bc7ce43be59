/** What comes of what is asked beside the answer: it asks the library, and tells how far it is. Reads the whole record. */
import { play, runEpisode, start } from 'detente';
import { inWorkers } from 'detente/browser';
import { facts } from 'detente/data';
import { episodeStory, projectionReport } from 'detente/report';
import type { Told } from './question';
import type { Ordered } from './teller';

/** Runs of what is asked beside the answer: as many as keep a reader waiting for some seconds. */
const RUNS = 2_000;
const RUNS_OF_REPORT = 1_000;
/** Runs of advice among the acts of one family; all lawful acts are held against each other in as many as is usual. */
const RUNS_OF_FAMILY = 8_000;
/** How the report says that it is made again. */
const REPORT_AGAIN = 'detente report FILE.yaml, of the scenario that the page saves';

/** Answers an order; `say` hears how far it is. */
export async function answer(
  { scenario, acts, today, question }: Ordered,
  say: (told: Told) => void,
): Promise<Told> {
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
