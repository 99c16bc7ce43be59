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
 * The packaged facts as the rules and the model need them: all of `facts` but sources, notes and what else explains them to people;
 * frozen. Made when they are first asked for, always the same object. Smaller than `facts`, for a page that only plays and projects.
 *
 * @example bareFacts().meetings.length
 */
export function bareFacts(): BareFacts {
  return (known ??= packagedWith(withLateActs(bare({ ...facts, acts: [] }), packagedActs)));
}
