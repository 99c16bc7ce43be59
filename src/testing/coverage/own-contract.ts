/** The contract that the library holds itself to on its first scenario, with what that scenario cannot reach and why. */
import { coverageContract, type CoverageContract } from './contract';

const NO_LIMIT =
  'Section 122 alone sets a longest life, and it carries duties; nothing of this kind ends by its statute.';
const NOT_EXPOSED =
  'Courts hear challenges of American executive law alone: no Chinese law, and no rate that a statute sets by itself.';
const NO_BLOCKING_LAW =
  'American law has no orders that forbid firms at home to comply with measures of another state.';
const FIRST_TRUCE = 'The truce of Geneva stands on the first day, and no move leads back to none at all.';
const NO_STATUTORY =
  'What a statute sets by itself are duties: no measure of this kind stands on a schedule.';

/**
 * Every action type fifty times, every move by everyone who may make it, every refusal code, every status of the truce
 * entered and left and every transition between them, every status of every kind of measure, every authority struck
 * down: on `kuala-lumpur-2025`, but for what cannot be reached there.
 */
export const kualaLumpurContract: CoverageContract = /* @__PURE__ */ coverageContract({
  actionTypes: 50,
  moves: 1,
  refusalCodes: 1,
  truceStatuses: 1,
  truceTransitions: 1,
  measureStatuses: 1,
  authoritiesStruck: 1,
  exempt: [
    {
      goals: [
        'action type control.lapse',
        'action type port-fee.lapse',
        'action type listing.lapse',
        'move control.lapse by calendar',
        'move port-fee.lapse by calendar',
        'move listing.lapse by calendar',
      ],
      reason: NO_LIMIT,
    },
    {
      goals: ['move blocking-order.issue by US', 'move blocking-order.lift by US'],
      reason: NO_BLOCKING_LAW,
    },
    {
      goals: [
        'refusal code control/statutory',
        'refusal code port-fee/statutory',
        'refusal code listing/statutory',
      ],
      reason: NO_STATUTORY,
    },
    {
      goals: [
        'truce status entered none',
        'truce status left none',
        'truce transition none to in-force',
        'truce transition none to provisional',
        'truce transition none to talks',
      ],
      reason: FIRST_TRUCE,
    },
    {
      goals: [
        'authority struck us-mfn',
        'authority struck cn-mfn',
        'authority struck cn-tariff-law',
        'authority struck cn-export-control-law',
        'authority struck cn-unreliable-entity-list',
        'authority struck cn-antimonopoly-law',
        'authority struck cn-antidumping',
        'authority struck cn-foreign-trade-law',
        'authority struck cn-maritime-regulations',
        'authority struck cn-state-trading',
        'authority struck cn-customs',
        'authority struck cn-anti-sanctions-law',
        'authority struck cn-blocking-rules',
        'authority struck cn-government-procurement-law',
      ],
      reason: NOT_EXPOSED,
    },
  ],
});
