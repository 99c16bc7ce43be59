/** Facts with their words, for whoever tells people of sources and notes. */
import { isPackaged, type BareFacts } from '../facts/bare';
import { facts as packagedFacts, type Facts } from '../facts/packaged';
import { InputError } from '../kit/input-error';

const hasWords = (facts: BareFacts): facts is Facts => 'sources' in facts;

/** The whole of facts that an analysis was made with. Throws an InputError where nobody gave their words. */
export function wholeFacts(facts: BareFacts): Facts {
  if (hasWords(facts)) return facts;
  if (isPackaged(facts)) return packagedFacts;
  throw new InputError({
    code: 'input/missing',
    path: 'facts.sources',
    given: undefined,
    allowed: 'facts with their sources and notes, since people are told of them',
  });
}
