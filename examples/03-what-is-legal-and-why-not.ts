// What may a government do today, and why not something else? Every refusal has a code, a rule, a source and facts.
import { explain, legalActions, sampleMember, start, transition, type Event } from 'detente';

const state = start('kuala-lumpur-2025');

function ask(what: string, event: Event): void {
  const { legal, refusals, nearest } = explain(state, event);
  console.log(`${what}: ${legal ? 'legal' : refusals.map((refusal) => refusal.code).join(', ')}`);
  if (nearest[0] !== undefined) console.log(`  nearest: ${JSON.stringify(nearest[0])}`);
}

const duty = {
  type: 'tariff.impose',
  actor: 'US',
  on: state.today,
  id: 'us/new',
  label: 'a new duty',
  share: 1,
  from: state.today,
} as const;

// Section 122 allows 15 per cent, and for 150 days.
ask('a duty of 15 % under Section 122', { ...duty, authority: 's122', basis: null, ratePct: 15 });
// => a duty of 15 % under Section 122: legal
ask('a duty of 20 % under Section 122', { ...duty, authority: 's122', basis: null, ratePct: 20 });
// => a duty of 20 % under Section 122: tariff/above-the-ceiling

// China cannot use an American statute.
ask('a Chinese duty under IEEPA', { ...duty, actor: 'CN', authority: 'ieepa', basis: null, ratePct: 20 });
// => a Chinese duty under IEEPA: authority/not-the-owner

// What was halted cannot be halted again.
ask('a halt of soybeans', { type: 'purchase.halt', actor: 'CN', on: state.today, flow: 'soybeans' });
// => a halt of soybeans: purchase/wrong-status

// A refused event changes nothing and throws nothing.
const refused = transition(state, {
  type: 'meeting.hold',
  actor: 'both',
  meeting: 'busan-2025',
  on: state.today,
});
console.log(refused.ok ? 'held' : refused.refusals.map(({ code, rule }) => `${code}: ${rule}`).join());
// => meeting/not-today: A meeting is held on the day for which it is planned.

// All that is legal, as templates in which rates and dates stay ranges.
for (const template of legalActions(state, { actor: 'US', type: 'tariff.raise' })) {
  console.log(JSON.stringify(template.fields));
  console.log(
    explain(
      state,
      sampleMember(template, () => 0.5),
    ).legal,
  );
  break;
}
// => true
