/** What the page reckons and tells by of the record: all but its words, which `record.ts` has. */
import { bareFacts } from 'detente/data';

/** The record without its words. */
export const facts = bareFacts();

/** Who meets at a meeting: of a round of ministers, the record says since when its day was known. */
export const whoMeets = (meeting: string): 'leaders' | 'ministers' =>
  facts.meetings.find(({ id }) => id === meeting)?.planned === undefined ? 'leaders' : 'ministers';
