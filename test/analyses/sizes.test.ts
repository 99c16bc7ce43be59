/**
 * The acts of example 12 at half, whole and double size: a lever that is read by its count alone would give the same numbers at
 * each. Six quantities are looked at when all acts are done, on common draws.
 */
import { describe, expect, it } from 'vitest';
import { Negotiation } from '../../src/analyses/negotiation';
import type { EventOfToday } from '../../src/analyses/play';
import type { Explained } from '../../src/analyses/project';
import { FULL } from '../extent';

const THE_DAY = '2025-10-27';

const acts = (size: number): EventOfToday[] => [
  {
    type: 'tariff.threaten',
    actor: 'US',
    id: 'us/another-threat',
    label: 'Another duty on all Chinese goods',
    authority: 'ieepa',
    basis: null,
    ratePct: 50 * size,
    share: 1,
    dueOn: '2025-11-10',
    voice: 'leader',
  },
  {
    type: 'listing.impose',
    actor: 'US',
    id: 'us/more-firms',
    label: 'Two hundred more firms',
    authority: 'ecra',
    basis: null,
    list: 'entity-list',
    entities: 200 * size,
    from: THE_DAY,
  },
  {
    type: 'control.impose',
    actor: 'CN',
    id: 'cn/more-rare-earths',
    label: 'Licences for more rare earths',
    authority: 'cn-export-control-law',
    basis: null,
    subject: 'rare-earths',
    severity: 0.4 * size,
    reach: 'all-destinations',
    deMinimisPct: null,
    indivisible: false,
    from: THE_DAY,
  },
  { type: 'purchase.resume', actor: 'CN', flow: 'soybeans' },
  {
    type: 'purchase.commit',
    actor: 'CN',
    id: 'cn/soybeans-before-busan',
    flow: 'soybeans',
    quantityMmt: 6 * size,
    from: '2025-10-28',
    windowDays: 60,
  },
];

const QUANTITIES: Readonly<Record<string, (answer: Explained) => number | undefined>> = {
  held: ({ meeting }) => meeting?.held.p,
  deal: ({ deal }) => deal?.p,
  escalation: ({ outcomes }) => outcomes?.find(({ id }) => id === 'escalation')?.p,
  'average American duty': ({ averageTariffPct }) => averageTariffPct.usOnCn.end.mean,
  'average Chinese duty': ({ averageTariffPct }) => averageTariffPct.cnOnUs.end.mean,
  'text in force after 90 days': ({ truce }) => truce.text?.find((point) => point?.days === 90)?.p,
};

/**
 * Quantities of which a few hundred runs cannot tell the sizes apart: they are shares of all runs that the sizes move by less than
 * a run in four hundred, while a deal, a class and the averages are moved by more.
 */
const NEEDS_MORE_RUNS = ['held', 'text in force after 90 days'];

const SIZES = [0.5, 1, 2];
const RUNS = FULL ? 4_000 : 500;

describe('acts at half, whole and double size', () => {
  const answers = SIZES.map((size) => {
    const talks = new Negotiation('kuala-lumpur-2025').passTo(THE_DAY);
    for (const event of acts(size)) talks.act(event);
    return talks.project({ runs: RUNS, seed: 'example' });
  });
  const told = Object.entries(QUANTITIES).filter(([name]) => FULL || !NEEDS_MORE_RUNS.includes(name));

  it.each(told)('give different numbers each: %s', (_, quantity) => {
    const values = answers.map(quantity);
    expect(new Set(values).size, values.join(', ')).toBe(SIZES.length);
    for (const value of values) expect(value).toBeTypeOf('number');
  });
});
