/** Options that analyses share, as groups of rows: what is added to a group is added to every command that has it. */
import { RUNS, WORKERS } from '../ensemble/checks';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../ensemble/limits';
import type { Bounds } from '../kit/checks';
import { InputError } from '../kit/input-error';
import type { Threads } from '../node/on-threads';
import type { PolicyId, Scenario } from '../scenario/schema';
import type { Facts } from '../facts/schema';
import { OWN, policiesTold, type OwnValues } from './own-options';
import { PLAY } from './play-options';
import { seedText, whole } from './readers';
import { option, present, type Reader } from './row';
import { BadInput, quoted } from './terminal';

/** The text that keys all draws. */
export const SEED = option('-s, --seed <text>', 'the same seed gives the same bytes', seedText, {
  usual: DEFAULT_SEED,
});

/** Worker threads, which change nothing of an answer. */
export const WORKER_THREADS = option(
  '-w, --workers <n>',
  'worker threads; one for each core unless told',
  whole(WORKERS),
  { silent: true },
);

/** What every analysis of a scenario takes. */
export const ANALYSIS = { ...PLAY, ...OWN, seed: SEED, workers: WORKER_THREADS };

/** What every analysis takes that projects one ensemble. */
export const ENSEMBLE = {
  runs: option('-n, --runs <n>', `number of runs, ${RUNS.least} to ${RUNS.most}`, whole(RUNS), {
    usual: String(DEFAULT_RUNS),
  }),
  ...ANALYSIS,
};

const policiesOf: Reader<readonly PolicyId[] | 'own'> = async (text, name) => {
  if (text === 'own') return text;
  const { POLICY_IDS } = await import('../policies/policy-ids');
  const { listOf, oneOf } = await import('./readers');
  const allowed = `own, or some of ${POLICY_IDS.join(', ')} separated by commas`;
  const policies = await listOf(oneOf(POLICY_IDS, allowed))(text, name);
  if (new Set(policies).size !== policies.length)
    throw new BadInput(`${name} names each policy once; given ${quoted(text)}.`);
  return policies;
};

/** What every analysis takes that studies an answer over policies held possible. */
export const STUDY = {
  policies: option(
    '--policies <ids>',
    'policies held possible, separated by commas; or own: the scenario alone',
    policiesOf,
    { formerly: '--rules' },
  ),
  ...ANALYSIS,
};

/** Values of the shared groups, as they were read. */
interface AnalysisValues extends OwnValues {
  readonly seed: string;
}

/** The shared options as the library takes them. */
export function analysisOptions({ seed, facts, policy }: AnalysisValues) {
  return { seed, ...present({ facts, policies: policiesTold({ policy }) }) };
}

/** As {@link analysisOptions}, of a study. */
export function studyOptions({
  policies,
  ...values
}: AnalysisValues & { readonly policies: readonly PolicyId[] | 'own' | undefined }) {
  const acting = analysisOptions(values);
  if (policies !== undefined && acting.policies !== undefined)
    throw new BadInput(
      '--policies tells those held possible and --policy the one that acts; give one of them.',
    );
  return { ...acting, ...present({ policies: policies ?? acting.policies }) };
}

/** Bounds of a number of the studies. */
export function studyBounds(
  name: keyof (typeof import('../analyses/sensitivity/study-options'))['STUDY_BOUNDS'],
) {
  return async (): Promise<Bounds> =>
    (await import('../analyses/sensitivity/study-options')).STUDY_BOUNDS[name];
}

/** What runs analyses, on as many threads as were asked for. */
export async function threadsOf({ workers }: { readonly workers: number | undefined }): Promise<Threads> {
  const { onThreads } = await import('../node/on-threads');
  return onThreads(workers === undefined ? {} : { workers });
}

/** Refuses a quantity of interest that a scenario does not have, by the option that asked for it. */
export async function knownQuantity(
  name: string,
  scenario: Scenario,
  id: string,
  facts: Facts,
): Promise<void> {
  const { specificationOf } = await import('../scenario/model-specification');
  const { quantityOf } = await import('../ensemble/quantity-of-interest');
  try {
    quantityOf(specificationOf(scenario, facts), id);
  } catch (error) {
    if (error instanceof InputError) throw new BadInput(`${name}: ${error.complaint}`);
    throw error;
  }
}
