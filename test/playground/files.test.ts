/** What the playground saves is read by the command line's readers, and what the command line writes is loaded. */
import { describe, expect, it } from 'vitest';
import { logFile, scenarioFile, situationFrom } from '../../playground/src/files';
import { OPENED, step } from '../../playground/src/model';
import { fragmentOf, playOf } from '../../playground/src/situation';
import { play, project, replayLog, runEpisode, type ClaimedLog } from '../../src/entries/index';
import { parseScenarioText } from '../../src/entries/scenarios';

const doubt = { type: 'meeting.doubt', actor: 'US', on: '2025-10-25', meeting: 'busan-2025' } as const;
const acted = step(step(OPENED, { do: 'act', event: doubt }), { do: 'pass-to', day: '2025-10-27' }).now;

describe('saving and loading', () => {
  it('a log comes back whole, and replays to the digest that it names', async () => {
    const file = logFile(acted);
    const log = JSON.parse(file.text) as ClaimedLog;
    const found = replayLog(log);
    expect(found.ok && found.replayed).toMatchObject({ ok: true, digest: log.digest });
    expect(fragmentOf(await situationFrom(file, OPENED.now))).toBe(fragmentOf(acted));
    expect(play('kuala-lumpur-2025', { after: log as never }).state.truce).toEqual(playOf(acted).state.truce);
  });

  it('the log of an episode and a list of events are loaded', async () => {
    const { events, version, scenario, digest } = runEpisode('kuala-lumpur-2025', { episode: 3 });
    const whole = JSON.stringify({ version, scenario, events, digest });
    const told = await situationFrom({ name: 'run.json', text: whole }, acted);
    expect(told.acts.length).toBeGreaterThan(3);
    const listed = await situationFrom({ name: 'acts.json', text: JSON.stringify([doubt]) }, acted);
    expect(listed.acts).toEqual([doubt]);
  });

  it('a scenario file has what was done, projects to the same bytes, and is loaded with its comments', async () => {
    const file = scenarioFile(acted);
    const read = parseScenarioText(file.text);
    if (!read.ok) throw new Error(read.issues[0]?.message);
    const classes = (answer: ReturnType<typeof project>) => answer.outcomes?.map(({ id, p }) => [id, p]);
    expect(classes(project(read.scenario, { runs: 20 }))).toEqual(
      classes(project(playOf(acted), { runs: 20 })),
    );
    const text = `# of my own\n${file.text}`;
    const mine = await situationFrom({ name: 'mine.yaml', text }, OPENED.now);
    expect(playOf(mine).scenario.id).toBe('kuala-lumpur-2025-played');
    const again = step(
      { ...OPENED, now: mine },
      { do: 'act', event: { ...doubt, type: 'meeting.doubt', on: '2025-10-27' } },
    );
    const saved = scenarioFile(again.now);
    expect(saved.text).toContain('# of my own');
    expect(parseScenarioText(saved.text).ok).toBe(true);
  });

  const BAD: readonly (readonly [string, string, RegExp])[] = [
    ['x.yaml', '', /empty/],
    ['x.yaml', 'id: x\nextends: [', /line \d+, column \d+/],
    ['x.yaml', 'id: x\nextends: kuala-lumpur-2025\nhorizn: 2026-01-01', /line 3, column 1: horizn/],
    ['x.json', '{"scenario": "kuala-lumpur-2025", "events": [', /cut off|no JSON/],
    ['x.json', '{"scenario": "kuala-lumpur-2025", "events": [], "events": []}', /a key twice .*, column \d+/],
    ['x.json', '{"scenario": "nowhere", "events": []}', /nowhere/],
    ['x.json', '{"scenario": "kuala-lumpur-2025", "start": "0", "events": []}', /another first day/],
    ['x.json', '[{"type": "meeting.doubt"}]', /after\.0/],
  ];
  it.each(BAD)('%s of %j is refused in one sentence', async (name, text, why) => {
    await expect(situationFrom({ name, text }, acted)).rejects.toThrow(why);
  });
});
