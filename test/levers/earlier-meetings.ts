/** Acts of the table of signs on the eve of earlier meetings, where less is decided already than at Busan. */
import { pastScenarios } from '../../src/analyses/resolve';
import type { Event } from '../../src/actions/index';
import { facts } from '../../src/facts/packaged';
import { addDays } from '../../src/kit/calendar';
import { existing } from '../../src/kit/lists';
import { specificationOf } from '../../src/scenario/model-specification';
import type { Scenario } from '../../src/scenario/schema';

const named = (id: string): Scenario => existing(pastScenarios(facts).find((one) => one.id === id));

/** The meetings, each as it was seen on the evening before its eve. */
export const EARLIER: readonly Scenario[] = [named('past-stockholm-2025'), named('past-geneva-2025')];

type Act<E = Event> = E extends unknown ? Omit<E, 'on'> : never;

interface Eve {
  readonly on: string;
  readonly meeting: string;
  /** Issues of the agenda that need most drafting. */
  readonly hardest: readonly string[];
  /** Whether China had stopped buying soybeans. */
  readonly halted: boolean;
}

/** What is done on the eve, by the row of the table that it is the act of. */
export const ON_THE_EVE: Readonly<Record<string, (eve: Eve) => readonly Act[]>> = {
  'w04-entity-list-widened': ({ on }) => [
    {
      type: 'listing.impose',
      actor: 'US',
      id: 'us/entity-new',
      label: 'Two hundred firms',
      authority: 'ecra',
      basis: null,
      list: 'entity-list',
      entities: 200,
      from: on,
    },
  ],
  'w10-soybeans-bought': ({ on, halted }) => [
    ...(halted ? [{ type: 'purchase.resume', actor: 'CN', flow: 'soybeans' } as const] : []),
    {
      type: 'purchase.commit',
      actor: 'CN',
      id: 'soybeans/early',
      flow: 'soybeans',
      quantityMmt: 12,
      from: on,
      windowDays: 66,
    },
    { type: 'purchase.deliver', actor: 'CN', flow: 'soybeans', quantityMmt: 2 },
  ],
  'w19-leaders-call': ({ hardest }) => [
    { type: 'talks.leaders-call', actor: 'both', id: 'call-x', agenda: [...hardest] },
  ],
  'w26-meeting-doubted': ({ meeting }) => [{ type: 'meeting.doubt', actor: 'US', meeting }],
  'w28-good-words': () => [
    {
      type: 'statement.make',
      actor: 'US',
      voice: 'leader',
      tone: 'conciliatory',
      topic: 'trade',
      gist: 'We will have a great deal',
    },
  ],
  'w29-markets-fall': () => [{ type: 'market.move', actor: 'market', equityPct: -10, yieldBp: 20 }],
  'w32-kl-framework': ({ on, hardest }) => [
    {
      type: 'talks.schedule',
      actor: 'both',
      id: 'round-x',
      level: 'ministerial',
      place: 'Paris',
      opensOn: on,
      days: 1,
      agenda: [...hardest],
    },
    { type: 'talks.open', actor: 'both', id: 'round-x' },
    { type: 'talks.conclude', actor: 'both', id: 'round-x', readout: 'framework' },
  ],
};

/** An earlier meeting with the act of a row on its eve. */
export function withOnTheEve(scenario: Scenario, row: string): Scenario {
  const { meeting, meetingOn } = specificationOf(scenario, facts);
  const on = addDays(meetingOn, -1);
  const eve: Eve = {
    on,
    meeting,
    hardest: scenario.agenda.filter((id) => ['advanced-chips', 'april-licences'].includes(id)),
    halted: scenario.asOf >= '2025-06-01',
  };
  const acts = existing(ON_THE_EVE[row])(eve).map((act) => ({ ...act, on }));
  const events = Object.fromEntries(acts.map((act, at) => [`e${at + 1}`, act])) as Scenario['events'];
  return { ...scenario, events };
}
