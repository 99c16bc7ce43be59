import { describe, expect, it } from 'vitest';
import { after, kualaLumpur, later, refusals, type Act } from '../record';

const HOLD: Act = { type: 'meeting.hold', actor: 'both' };
const plan = (id: string): Act => ({
  type: 'meeting.plan',
  actor: 'both',
  id,
  day: '2026-04-15',
  place: 'Beijing',
});

describe('the meeting of the leaders', () => {
  it('is held on its day and on no other', () => {
    expect(refusals(kualaLumpur, HOLD)).toEqual(['meeting/not-today']);
    expect(after(later(kualaLumpur, '2025-10-30'), HOLD).meeting.status).toBe('held');
    expect(refusals(later(kualaLumpur, '2025-10-31'), HOLD)).toEqual(['meeting/not-today']);
  });

  it('called off it is not held, and another can be planned', () => {
    const off = after(kualaLumpur, { type: 'meeting.call-off', actor: 'US' });
    expect(refusals(later(off, '2025-10-30'), HOLD)).toEqual(['meeting/wrong-status']);
    expect(refusals(kualaLumpur, plan('beijing-2026'))).toEqual(['meeting/wrong-status']);
    expect(after(off, plan('beijing-2026')).meeting).toMatchObject({ status: 'planned', agenda: [] });
    expect(refusals(off, plan('busan-2025'))).toEqual(['meeting/id-taken']);
  });

  it('called off and reinstated it has no issue on its agenda that was dropped meanwhile', () => {
    const off = after(kualaLumpur, { type: 'meeting.call-off', actor: 'US' });
    const dropped = after(off, { type: 'issue.drop', actor: 'US', id: 'soybeans' });
    expect(off.meeting.agenda).toContain('soybeans');
    expect(dropped.meeting.agenda).toEqual(off.meeting.agenda.filter((issue) => issue !== 'soybeans'));
  });

  it('doubted and confirmed again it can still be held', () => {
    const doubted = after(kualaLumpur, { type: 'meeting.doubt', actor: 'US' });
    expect(refusals(doubted, { type: 'meeting.doubt', actor: 'US' })).toEqual(['meeting/wrong-status']);
    expect(
      after(later(after(doubted, { type: 'meeting.confirm', actor: 'US' }), '2025-10-30'), HOLD).meeting
        .status,
    ).toBe('held');
  });

  it('an issue stands on the agenda once and known issues only', () => {
    const put = (issue: string): Act => ({ type: 'meeting.put-on-agenda', actor: 'US', issue });
    expect(refusals(kualaLumpur, put('soybeans'))).toEqual(['meeting/already-on-agenda']);
    expect(refusals(kualaLumpur, put('greenland'))).toEqual(['meeting/unknown-issue']);
    const without = after(kualaLumpur, { type: 'meeting.take-off-agenda', actor: 'CN', issue: 'taiwan' });
    expect(without.meeting.agenda).not.toContain('taiwan');
    expect(refusals(without, put('taiwan'))).toEqual([]);
  });
});
