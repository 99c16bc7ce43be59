/** What the page reckons and tells by of the record: all but its words, which `record.ts` has. */
import { bareFacts } from 'detente/data';

/** The record without its words. */
export const facts = bareFacts();
