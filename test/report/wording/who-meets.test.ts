/** Meetings of ministers are told as theirs, and meetings of leaders as theirs, wherever a text speaks of them. */
import { describe, expect, it } from 'vitest';
import { compareAll, loadScenario, project, runEpisode, start } from '../../../src/entries/index';
import { pastMeetings } from '../../../src/analyses/backtest/dossier';
import { facts } from '../../../src/facts/packaged';
import { foundIn } from '../../../src/kit/lists';
import { projectionText } from '../../../src/report/screens/projection';
import { stateText } from '../../../src/report/screens/state';
import { scenarioTableText } from '../../../src/report/screens/quantity-table';
import { episodeStory } from '../../../src/report/wording/dated-sentences';
import { PLAIN } from '../../../src/report/wording/text';

const meetings = pastMeetings(facts, loadScenario('kuala-lumpur-2025'));
const past = (id: string) => foundIn(meetings, (one) => one.id === id).scenario;
const words = (text: string) => text.replace(/\s+/g, ' ');
const storyOf = (id: string, episode: number) => {
  const scenario = past(id);
  const { sentences, ending } = episodeStory(
    scenario,
    start(scenario),
    runEpisode(scenario, { episode }),
    facts,
  );
  return [...sentences.map(({ text }) => text), ending?.meaning ?? ''].join(' ');
};
const MEETING = /The (leaders|ministers) (meet|do not meet|agree)\b/g;

describe('who meets', () => {
  it.each([
    ['past-geneva-2025', 'ministers'],
    ['past-madrid-2025', 'ministers'],
    ['past-busan-2025', 'leaders'],
  ])('in %s: %s', (id, who) => {
    const scenario = past(id);
    const shown = projectionText(project(scenario, { runs: 50 }), { facts, paint: PLAIN, command: '' });
    const meets = [...words(shown).matchAll(MEETING)].map(([, found]) => found);
    expect(meets.length).toBeGreaterThan(2);
    expect(new Set(meets)).toEqual(new Set([who]));
    expect(stateText(scenario, start(scenario), facts, PLAIN)).toContain(`The ${who}' meeting\n`);
    const table = compareAll([scenario, scenario], { runs: 10 });
    expect(scenarioTableText(table, PLAIN)).toContain(`The ${who} meet`);
  });

  it.each([
    ['past-geneva-2025', 'ministers'],
    ['past-osaka-2019', 'leaders'],
  ])('in the stories of %s: %s', (id, who) => {
    const told = [1, 2, 3, 4, 5, 6].map((episode) => storyOf(id, episode)).join(' ');
    const meets = [...told.matchAll(MEETING)].map(([, found]) => found);
    expect(meets.length).toBeGreaterThan(2);
    expect(new Set(meets)).toEqual(new Set([who]));
  });
});
