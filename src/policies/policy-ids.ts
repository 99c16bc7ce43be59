/** The names by which a scenario calls the decision procedures of its parties. */

/** Policies that can be named in a scenario; each stands in a file of its own under the policies. */
export const POLICY_IDS = [
  'status-quo',
  'scripted',
  'uniform-random',
  'tit-for-tat',
  'hard-liner',
  'conciliator',
  'crisis-game',
] as const;

/** Name of a policy. */
export type PolicyId = (typeof POLICY_IDS)[number];
