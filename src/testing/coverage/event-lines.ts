/** Events in words with the packaged facts, for messages: dated sentences, without colour. */
import { facts } from '../../facts/packaged';
import type { Event } from '../../actions/index';
import type { State } from '../../model/state';
import { eventLines } from '../../report/wording/trajectory';
import { PLAIN } from '../../report/wording/text';

/** A list of events that is legal from a first state, as dated sentences of at most 80 columns. Pure. */
export function packagedEventLines(start: State, events: readonly Event[]): string[] {
  return eventLines(start, events, facts, PLAIN);
}
