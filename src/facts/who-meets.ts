/** Who meets at a meeting, and the words for it: leaders, or the ministers of a round that is looked at as the meeting. */
import type { BareFacts } from './bare';

/** Those who meet, as they stand behind an article: `the ministers meet`. */
export type WhoMeets = 'leaders' | 'ministers';

/** Those who meet, by whether they are leaders. */
export const whoOf = (leadersMeet: boolean): WhoMeets => (leadersMeet ? 'leaders' : 'ministers');

/**
 * Those who meet at a meeting of the facts: of a round of ministers a row says since when its day was known; meetings of
 * leaders are planned by acts.
 */
export const whoMeets = ({ meetings }: Pick<BareFacts, 'meetings'>, meeting: string): WhoMeets =>
  whoOf(meetings.find(({ id }) => id === meeting)?.planned === undefined);

/** A text that is worded for leaders, told of those who meet. */
export const toldOf = (who: WhoMeets, text: string): string => text.replace(/^The leaders\b/, `The ${who}`);
