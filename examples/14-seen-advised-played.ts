// The news of 26 October, given and seen; what each side should do then; and policies against one another, one of them your own.
import { advise, play, policies, project, type Policy } from 'detente';
import { tournament } from 'detente/studies';

const ID = 'kuala-lumpur-2025';
const news = [
  {
    type: 'talks.conclude',
    actor: 'both',
    on: '2025-10-26',
    id: 'kuala-lumpur-2025',
    readout: 'framework',
  },
  { type: 'tariff.withdraw', actor: 'US', on: '2025-10-26', id: 'us/ieepa-hundred', traded: true },
] as const;

// Given, the news changes what it changes; seen, it also tells under which parameters it was likely.
const how = { runs: 400, seed: 'news' };
const shares = ({ meeting, deal }: ReturnType<typeof project>) =>
  [meeting?.held, deal].map((share) => `${(100 * (share?.p ?? 0)).toFixed(0)} %`).join(', ');
const seen = project(ID, { ...how, after: news, observed: true });
console.log(
  'held, deal:',
  shares(project(ID, how)),
  '| given',
  shares(project(ID, { ...how, after: news })),
  '| seen',
  shares(seen),
);
for (const { act, absent, p, bits } of seen.observed?.evidence ?? [])
  console.log(`${act?.type ?? `no ${absent}`}: likely ${(100 * p).toFixed(0)} %, ${bits.toFixed(2)} bits`);
console.log(`taken as given: ${seen.observed?.unweighed.join(', ')}`);
// => taken as given: after-2

// What each side should do on the day after, among a few kinds of acts; doing nothing can win.
const monday = play(ID, { after: news, today: '2025-10-27' });
for (const [party, only] of [
  ['US', ['meeting', 'statement']],
  ['CN', ['meeting', 'purchase']],
] as const) {
  const { acts, fresh } = advise(monday, { party, objective: 'deal', only, runs: 600 });
  const [best] = acts;
  console.log(
    party,
    best?.events[0]?.type ?? 'nothing',
    best?.objective,
    'again on fresh draws',
    fresh?.change ?? 0,
  );
}

// Which policy answers which best, with one of your own among them: it conciliates until somebody strikes.
const [doves, hawks] = ['conciliator', 'hard-liner'].map((id) =>
  policies.find((policy) => policy.id === id)!,
);
const touchy: Policy = {
  ...doves!,
  id: 'touchy',
  title: 'Conciliates until it is struck',
  decide: (observation) => {
    const { state, party } = observation;
    const struck = state.coercion.some(({ by, on }) => by !== party && on >= '2025-10-25');
    return (struck ? hawks! : doves!).decide(observation);
  },
};
const {
  policies: players,
  bestResponses,
  equilibria,
} = tournament(ID, { policies: ['crisis-game', 'hard-liner', touchy], runs: 20 });
console.log(players.join(', '));
// => crisis-game, hard-liner, touchy
console.log('best answers of Washington:', bestResponses.US.join(', '), '| equilibria:', equilibria.length);
