/** What is one's own, told on the command line: policies in modules, and facts in a folder. No scenario file tells either. */
import type { Facts } from '../facts/schema';
import type { PartyId } from '../model/actor';
import type { PolicyId } from '../policies/policy-ids';
import { visible } from '../report/wording/visible';
import type { FromModule } from '../scenario/own-module';
import { option, options, type Reader } from './row';
import { BadInput, quoted } from './terminal';

/** A party's policy as it was told. */
interface ToldPolicy {
  readonly party: PartyId;
  readonly policy: PolicyId | FromModule;
}

const policyTold: Reader<ToldPolicy> = async (given, name) => {
  const { PARTY_IDS } = await import('../model/actor');
  const { POLICY_IDS } = await import('../policies/policy-ids');
  const { oneOf } = await import('./readers');
  const [, who = '', what = ''] = /^([^=]*)=(.+)$/s.exec(given) ?? [];
  if (what === '')
    throw new BadInput(
      `${name} takes a party and a policy, as US=./mine.mjs#name or CN=hard-liner; given ${quoted(given)}.`,
    );
  const party = await oneOf(PARTY_IDS)(who, `${name} for the party`);
  const shipped = POLICY_IDS.find((id) => id === what);
  if (shipped !== undefined) return { party, policy: shipped };
  if (!/[#./\\:]/.test(what)) {
    const allowed = `a module, as ./mine.mjs#name, or one of ${POLICY_IDS.join(', ')}`;
    return { party, policy: await oneOf(POLICY_IDS, allowed)(what, name) };
  }
  const at = what.lastIndexOf('#');
  return {
    party,
    policy:
      at < 0 ? { module: what, name: 'default' } : { module: what.slice(0, at), name: what.slice(at + 1) },
  };
};

/** The file of an export that is told as `./mine.mjs#name`; none for the name of a package and whatever else is no path. */
export async function moduleFile(told: string): Promise<readonly string[]> {
  const { fileOfModule } = await import('../node/own-modules');
  const file = fileOfModule(told.replace(/#[^#]*$/, ''));
  return file === null ? [] : [file];
}

/** Most complaints about a folder of facts that are told at once. */
const MOST_TOLD = 10;

const factsTold: Reader<Facts> = async (folder, name) => {
  const { readFactsFolder } = await import('../node/facts-folder');
  const read = readFactsFolder(folder);
  if (read.ok) return read.facts;
  const lines = read.issues
    .slice(0, MOST_TOLD)
    .map(({ file, path, message }) => visible(`${file}: ${path === '' ? '' : `${path}: `}${message}`));
  const more = read.issues.length - lines.length;
  throw new BadInput([`${name}:`, ...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n  '));
};

/** Facts of one's own. */
export const FACTS = {
  facts: option(
    '--facts <folder>',
    'JSON files laid over the packaged facts: issues.json in place of it, sources+.json with more rows',
    factsTold,
    { reads: async (folder) => (await import('../node/facts-folder')).factsFiles(folder) },
  ),
};

/** What every analysis of a scenario takes of one's own. */
export const OWN = {
  policy: options(
    '--policy <party=module>',
    "by which policy a party acts: one's own, as US=./mine.mjs#name, or a shipped one by its id, as US=hard-liner (docs/own.md has all)",
    policyTold,
    { reads: (given) => moduleFile(given.slice(given.indexOf('=') + 1)) },
  ),
  ...FACTS,
};

/** The options as they were read. */
export interface OwnValues {
  readonly policy: readonly ToldPolicy[];
  readonly facts: Facts | undefined;
}

/** The policies by which the parties act, as the library takes them; undefined where none is told. */
export function policiesTold({ policy }: Pick<OwnValues, 'policy'>) {
  const told: Partial<Record<PartyId, PolicyId | FromModule>> = {};
  for (const { party, policy: one } of policy) {
    if (told[party] !== undefined) throw new BadInput(`--policy names one policy for ${party}, not two.`);
    told[party] = one;
  }
  return policy.length === 0 ? undefined : told;
}
