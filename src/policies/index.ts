/** The table of all policies. One is added by its import and its entry here, and its id in `POLICY_IDS`. */
import { deepFrozen } from '../kit/frozen';
import { conciliator } from './conciliator';
import { crisisGame } from './crisis-game';
import { hardLiner } from './hard-liner';
import type { Policy } from './policy';
import { scripted } from './scripted';
import { statusQuo } from './status-quo';
import { titForTat } from './tit-for-tat';
import { uniformRandom } from './uniform-random';

/** All policies, from the stillest to the most elaborate. */
export const policies: readonly Policy[] = /* @__PURE__ */ deepFrozen<Policy[]>([
  statusQuo,
  scripted,
  uniformRandom,
  titForTat,
  hardLiner,
  conciliator,
  crisisGame,
]);

const byId = new Map(policies.map((policy) => [policy.id, policy]));

/** The policy of an id. Throws for one that does not exist: the scenario's schema has refused it before. */
export function policyOf(id: string): Policy {
  const policy = byId.get(id);
  if (policy === undefined) throw new Error(`no such policy: ${id}; known: ${[...byId.keys()].join(', ')}`);
  return policy;
}
