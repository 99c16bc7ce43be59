/** Events as sentences for whoever shows them in a way of their own. */
import { describe, expect, it } from 'vitest';
import { actionTypes, loadScenario, runEpisode, start } from '../../../src/entries/index';
import { facts } from '../../../src/facts/packaged';
import { episodeStory, eventSentence, eventSentences } from '../../../src/report/wording/dated-sentences';
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
    expect(left.at(-1)).toMatch(/^Average duties: /);
  });

  it('an event of any type has a sentence in any state, lawful or not', () => {
    for (const { examples } of actionTypes)
      for (const event of examples)
        expect(eventSentence(first, event as never, facts)).toMatch(/^[\p{Lu}“].*\.$/u);
  });

  it('fields and families are told in words, with units', () => {
    expect(['ratePct', 'inForceOn', 'amountUsdBn', 'windowDays'].map(fieldLabel)).toEqual([
      'Rate, per cent',
      'In force on',
      'Amount, billion dollars',
      'Window, days',
    ]);
    expect(['port-fee.impose', 'control.ease', 'mine.do'].map(familyLabel)).toEqual([
      'Port fees',
      'Export controls',
      'Mine',
    ]);
  });
});
