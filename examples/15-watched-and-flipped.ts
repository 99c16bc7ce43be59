// Five days before Busan: which news would tell how it ends, and what would have to be true for it to end otherwise.
import { flip, loadScenario, project, watch } from 'detente';

const ID = 'kuala-lumpur-2025';
const percent = (share: number) => `${(100 * share).toFixed(0)} %`;

// What to watch until two weeks after the meeting. On the days before it little is seen that tells how it ends.
const { until, signals } = watch(ID, { runs: 120 });
const telling = signals.filter(({ information }) => information > 0);
const early = telling.filter(({ leadDays }) => (leadDays ?? 0) > 0);
console.log(`until ${until}; telling, ahead of the meeting: ${early.length}`);
// => until 2025-11-13; telling, ahead of the meeting: 0

const [first] = telling;
const rollback = first?.shifts.find(({ quantity }) => quantity === 'class:rollback');
console.log(
  first?.event?.type ?? first?.level?.of,
  percent(rollback?.ifSo ?? 0),
  percent(rollback?.ifNot ?? 0),
);

// What would take the lead from a partial rollback? Few parameters are looked at here, and few runs are made; `detente flip` takes all.
const how = { only: ['bargaining.privateCost', 'promises.actKept'], runs: 120 };
const lead = flip(ID, how);
console.log(lead.quantity, lead.changes.length === 0 ? 'is not lost' : 'is lost');
// => lead:rollback is not lost
for (const { parameter, from, to } of lead.nearest?.changes ?? [])
  console.log('nearest', parameter, from, to);

// What takes it below two in three? A projection with these parameters says the same, to the byte.
const { changes, distance, after } = flip(ID, { ...how, output: 'class:rollback', past: 0.67 });
for (const { parameter, from, to } of changes) console.log(parameter, from, to);
console.log('length', distance?.toFixed(1), 'then', percent(after?.value ?? 0));
const parameters = Object.fromEntries(changes.map(({ parameter, to }) => [parameter, to]));
const { outcomes } = project({ ...loadScenario(ID), parameters }, { runs: after?.runs, seed: after?.seed });
console.log('by hand', outcomes?.find(({ id }) => id === 'rollback')?.pModel === after?.value);
// => by hand true
