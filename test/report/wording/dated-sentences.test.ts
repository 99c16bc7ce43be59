/** Events as sentences for whoever shows them in a way of their own. */
import { describe, expect, it } from 'vitest';
import { actionTypes, loadScenario, runEpisode, start } from '../../../src/entries/index';
import { facts } from '../../../src/facts/packaged';
import { episodeStory, eventSentence, eventSentences } from '../../../src/report/wording/dated-sentences';
import { formatDate } from '../../../src/kit/calendar';
import { actionReference } from '../../../src/report/screens/actions';
import { familyLabel, fieldLabel } from '../../../src/report/wording/labels';
import { PLAIN } from '../../../src/report/wording/text';
import { eventLines } from '../../../src/report/wording/trajectory';

const scenario = loadScenario('kuala-lumpur-2025');
const first = start(scenario);
const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

describe('dated sentences', () => {
  it('say what the lines of a trajectory say, each with the events that it tells of', () => {
    const { events } = runEpisode(scenario, { episode: 7 });
    const told = eventSentences(first, events, facts);
    const lines = eventLines(first, events, facts, PLAIN)
      .map((line) => line.slice(13))
      .join(' ');
    expect(words(told.map(({ text }) => text).join(' '))).toEqual(words(lines));
    for (const { on, events: those } of told) for (const event of those) expect(event.on).toBe(on);
    expect(told.flatMap(({ events: those }) => those).length).toBeGreaterThan(told.length / 2);
  });

  it('a story has an ending and what it leaves', () => {
    const recorded = runEpisode(scenario, { episode: 7 });
    const { ending, left } = episodeStory(scenario, first, recorded, facts);
    expect(ending?.id).toBe(recorded.outcome);
    expect(left).toContain('Every pledged act was done; 1 purchase commitment was missed.');
    expect(left.at(-1)).toMatch(/^Average duties: /);
  });

  it('an event of any type has a sentence in any state, lawful or not', () => {
    for (const { examples } of actionTypes)
      for (const event of examples)
        expect(eventSentence(first, event as never, facts)).toMatch(/^[\p{Lu}“].*\.$/u);
  });

  it('a field is told by a noun: its name where that is one, else words of its own', () => {
    const nouns = [
      ...[
        'agenda',
        'amountUsdBn',
        'country',
        'currency',
        'day',
        'feePerNetTon',
        'gauges',
        'id',
        'issue',
        'list',
      ],
      ...[
        'measure',
        'meeting',
        'place',
        'pledges',
        'product',
        'quantity',
        'quantityMmt',
        'ratePct',
        'readout',
      ],
      ...['subject', 'terms', 'tone', 'topic'],
    ];
    const names = new Set(actionReference('').flatMap(({ fields }) => fields.map(({ name }) => name)));
    for (const name of names) {
      const [bare = ''] = fieldLabel(name).split(',');
      const ownName = name.replace(/(Pct|Bp|Mmt|UsdBn|Days)$/, '').toLowerCase();
      // A new field stands among the nouns, or gets its words.
      expect(nouns.includes(name) || bare.toLowerCase().replaceAll(' ', '') !== ownName, name).toBe(true);
    }
    for (const name of nouns) expect([...names]).toContain(name);
  });

  it('a careful sentence on an issue is told by what the issue is called, and the truce of a round by its day', () => {
    const said = (topic: string) =>
      eventSentence(
        first,
        {
          type: 'statement.make',
          actor: 'US',
          on: first.today,
          voice: 'leader',
          tone: 'conciliatory',
          topic,
          gist: `a careful sentence on ${topic}`,
        },
        facts,
      );
    expect(said('taiwan')).toBe(
      'The leader in Washington speaks about “Wording on Taiwan” in a conciliatory tone.',
    );
    expect(said('a-new-one')).toContain('speaks about “A new one” in');
    const round = Object.values(first.rounds)[0]!;
    const label = `truce of ${round.id}`;
    const truced = { ...first, truce: { ...first.truce, label } };
    const lapse = { type: 'truce.lapse', actor: 'calendar', on: first.today, id: first.truce.id } as const;
    expect(eventSentence(truced, lapse, facts)).toBe(`The “truce of ${formatDate(round.opensOn)}” lapses.`);
  });

  it('fields and families are told in words, with units', () => {
    expect(
      ['ratePct', 'inForceOn', 'amountUsdBn', 'windowDays', 'rateBy', 'constructor'].map(fieldLabel),
    ).toEqual([
      'Rate, per cent',
      'In force on',
      'Amount, billion dollars',
      'Length of the window, days',
      'Day by which the rate is set',
      'Constructor',
    ]);
    expect(['port-fee.impose', 'control.ease', 'mine.do'].map(familyLabel)).toEqual([
      'Port fees',
      'Export controls',
      'Mine',
    ]);
  });
});
