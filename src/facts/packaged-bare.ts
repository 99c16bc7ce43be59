/**
 * The bare facts that come with the package: what an analysis takes unless it is told others.
 *
 * Whoever tells people of sources and notes takes `packaged.ts`. The build writes both of them as texts, the words apart from the
 * rest, so that a page which only plays and projects is not given the words.
 */
import { bare, packagedWith, withLateActs, type BareFacts } from './bare';
import { facts } from './packaged';
import { packagedActs } from './packaged-acts';

let known: BareFacts | undefined;

/**
 * What is reckoned with of the facts that come with the package: all of `facts` but sources, notes and what else explains it to people;
 * frozen. Made when they are first asked for, always the same. A page that takes these alone is not given the words.
 *
 * @example bareFacts().meetings.length
 */
export function bareFacts(): BareFacts {
  return (known ??= packagedWith(withLateActs(bare({ ...facts, acts: [] }), packagedActs)));
}
