import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionTypes, type Event } from '../../src/actions/index';
import { legalPlay } from '../../src/entries/testing';
import { explain } from '../../src/engine/explain';
import { brokenInvariants } from '../../src/engine/invariants';
import { legalActions } from '../../src/engine/legal-actions';
import { parseEvent } from '../../src/engine/parse';
import { addDays } from '../../src/kit/calendar';
import { daysPlanned, heldToday, isAhead, meetingOf, nextPlanned } from '../../src/model/meeting';
import type { State } from '../../src/model/state';
import { after, kualaLumpur, later, refusals, today, type Act, writableCopy } from '../record';

const BUSAN = 'busan-2025';
const BEIJING = 'beijing-2026';
const LIMA = 'lima-2025';
const HOLD: Act = { type: 'meeting.hold', actor: 'both', meeting: BUSAN };
const OFF: Act = { type: 'meeting.call-off', actor: 'US', meeting: BUSAN };
const plan = (id: string, day = '2026-04-15'): Act => ({
  type: 'meeting.plan',
  actor: 'both',
  id,
  day,
  place: 'Beijing',
});
const put = (meeting: string, issue: string): Act => ({
  type: 'meeting.put-on-agenda',
  actor: 'US',
  meeting,
  issue,
});
const postpone = (meeting: string, day: string): Act => ({
  type: 'meeting.postpone',
  actor: 'CN',
  meeting,
  day,
});

/** Three meetings ahead: Busan with the agenda of the day, Lima with one issue, Beijing with two. */
const several = after(
  kualaLumpur,
  plan(BEIJING),
  plan(LIMA, '2025-12-01'),
  put(BEIJING, 'taiwan'),
  put(LIMA, 'soybeans'),
  put(BEIJING, 'tiktok'),
);

describe('the meeting of the leaders', () => {
  it('is held on its day and on no other', () => {
    expect(refusals(kualaLumpur, HOLD)).toEqual(['meeting/not-today']);
    const held = after(later(kualaLumpur, '2025-10-30'), HOLD);
    expect(held.meetings[BUSAN]!.status).toBe('held');
    expect(heldToday(held)?.id).toBe(BUSAN);
    expect(refusals(later(kualaLumpur, '2025-10-31'), HOLD)).toEqual(['meeting/not-today']);
  });

  it('called off it is not held, and no other has its id', () => {
    const off = after(kualaLumpur, OFF);
    expect(refusals(later(off, '2025-10-30'), HOLD)).toEqual(['meeting/wrong-status']);
    expect(after(off, plan(BEIJING)).meetings[BEIJING]).toMatchObject({ status: 'planned', agenda: [] });
    expect(refusals(off, plan(BUSAN))).toEqual(['meeting/id-taken']);
    expect(refusals(off, plan('osaka-2019'))).toEqual(['meeting/id-taken']);
  });

  it('called off it has no issue on its agenda that was dropped meanwhile', () => {
    const off = after(kualaLumpur, OFF);
    const dropped = after(off, { type: 'issue.drop', actor: 'US', id: 'soybeans' });
    const { agenda } = off.meetings[BUSAN]!;
    expect(agenda).toContain('soybeans');
    expect(dropped.meetings[BUSAN]!.agenda).toEqual(agenda.filter((issue) => issue !== 'soybeans'));
    expect(dropped.meetings['osaka-2019']!.agenda).toContain('soybeans');
  });

  it('doubted and confirmed again it can still be held', () => {
    const doubted = after(kualaLumpur, { type: 'meeting.doubt', actor: 'US', meeting: BUSAN });
    expect(refusals(doubted, { type: 'meeting.doubt', actor: 'US', meeting: BUSAN })).toEqual([
      'meeting/wrong-status',
    ]);
    const confirmed = after(doubted, { type: 'meeting.confirm', actor: 'US', meeting: BUSAN });
    expect(after(later(confirmed, '2025-10-30'), HOLD).meetings[BUSAN]!.status).toBe('held');
  });

  it('an issue stands on the agenda once and known issues only', () => {
    expect(refusals(kualaLumpur, put(BUSAN, 'soybeans'))).toEqual(['meeting/unknown-issue']);
    expect(refusals(kualaLumpur, put(BUSAN, 'greenland'))).toEqual(['meeting/unknown-issue']);
    const off: Act = { type: 'meeting.take-off-agenda', actor: 'CN', meeting: BUSAN, issue: 'taiwan' };
    const without = after(kualaLumpur, off);
    expect(without.meetings[BUSAN]!.agenda).not.toContain('taiwan');
    expect(refusals(without, off)).toEqual(['meeting/not-on-agenda']);
    expect(refusals(without, put(BUSAN, 'taiwan'))).toEqual([]);
  });

  it.each([
    'meeting.doubt',
    'meeting.confirm',
    'meeting.reinstate',
    'meeting.postpone',
    'meeting.put-on-agenda',
    'meeting.take-off-agenda',
    'meeting.hold',
    'meeting.call-off',
  ] as const)(
    '%s names its meeting: an event without one is not well formed, an unknown one is refused',
    (type) => {
      const actor = type === 'meeting.hold' ? 'both' : 'US';
      const rest = {
        ...(type.endsWith('agenda') ? { issue: 'soybeans' } : {}),
        ...(type === 'meeting.postpone' ? { day: '2026-01-01' } : {}),
      };
      expect(parseEvent({ type, actor, on: '2025-10-25', ...rest })).toMatchObject({
        ok: false,
        issues: [{ path: 'meeting', message: expect.stringContaining('missing') as string }],
      });
      for (const meeting of ['nowhere', 'toString'])
        expect(refusals(kualaLumpur, { type, actor, meeting, ...rest } as Act)).toEqual(['meeting/unknown']);
    },
  );
});

describe('several meetings planned at once', () => {
  it('have an agenda each, and the next is the earliest ahead', () => {
    expect(several.meetings[LIMA]!.agenda).toEqual(['soybeans']);
    expect(several.meetings[BEIJING]!.agenda).toEqual(['taiwan', 'tiktok']);
    expect(several.meetings[BUSAN]).toEqual(kualaLumpur.meetings[BUSAN]);
    expect(nextPlanned(several)?.id).toBe(BUSAN);
    expect(nextPlanned(after(several, OFF))?.id).toBe(LIMA);
    expect(nextPlanned(later(several, '2025-10-31'))?.id).toBe(LIMA);
    expect(meetingOf(several, 'toString')).toBeUndefined();
    expect(daysPlanned(several, LIMA)).toEqual(['2025-10-30', '2026-04-15']);
  });

  it('are for days of their own, counted without those held and called off', () => {
    for (const day of ['2025-10-30', '2025-12-01', '2026-04-15'])
      expect(refusals(several, plan('other', day)), day).toEqual(['meeting/date-not-ahead']);
    expect(refusals(after(several, OFF), plan('other', '2025-10-30'))).toEqual([]);
    const near = explain(several, today(several, plan('other', '2025-12-01'))).nearest[0];
    expect(near).toMatchObject({ type: 'meeting.plan', id: 'other', day: '2025-12-02' });
  });

  it('are each offered by the legal actions', () => {
    const offered = (state: State, type: Event['type']) =>
      [...legalActions(state, { type, actor: 'US' })].map(({ fields }) => fields.meeting);
    for (const type of ['meeting.call-off', 'meeting.postpone', 'meeting.take-off-agenda'] as const)
      expect(offered(several, type), type).toEqual(
        [BUSAN, BEIJING, LIMA].map((id) => ({ kind: 'one-of', values: [id] })),
      );
    expect(offered(several, 'meeting.doubt')).toHaveLength(3);
    const [template] = legalActions(several, {
      type: 'meeting.put-on-agenda',
      actor: 'US',
      subject: BEIJING,
    });
    const { issue } = template!.fields;
    expect(issue?.kind === 'one-of' && issue.values).toEqual(
      Object.keys(several.issues).filter((id) => id !== 'taiwan' && id !== 'tiktok'),
    );
  });

  it('stay as they are when one of them is held, doubted, confirmed or called off', () => {
    const others = [LIMA, BEIJING];
    for (const act of [{ type: 'meeting.doubt', actor: 'CN', meeting: BUSAN }, OFF] as const)
      for (const id of others) expect(after(several, act).meetings[id]).toEqual(several.meetings[id]);
    const held = after(later(several, '2025-10-30'), HOLD);
    for (const id of others) expect(held.meetings[id]).toEqual(several.meetings[id]);
  });

  it('keep an issue on the table as long as one of them has it on its agenda', () => {
    const drop: Act = { type: 'issue.drop', actor: 'US', id: 'taiwan' };
    const off = after(several, OFF);
    expect(refusals(off, drop)).toEqual(['issue/on-the-agenda']);
    const free = after(off, {
      type: 'meeting.take-off-agenda',
      actor: 'CN',
      meeting: BEIJING,
      issue: 'taiwan',
    });
    expect(refusals(free, drop)).toEqual([]);
  });

  it('end in an agreement each, over the agenda of the one that is held', () => {
    const deal = (id: string, issue: string): Act => ({
      type: 'agreement.reach',
      actor: 'both',
      id,
      scope: 'agenda',
      terms: [{ issue, giver: 'CN', degree: 1, tariffReliefPp: 0, controlRelief: 0 }],
      pledges: [],
      weightedMean: 0.5,
    });
    const first = after(later(several, '2025-10-30'), HOLD, deal('one', 'october-regime'));
    expect(first.agreements.one!.meeting).toBe(BUSAN);
    expect(refusals(first, deal('two', 'october-regime'))).toEqual(['agreement/already-reached']);
    expect(refusals(later(first, '2025-11-30'), deal('two', 'soybeans'))).toEqual([
      'agreement/no-meeting',
      'agreement/unlawful-terms',
    ]);
    const lima = after(later(first, '2025-12-01'), { type: 'meeting.hold', actor: 'both', meeting: LIMA });
    expect(refusals(lima, deal('two', 'october-regime'))).toEqual(['agreement/unlawful-terms']);
    expect(after(lima, deal('two', 'soybeans')).agreements.two!.meeting).toBe(LIMA);
  });
});

describe('a meeting that is put off', () => {
  it.each([
    ['planned', several],
    ['doubted', after(several, { type: 'meeting.doubt', actor: 'US', meeting: LIMA })],
    ['confirmed', after(several, { type: 'meeting.confirm', actor: 'US', meeting: LIMA })],
  ] as const)('keeps agenda, place and status while it is %s', (status, state) => {
    const before = state.meetings[LIMA]!;
    expect(before.status).toBe(status);
    const put = after(state, postpone(LIMA, '2026-02-02'));
    expect(put.meetings).toEqual({ ...state.meetings, [LIMA]: { ...before, on: '2026-02-02' } });
    const day = later(put, '2026-02-02');
    expect(after(day, { type: 'meeting.hold', actor: 'both', meeting: LIMA }).meetings[LIMA]).toMatchObject({
      status: 'held',
      agenda: ['soybeans'],
    });
  });

  it('is put off to a later day than its own, within two years, which no other has', () => {
    for (const day of ['2025-10-25', '2025-11-30', '2025-12-01', '2026-04-15', addDays('2025-10-25', 731)])
      expect(refusals(several, postpone(LIMA, day)), day).toEqual(['meeting/not-put-off']);
    for (const day of ['2025-12-02', '2026-04-14', '2026-04-16', addDays('2025-10-25', 730)])
      expect(refusals(several, postpone(LIMA, day)), day).toEqual([]);
  });

  it('whose day has passed is open to no verb but this', () => {
    const verbs = actionTypes.filter(({ subject }) => subject === 'meeting');
    const open = (state: State) =>
      verbs.filter(({ type }) => legalActions(state, { type, subject: LIMA }).next().value !== undefined);
    for (const status of ['planned', 'doubted', 'confirmed'] as const) {
      const state = writableCopy(later(several, '2025-12-01'));
      state.meetings[LIMA]!.status = status;
      // All but the two that lead to where it is.
      expect(open(state).length, status).toBeGreaterThanOrEqual(verbs.length - 2);
      const missed = later(state, '2025-12-02');
      expect(open(missed).map(({ type }) => type)).toEqual(['meeting.postpone']);
      const doubt: Act = { type: 'meeting.call-off', actor: 'US', meeting: LIMA };
      expect(refusals(missed, doubt)).toEqual(['meeting/day-past']);
    }
  });

  it('whose day has passed keeps no issue on the table', () => {
    const drop: Act = { type: 'issue.drop', actor: 'CN', id: 'soybeans' };
    const lima = after(kualaLumpur, OFF, plan(LIMA, '2025-12-01'), put(LIMA, 'soybeans'));
    expect(refusals(later(lima, '2025-12-01'), drop)).toEqual(['issue/on-the-agenda']);
    expect(refusals(later(lima, '2025-12-02'), drop)).toEqual([]);
  });

  it('may have let its day pass, and is put off from today', () => {
    const missed = later(kualaLumpur, '2025-11-05');
    expect(refusals(missed, postpone(BUSAN, '2025-11-05'))).toEqual(['meeting/not-put-off']);
    expect(after(missed, postpone(BUSAN, '2025-11-06')).meetings[BUSAN]!.on).toBe('2025-11-06');
  });

  it('is neither held nor called off', () => {
    expect(refusals(after(kualaLumpur, OFF), postpone(BUSAN, '2025-12-01'))).toEqual([
      'meeting/wrong-status',
    ]);
    const held = after(later(kualaLumpur, '2025-10-30'), HOLD);
    expect(refusals(held, postpone(BUSAN, '2025-12-01'))).toEqual(['meeting/wrong-status']);
  });
});

describe('through any lawful play from three planned meetings', () => {
  it('an act changes the meeting that it names and no other, and agendas change by their own moves', () => {
    fc.assert(
      fc.property(legalPlay(several, { maxMoves: 30 }), ({ events, states }) => {
        events.forEach((event, at) => {
          const [before, then] = [states[at]!.meetings, states[at + 1]!.meetings];
          const named =
            'meeting' in event ? event.meeting : event.type === 'meeting.plan' ? event.id : undefined;
          for (const id of Object.keys(then)) {
            const [was, is] = [before[id], then[id]!];
            // What is dropped leaves the agendas of those that were called off.
            const dropped = event.type === 'issue.drop' && was?.status === 'called-off';
            if (id !== named && !dropped) expect(is).toEqual(was);
            if (was !== undefined && !event.type.endsWith('agenda') && !dropped)
              expect({ agenda: is.agenda, place: is.place }).toEqual({
                agenda: was.agenda,
                place: was.place,
              });
            if (was !== undefined && event.type !== 'meeting.postpone') expect(is.on).toBe(was.on);
            if (event.type === 'meeting.postpone') expect(is.status).toBe(was?.status);
          }
          expect(Object.keys(then).length - Object.keys(before).length).toBe(
            event.type === 'meeting.plan' ? 1 : 0,
          );
        });
        for (const state of states) {
          expect(brokenInvariants(state)).toEqual([]);
          const ahead = Object.values(state.meetings).filter((meeting) => isAhead(meeting, state.today));
          expect(new Set(ahead.map(({ on }) => on)).size).toBe(ahead.length);
          expect(
            Object.values(state.meetings).filter(({ status, on }) => status === 'held' && on === state.today)
              .length,
          ).toBeLessThan(2);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a meeting put off after its day had passed', () => {
  it('has on its agenda what is still on the table, and loses what was dropped in between', () => {
    const passed = later(kualaLumpur, '2025-10-31');
    const { agenda } = passed.meetings['busan-2025']!;
    const issue = 'tiktok';
    expect(agenda).toContain(issue);
    const dropped = after(
      passed,
      { type: 'issue.drop', actor: 'CN', id: issue },
      { type: 'meeting.postpone', actor: 'US', meeting: 'busan-2025', day: '2025-11-01' },
    );
    expect(dropped.meetings['busan-2025']!.agenda).toEqual(agenda.filter((id) => id !== issue));
    expect(brokenInvariants(dropped)).toEqual([]);
  });
});
