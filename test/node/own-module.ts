/** What a program brings along in a module: a policy, an action type in rules, and predicates of outcome classes. */
import * as z from 'zod';
import type { Event } from '../../src/actions/index';
import { defineAction } from '../../src/actions/action-type';
import { withActionTypes } from '../../src/engine/rule-set';
import { policyOf } from '../../src/policies/index';
import type { Policy } from '../../src/policies/policy';
import type { OutcomePredicate } from '../../src/scenario/own';

const waive = defineAction({
  type: 'tariff.waive',
  actors: ['US'],
  doc: 'Waive a duty in force on a part of the trade.',
  cites: ['stylised'],
  touches: ['tariff'],
  fields: { id: z.string().min(1).max(80) },
  subject: 'id',
  subjects: (state) => Object.keys(state.tariff).filter((id) => state.tariff[id]?.status === 'in-force'),
  rules: [
    {
      code: 'tariff/not-waivable',
      rule: 'Only a duty in force is waived.',
      source: 'stylised',
      stops: true,
      violated: (state, _actor, id) => (state.tariff[id]?.status === 'in-force' ? null : { given: id }),
    },
  ],
  domains: {},
  effect: (draft, event) => {
    draft.tariff[event.id] = { ...draft.tariff[event.id]!, share: 0.1 };
  },
  examples: [{ type: 'tariff.waive', actor: 'US', on: '2025-10-25', id: 'us/ieepa-fentanyl' }],
});

/** Rules with one more action type. */
export const rules = withActionTypes([waive]);

/** Blacklists many firms on one day, waives a duty then where the rules know how, and else does nothing. */
export const waiver: Policy = {
  ...policyOf('status-quo'),
  id: 'waiver',
  atTheTable: 'withholds',
  decide: ({ state, lawful }) => {
    if (state.today !== '2025-10-27') return [];
    const on = state.today;
    const listing = {
      type: 'listing.impose',
      actor: 'US',
      on,
      id: 'us/many-firms',
      label: 'two hundred firms',
      authority: 'ecra',
      basis: null,
      list: 'entity-list',
      entities: 200,
      from: on,
    };
    const waived = { type: 'tariff.waive', actor: 'US', on, id: 'us/ieepa-fentanyl' };
    return [listing as Event, waived as Event].filter((event) => lawful(event));
  },
};

/** Whether American duties have come to stand lower. */
export const lower: OutcomePredicate = (_final, { averages }) =>
  averages.last.usOnCn < averages.start.usOnCn - 0.5;

/** Whether they have not. */
const notLower: OutcomePredicate = (final, trajectory) => !lower(final, trajectory);
export default notLower;

/** Something that is no policy. */
export const five = 5;
