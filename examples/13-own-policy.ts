// A decision procedure of your own, projected: an American side that carries out its threat on the eve of the meeting.
import { compare, policies, project, runEpisode, type Policy } from 'detente';

const EVE = '2025-10-29';
const quiet = policies.find(({ id }) => id === 'status-quo')!;

// What a policy sees is its observation, and chance comes from its draws alone: the same draws, whatever else is decided.
const brinkman: Policy = {
  ...quiet,
  id: 'brinkman',
  title: 'Brinkmanship',
  decide: (seen) => {
    const { state, party, draw, lawful } = seen;
    const order = {
      type: 'tariff.carry-out',
      actor: party,
      on: state.today,
      id: 'us/ieepa-hundred',
      from: EVE,
    } as const;
    const acts = state.today === EVE && lawful(order) && draw('brink') < 0.5 ? [order] : [];
    return [...quiet.decide(seen), ...acts];
  },
};

const own = { policies: { US: brinkman } };
const [first] = runEpisode('kuala-lumpur-2025', own).events.filter(({ type }) => type === 'tariff.carry-out');
console.log(`${first?.on}: ${first?.type} by ${first?.actor}`);
// => 2025-10-29: tariff.carry-out by US

// The same question under the scenario's policy and under one's own, with 95 % intervals of sampling.
const percent = (p: number) => `${(100 * p).toFixed(0)} %`;
for (const [whose, given] of [
  ['of the scenario', {}],
  ['brinkman', own],
] as const) {
  const { outcomes } = project('kuala-lumpur-2025', { runs: 300, ...given });
  console.log(whose, (outcomes ?? []).map(({ id, p }) => `${id} ${percent(p)}`).join(', '));
}

// On common draws: which of the same runs end otherwise because of it.
const { changed } = compare('kuala-lumpur-2025', 'kuala-lumpur-2025', { runs: 300, variant: own });
console.log(changed.pairs > 0 ? 'some runs end in another class' : 'no run ends in another class');
// => some runs end in another class
