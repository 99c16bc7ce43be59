/** What lies behind a comparison as one JSON value: figures with their words, for scripts. */
import type { ExplainedComparison, StepGroup } from '../../analyses/comparison/explained-comparison';
import {
  chainLines,
  differencePhrase,
  differenceSentences,
  stepPhrase,
  whyText,
  type Names,
} from '../wording/step-phrases';
import { itemAt } from '../../kit/lists';

function groupReport(group: StepGroup, names: Names) {
  const { key, pairs, share, low, high, from, to, step, episode } = group;
  return {
    key,
    what: stepPhrase(step, names),
    why: whyText(step, names),
    pairs,
    share,
    low,
    high,
    from,
    to,
    episode,
  };
}

/**
 * The explanation of a comparison as JSON: sentences, the differences of the scenarios with how often each was needed,
 * starts and turns in words with their shares, and one chain with its dates. `classes` are the ids of the outcome
 * classes in their order. Pure.
 *
 * @example
 * const found = explainDifference('kuala-lumpur-2025', 'soybeans-first', { runs: 50, histories: 5 });
 * const classes = loadScenario('kuala-lumpur-2025').outcomes.map(({ id }) => id);
 * differenceReport(found, classes, namesOf(facts)).sentences
 */
export function differenceReport(found: ExplainedComparison, classes: readonly string[], names: Names) {
  const { explained, differences, overdetermined, starts, turns, partedBefore, endingAlike, example } = found;
  const classOf = (index: number) => classes[index] ?? null;
  return {
    sentences: differenceSentences(found, names),
    explained,
    differences: differences.map((difference) => ({
      ...difference,
      what: differencePhrase(difference, names),
    })),
    overdetermined,
    starts: starts.map((group) => groupReport(group, names)),
    turns: turns.map((group) => groupReport(group, names)),
    partedBefore,
    endingAlike,
    example:
      example === null
        ? null
        : {
            episode: example.episode,
            outcomes: { base: classOf(example.outcomes.base), variant: classOf(example.outcomes.variant) },
            needed: example.needed,
            differences: example.differences,
            chain: chainLines(example.chain, names).map(({ text, why }, at) => {
              const { on, base, variant, crossed, refused } = itemAt(example.chain, at);
              return { on, what: text, why, base, variant, crossed, refused };
            }),
          },
  };
}
