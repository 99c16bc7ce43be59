/** Options of the commands that study an answer: policies held possible, and numbers left to the library's defaults. */
import { Option, type Command } from 'commander';
import { WORKERS } from '../ensemble/checks';
import type { Bounds } from '../kit/bounds';
import { DEFAULT_SEED } from '../ensemble/limits';
import type { PolicyId, Scenario } from '../scenario/schema';
import { BadInput, quoted, seedText, wholeNumber } from './terminal';

/** The options as commander gives them. */
export interface RawStudyOptions {
  readonly seed: string;
  readonly workers?: string;
  readonly policies?: string;
  readonly json?: boolean;
}

/** Adds the options that all studies share. */
export function withStudyOptions(command: Command): Command {
  // The name that `--policies` had before still works.
  command
    .addOption(new Option('--rules <ids>').hideHelp())
    .on('option:rules', (ids: string) => command.setOptionValue('policies', ids));
  return command
    .option('--policies <ids>', 'policies held possible, separated by commas; or own: the scenario alone')
    .addOption(
      new Option('-s, --seed <text>', 'the same seed gives the same bytes').default(
        DEFAULT_SEED,
        DEFAULT_SEED,
      ),
    )
    .option('-w, --workers <n>', 'worker threads; one for each core unless told')
    .option('--json', 'print JSON');
}

async function policiesOf(text: string): Promise<readonly PolicyId[] | 'own'> {
  if (text === 'own') return text;
  const { POLICY_IDS } = await import('../policies/policy-ids');
  const { nearestText } = await import('../kit/nearest-text');
  const given = text.split(',').map((part) => part.trim());
  const policies = given.map((id) => {
    const known = POLICY_IDS.find((candidate) => candidate === id);
    if (known !== undefined) return known;
    const near = nearestText(id, POLICY_IDS);
    const hint = near === null ? '.' : `; did you mean ${quoted(near)}?`;
    throw new BadInput(
      `--policies takes own, or some of ${POLICY_IDS.join(', ')} separated by commas; given ${quoted(id)}${hint}`,
    );
  });
  if (new Set(policies).size !== policies.length) {
    throw new BadInput(`--policies names each policy once; given ${quoted(text)}.`);
  }
  return policies;
}

/** Reads the options that all studies share; refuses what is out of range. */
export async function studyOptions({ seed, workers, policies }: RawStudyOptions) {
  return {
    seed: seedText(seed),
    ...(workers === undefined ? {} : { workers: wholeNumber('--workers', workers, WORKERS) }),
    ...(policies === undefined ? {} : { policies: await policiesOf(policies) }),
  };
}

/** Refuses a quantity of interest that a scenario does not have, by the option that asked for it. */
export async function knownQuantity(option: string, scenario: Scenario, id: string): Promise<void> {
  const { facts } = await import('../facts/packaged');
  const { specificationOf } = await import('../scenario/model-specification');
  const { quantityOf } = await import('../ensemble/quantity-of-interest');
  try {
    quantityOf(specificationOf(scenario, facts), id);
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput(`${option}: ${error.message}`);
    throw error;
  }
}

/** A number that was given, by its name in the library; nothing where it was not. */
export function numberGiven<Name extends string>(
  name: Name,
  option: string,
  text: string | undefined,
  bounds: Bounds,
): Partial<Record<Name, number>> {
  if (text === undefined) return {};
  const found: Partial<Record<Name, number>> = {};
  found[name] = wholeNumber(option, text, bounds);
  return found;
}
