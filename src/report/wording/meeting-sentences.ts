/** What happens to a meeting of the leaders, in a line; which one is told where it is not the only one ahead. */
import type { Event } from '../../actions/index';
import { formatDate } from '../../kit/calendar';
import { isAhead, meetingOf } from '../../model/meeting';
import { actorName, type Scene } from './scene';

/** Which meeting, where it is not the only one ahead. */
function ofMeeting({ before }: Scene, id: string): string {
  const meeting = meetingOf(before, id);
  const ahead = Object.values(before.meetings).filter(isAhead);
  return meeting === undefined || ahead.length < 2 ? '' : ` in ${meeting.place}`;
}

/** The sentence of an event of the family of meetings, without its full stop; null for any other. */
export function meetingSentence(event: Event, scene: Scene): string | null {
  const { before, after, facts } = scene;
  const who = actorName(facts, event.actor);
  switch (event.type) {
    case 'meeting.plan':
      return `The leaders plan to meet on ${formatDate(event.day)} in ${event.place}`;
    case 'meeting.doubt':
      return `${who} casts doubt on the meeting${ofMeeting(scene, event.meeting)}`;
    case 'meeting.confirm':
      return `${who} confirms the meeting${ofMeeting(scene, event.meeting)}`;
    case 'meeting.postpone':
      return `${who} ${event.actor === 'both' ? 'put' : 'puts'} the meeting${ofMeeting(scene, event.meeting)} off to ${formatDate(event.day)}`;
    case 'meeting.put-on-agenda':
      return `${who} puts on the agenda${ofMeeting(scene, event.meeting)}: ${after.issues[event.issue]?.label ?? event.issue}`;
    case 'meeting.take-off-agenda':
      return `${who} takes off the agenda${ofMeeting(scene, event.meeting)}: ${before.issues[event.issue]?.label ?? event.issue}`;
    case 'meeting.hold':
      return `The leaders meet in ${meetingOf(after, event.meeting)?.place ?? event.meeting}`;
    case 'meeting.call-off':
      return `${who} calls the meeting${ofMeeting(scene, event.meeting)} off`;
    default:
      return null;
  }
}
