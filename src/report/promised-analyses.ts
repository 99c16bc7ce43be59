/** The analyses as functions that promise their answers, for whatever runs them elsewhere than in this thread. */
import type { Analysis } from '../analyses/runner/stage';
import { ANALYSES } from './all-analyses';

type Analyses = typeof ANALYSES;
type AnswerOf<Made> = Made extends Generator<unknown, infer Answer, void> ? Answer : never;

/** Each function of the core by its name, with the same arguments, to a promise of the same bytes. */
export type PromisedAnalyses = {
  readonly [Name in keyof Analyses]: (
    ...given: Parameters<Analyses[Name]>
  ) => Promise<AnswerOf<ReturnType<Analyses[Name]>>>;
};

/** The arguments of an analysis, its options with what modules of one's own export. */
async function loadedIn(
  given: readonly never[],
  loadOwn: (options: unknown) => Promise<unknown>,
): Promise<never[]> {
  const loaded = await Promise.all(
    given.map((one: unknown, at) => (at === given.length - 1 ? loadOwn(one) : one)),
  );
  return loaded as never[];
}

/** The analyses by a runner; `loadOwn` imports what their options tell by a module. */
export function promisedAnalyses(
  run: (analysis: Analysis<unknown>) => Promise<unknown>,
  loadOwn: (options: unknown) => Promise<unknown>,
): PromisedAnalyses {
  const verbs = Object.fromEntries(
    Object.entries(ANALYSES).map(([name, analysis]) => [
      name,
      async (...given: never[]) =>
        run((analysis as (...given: never[]) => Analysis<unknown>)(...(await loadedIn(given, loadOwn)))),
    ]),
  );
  return verbs as unknown as PromisedAnalyses;
}
