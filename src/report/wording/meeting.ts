/** The wording of acts on meetings. */
import { formatDate } from '../../kit/calendar';
import { inPlace, issueIn, meetingIn } from './names';
import { doer, meeters, namedText, NOUNS, passive, type WordingOf } from './wording';
import { meetingOf } from '../../model/meeting';
import { whoMeets } from '../../facts/who-meets';

/** The rows of the family of meetings. */
export const meetingWording: WordingOf<'meeting'> = {
  'meeting.plan': {
    sentence: (event, { facts }) => ({
      who: meeters(whoMeets(facts, event.id)),
      verb: 'plan',
      rest: `to meet ${inPlace(event.place)} on ${formatDate(event.day)}`,
    }),
    phrase: passive('plan'),
  },
  'meeting.doubt': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'cast',
      rest: `doubt on ${meetingIn(scene.after, event.meeting)}`,
    }),
    phrase: passive('put', { with: 'in doubt' }),
  },
  'meeting.confirm': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'confirm',
      rest: meetingIn(scene.after, event.meeting),
    }),
    phrase: passive('confirm'),
  },
  'meeting.reinstate': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'reinstate',
      rest: `${meetingIn(scene.after, event.meeting)}, no longer in doubt`,
    }),
    phrase: passive('reinstate'),
  },
  'meeting.postpone': {
    sentence: (event, scene) => {
      const was = meetingOf(scene.before, event.meeting)?.on;
      return {
        who: doer(event, scene),
        verb: 'postpone',
        rest: `${meetingIn(scene.after, event.meeting)}${was === undefined ? '' : ` from ${formatDate(was)}`} to ${formatDate(event.day)}`,
      };
    },
    phrase: passive('postpone'),
    isTurn: true,
  },
  'meeting.put-on-agenda': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'put',
      rest: `${namedText(issueIn(scene.after, event.issue))} on the agenda of ${meetingIn(scene.after, event.meeting)}`,
    }),
    phrase: passive('put', { noun: NOUNS.issue.one, with: 'on the agenda' }),
  },
  'meeting.take-off-agenda': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'take',
      rest: `${namedText(issueIn(scene.before, event.issue))} off the agenda of ${meetingIn(scene.after, event.meeting)}`,
    }),
    phrase: passive('take', { noun: NOUNS.issue.one, with: 'off the agenda' }),
  },
  'meeting.hold': {
    sentence: (event, { after, facts }) => ({
      who: meeters(whoMeets(facts, event.meeting)),
      verb: 'meet',
      rest: inPlace(meetingOf(after, event.meeting)?.place ?? event.meeting),
    }),
    phrase: passive('hold'),
    isTurn: true,
  },
  'meeting.call-off': {
    sentence: (event, scene) => ({
      who: doer(event, scene),
      verb: 'call off',
      rest: meetingIn(scene.after, event.meeting),
    }),
    phrase: passive('call off'),
    isTurn: true,
  },
};
