// Acts one by one, and the meeting projected from where each leads. Run it with `npx tsx examples/12-act-and-project.ts`.
import { Negotiation, type EventOfToday } from 'detente';

const THE_DAY = '2025-10-27'; // three days before Trump and Xi are to meet

/** A threat, a blacklisting, a curb on rare earths and a purchase, at a size: 1 as told, ½ or 2 for half or twice as much. */
const steps = (size: number): Record<string, EventOfToday[]> => ({
  'tariff threat': [
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
  ],
  blacklist: [
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
  ],
  'rare-earth curbs': [
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
  ],
  'soybean purchase': [
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
  ],
});

const percent = (share: number) => `${Math.round(100 * share)} %`.padStart(6);

for (const size of [1, 0.5, 2]) {
  console.log(`\nsize ${size}`.padEnd(20), ' held   deal escalation  US %  CN %  text 90 d');
  const talks = new Negotiation('kuala-lumpur-2025').passTo(THE_DAY);
  for (const [name, events] of Object.entries({ 'nothing yet': [], ...steps(size) })) {
    for (const event of events) talks.act(event);
    const { meeting, deal, outcomes, averageTariffPct, truce } = talks.project({
      runs: 150,
      seed: 'example',
    });
    const escalation = outcomes?.find(({ id }) => id === 'escalation');
    const averages = [averageTariffPct.usOnCn, averageTariffPct.cnOnUs].map(({ end }) => end.mean.toFixed(1));
    const text = truce.text?.find((point) => point?.days === 90);
    const shares = [meeting?.held, deal, escalation].map((share) => percent(share?.p ?? 0)).join(' ');
    console.log(name.padEnd(18), shares.padEnd(24), averages.join('  '), percent(text?.p ?? 0).padStart(10));
  }
}
// => size 1               held   deal escalation  US %  CN %  text 90 d
