/** What lies behind a comparison as one JSON value: figures with their words, for scripts. */
import type { ExplainedComparison, StepGroup } from '../../analyses/comparison/explained-comparison';
import { asGiven, checkAnswer, checkItems } from '../../kit/answer-form';
import { EXPLAINED_COMPARISON } from '../wording/answer-forms';
import { checkLabel } from '../wording/labels';
import {
  chainLines,
  checkNames,
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
    /** Names the kind of step; equal for like steps. */
    key,
    /** The step in words. */
    what: stepPhrase(step, names),
    /** Why it came, in words. */
    why: whyText(step, names),
    /** Number of changed pairs that have it. */
    pairs,
    /** Their share of the changed pairs that were looked into, 0 to 1. */
    share,
    /** Lower end of the 95 % interval of that share, 0 to 1. */
    low,
    /** Upper end of the 95 % interval of that share, 0 to 1. */
    high,
    /** First day on which it came, YYYY-MM-DD. */
    from,
    /** Last day on which it came, YYYY-MM-DD. */
    to,
    /** Number of the first episode that has it, from 0. */
    episode,
  };
}

/**
 * The explanation of a comparison as JSON: sentences, the differences of the scenarios with how often each was needed, starts and turns in
 * words with their shares, and one chain with its dates. Pure.
 * @param found - The explained comparison, as `explainDifference` gives it.
 * @param classes - Ids of the outcome classes in the order of the scenario, by which the ends of a chain are named.
 * @param names - What things are called, as `namesOf` gives it for both first days.
 * @throws InputError when the comparison is none of `explainDifference`, or classes or names are none.
 *
 * @example
 * const found = explainDifference('kuala-lumpur-2025', 'soybeans-first', { runs: 50, histories: 5 });
 * const classes = loadScenario('kuala-lumpur-2025').outcomes.map(({ id }) => id);
 * differenceReport(found, classes, namesOf(facts)).sentences
 */
export function differenceReport(found: ExplainedComparison, classes: readonly string[], names: Names) {
  checkAnswer('found', found, EXPLAINED_COMPARISON);
  checkItems('classes', classes, 'ids of outcome classes', checkLabel);
  checkNames('names', names);
  return asGiven('found', [found, classes, names], () => {
    const { explained, differences, overdetermined, starts, turns, partedBefore, endingAlike, example } =
      found;
    const classOf = (index: number) => classes[index] ?? null;
    return {
      /** What lies behind the comparison, sentence by sentence. */
      sentences: differenceSentences(found, names),
      /** How many changed pairs were looked into. */
      explained,
      /** Each difference of the scenarios, with the changed pairs for which it was needed. */
      differences: differences.map((difference) => ({
        ...difference,
        /** The difference as a noun. */
        what: differencePhrase(difference, names),
      })),
      /** Changed pairs for which no difference was needed by itself. */
      overdetermined,
      /** The first steps that mattered, commonest first. */
      starts: starts.map((group) => groupReport(group, names)),
      /** The last links before the outcome, commonest first. */
      turns: turns.map((group) => groupReport(group, names)),
      /** Changed pairs that had differed before in a step that did not matter. */
      partedBefore,
      /** Pairs that end alike, and how many of them part on the way. */
      endingAlike,
      /** One changed pair with its chain; null where none changed. */
      example:
        example === null
          ? null
          : {
              /** Number of the episode, from 0. */
              episode: example.episode,
              /** Outcome classes in which it ends. */
              outcomes: {
                /** Id of the class in the base; null for none or several. */
                base: classOf(example.outcomes.base),
                /** Id of the class in the variant; null for none or several. */
                variant: classOf(example.outcomes.variant),
              },
              /** Whether taking the first step back changes the end. */
              needed: example.needed,
              /** Ids of the differences without each of which it would not have ended so. */
              differences: example.differences,
              /** From the first step that mattered to the outcome. */
              chain: chainLines(example.chain, names).map(({ text, why }, at) => {
                const { on, base, variant, crossed, refused } = itemAt(example.chain, at);
                return {
                  /** Day of the step, YYYY-MM-DD. */
                  on,
                  /** The step in words. */
                  what: text,
                  /** Why it came, in words. */
                  why,
                  /** What happened in the base; null where nothing did. */
                  base,
                  /** What happened in the variant; null where nothing did. */
                  variant,
                  /** The draw behind it, where one was turned. */
                  crossed,
                  /** Where the act was refused in the other history: the side, and the rules that it broke. */
                  refused,
                };
              }),
            },
    };
  });
}
