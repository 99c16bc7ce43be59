// Two scenarios on common draws: each pair of episodes lives with the same parameter draw, so that only the supposition
// differs.
import { compare, explainDifference, loadScenario } from 'detente';

const base = loadScenario('kuala-lumpur-2025');
const variant = loadScenario('meeting-called-off');
console.log(variant.question);
// => What becomes of the threats of 1 November and of the truce if the leaders do not meet?

const same = compare(base, base, { runs: 8 });
console.log(
  `a scenario against itself: ${same.outcomes.every(({ difference }) => difference === 0) ? 'no difference' : 'a difference'}`,
);
// => a scenario against itself: no difference

const { outcomes, variance } = compare(base, 'no-preparatory-round', { runs: 80 });
for (const { id, difference, low, high } of outcomes) {
  const points = (share: number) => `${share > 0 ? '+' : ''}${(100 * share).toFixed(0)}`;
  console.log(`${id}: ${points(difference)} points (${points(low)} to ${points(high)})`);
}

// The point of common draws: the same number of runs tells differences of a fraction of the size.
console.log(
  `variance of the difference: ${variance.paired < variance.unpaired ? 'smaller' : 'not smaller'} than on independent draws`,
);
// => variance of the difference: smaller than on independent draws

// Where and why the histories part: each turned draw is taken back by itself, and the episode run again.
const { sentences, starts, example } = explainDifference(base, 'hundred-per-cent-executed', {
  runs: 400,
  histories: 20,
});
console.log(sentences[1]);
// => In every changed run it starts with the duty “Threatened extra 100 percent” that was carried out.
console.log(`${starts[0]?.key}, needed: ${example?.needed}`);
// => event:the-order-is-signed:added, needed: true
for (const { on, variant, crossed } of example?.chain ?? [])
  console.log(`  ${on} ${variant?.type ?? 'a draw'}${crossed === null ? '' : `, by ${crossed.name}`}`);
