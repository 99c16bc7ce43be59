/** The past meetings of the record, as scenarios to choose from: their names and days are read off the record, and nothing is played for them. */
import { facts } from './facts';
import { dayWords } from './words';

/** A past meeting by its scenario’s id. */
export interface PastMeeting {
  readonly id: string;
  /** Its title with the day of the meeting. */
  readonly title: string;
}

/** All of them, in the order of their days. */
export function pastMeetings(): readonly PastMeeting[] {
  const days = new Map(facts.meetings.map(({ id, on }) => [id, on]));
  return facts.dossiers.map(({ id, title, meeting }) => ({
    id,
    title: `${title}, ${dayWords(days.get(meeting) ?? '')}`,
  }));
}
