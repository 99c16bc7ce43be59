/** What a court rules, in words: a statute stands, and what it does not allow falls. */
import { describe, expect, it } from 'vitest';
import { start, type Event } from '../../../src/entries/index';
import { facts } from '../../../src/facts/packaged';
import type { Authority } from '../../../src/model/authority';
import { eventSentence } from '../../../src/report/wording/dated-sentences';

const first = start('kuala-lumpur-2025');
const { exposure: _exposure, ...ieepa } = first.authorities['ieepa']!;
const told = (authority: string, change?: Authority) =>
  eventSentence(
    change === undefined ? first : { ...first, authorities: { ...first.authorities, [authority]: change } },
    { type: 'court.strike-down', actor: 'court', on: first.today, authority } as Event,
    facts,
  );

describe('a ruling against an authority', () => {
  it('ends uses of it and leaves the statute', () => {
    expect(told('ieepa')).toMatch(
      /^A court rules that the International Emergency Economic Powers Act allows no duties; 4 measures fall with it\./,
    );
  });

  it('is told of every use that ends, and of nothing that falls where nothing stands', () => {
    const all = { ...ieepa, instruments: ['tariff', 'export-control', 'listing'] } as Authority;
    expect(told('ieepa', all)).toContain(
      'Powers Act allows no duties, export controls or listings; 4 measures fall with it.',
    );
    expect(told('s122')).toBe('A court rules that Section 122, Trade Act of 1974 allows no duties.');
    expect(told('ieepa', { ...ieepa, instruments: [], label: 'Powers of my own' })).toContain(
      'A court rules that the authority “Powers of my own” allows no measures; 4 measures fall',
    );
  });

  it('is told of one measure in the singular', () => {
    const one = { ...first, tariff: { ...first.tariff } };
    const [kept, ...others] = Object.values(first.tariff).filter(({ authority }) => authority === 'ieepa');
    for (const { id } of others) one.tariff[id] = { ...one.tariff[id]!, status: 'withdrawn' };
    expect(kept).toBeDefined();
    expect(
      eventSentence(
        one,
        { type: 'court.strike-down', actor: 'court', on: one.today, authority: 'ieepa' } as Event,
        facts,
      ),
    ).toContain('allows no duties; 1 measure falls with it.');
  });
});
