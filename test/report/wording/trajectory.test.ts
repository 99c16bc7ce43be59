import { describe, expect, it } from 'vitest';
import { actionTypes, loadScenario, runEpisode, start, type Event } from '../../../src/entries/index';
import { facts } from '../../../src/facts/packaged';
import { stepInPlace } from '../../../src/engine/apply';
import { formatDate } from '../../../src/kit/calendar';
import { eventLines, trajectoryText } from '../../../src/report/wording/trajectory';
import { sentenceOf } from '../../../src/report/wording/event-sentences';
import { PLAIN } from '../../../src/report/wording/text';
import { writableCopy } from '../../record';

const BASE = 'kuala-lumpur-2025';
const scenario = loadScenario(BASE);
const first = start(scenario);
const view = { facts, paint: PLAIN, seed: '1', command: 'detente run' };
const storyOf = (episode: number) => trajectoryText(scenario, first, runEpisode(scenario, { episode }), view);

describe('stories', () => {
  it('every day stands once, in order, and every line within 80 columns', () => {
    for (let episode = 0; episode < 12; episode += 1) {
      const lines = storyOf(episode).split('\n');
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
      const days = lines.flatMap((line) => /^(\d{1,2} [A-Z][a-z]{2} \d{4})  /.exec(line)?.[1] ?? []);
      expect(new Set(days).size).toBe(days.length);
      const stamps = days.map((day) => Date.parse(`${day} UTC`));
      expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
    }
  });

  it('a story ends with the title of its outcome', () => {
    for (let episode = 0; episode < 6; episode += 1) {
      const { outcome } = runEpisode(scenario, { episode });
      const title = scenario.outcomes.find((candidate) => candidate.id === outcome)!.title;
      expect(storyOf(episode)).toContain(`How it ends: ${title}`);
    }
  });

  it('what answers an answer is named by that, and no chain of them is told', () => {
    const hawks = loadScenario('hawks-on-both-sides');
    const story = trajectoryText(hawks, start(hawks), runEpisode(hawks, { episode: 0 }), view);
    const words = story.replace(/\s+/g, ' ');
    expect(words).toContain('“answer to an earlier answer”');
    expect(words).not.toMatch(/answer to answer|answer to (us|cn)\//);
  });

  it('a quarter tells what measures cost as part of a year’s GDP, in per cent', () => {
    const words = storyOf(0).replace(/\s+/g, ' ');
    const told = [
      ...words.matchAll(/comes to ([\d.]+)% of a year's GDP in Washington and ([\d.]+)% in Beijing/g),
    ];
    expect(told.length).toBeGreaterThan(2);
    for (const [, ...parts] of told) for (const part of parts) expect(Number(part)).toBeGreaterThan(0);
    for (const [, ...parts] of told) for (const part of parts) expect(Number(part)).toBeLessThan(5);
  });

  it('tells each round of the year that settles something on its day, and gathers those that do not', () => {
    const isNews = new Set<unknown>(['deal', 'framework']);
    let [settled, summed] = [0, 0];
    for (let episode = 0; episode < 12; episode += 1) {
      const log = runEpisode(scenario, { episode });
      const story = trajectoryText(scenario, first, log, view);
      const words = story.replace(/\s+/g, ' ');
      const gathered = [
        ...words.matchAll(/Delegations met ([^.]*), (?:with little to report|and it went badly)/g),
      ];
      const days = gathered.map(([, told]) => told!);
      const rounds = log.events.filter(
        (event) => event.type === 'talks.conclude' && event.id.startsWith('round-day-'),
      );
      const news = rounds.filter((event) => 'readout' in event && isNews.has(event.readout));
      const howMany = (told: string) =>
        Number(/^(\d+) times from/.exec(told)?.[1] ?? told.match(/\d+ [A-Z][a-z]{2} \d{4}/g)!.length);
      expect(days.map(howMany).reduce((sum, n) => sum + n, 0)).toBe(rounds.length - news.length);
      for (const { on } of news) {
        expect(days.filter((told) => told.startsWith('on')).join()).not.toContain(formatDate(on));
        expect(story.split('\n').some((line) => line.startsWith(`${formatDate(on)} `))).toBe(true);
      }
      settled += news.length;
      summed += days.filter((told) => !told.startsWith('on')).length;
    }
    expect(settled).toBeGreaterThan(3);
    expect(summed).toBeGreaterThan(0);
  });

  it('accruals and the passing of days have no sentence', () => {
    expect(storyOf(0)).not.toMatch(/accrue|advance|day moves/);
  });

  it('like fates of a day share one line, unless they move an average', () => {
    const on = first.today;
    const fates = (events: readonly Event[], what: string) =>
      eventLines(first, events, facts, PLAIN).join(' ').replace(/\s+/g, ' ').split(what).length - 1;
    const probes = ['cn/probe-qualcomm', 'cn/probe-analog-chips'].map((id): Event => ({
      type: 'probe.suspend',
      actor: 'CN',
      on,
      id,
      until: '2026-01-01',
    }));
    expect(
      fates(
        probes,
        'Beijing suspends the probes “Qualcomm and Autotalks” and “Analog chips” until 1 Jan 2026.',
      ),
    ).toBe(1);
    const duties = ['us/ieepa-fentanyl', 'us/ieepa-reciprocal-baseline'];
    const suspensions = duties.map((id): Event => ({
      type: 'tariff.suspend',
      actor: 'US',
      on,
      id,
      until: '2026-01-01',
    }));
    expect(fates(suspensions, 'Washington suspends the')).toBe(duties.length);
  });

  it('a cut gives the rate before and after, and the average that it moves', () => {
    const event: Event = {
      type: 'tariff.cut',
      actor: 'US',
      on: first.today,
      id: 'us/ieepa-fentanyl',
      ratePct: 10,
    };
    const text = eventLines(first, [event], facts, PLAIN).join(' ').replace(/\s+/g, ' ');
    expect(text).toContain('Washington cuts the “Synthetic-opioid duty” from 20% to 10%.');
    expect(text).toContain('Washington’s average duty goes from 57.6% to 47.6%.');
  });

  it('a refused event ends the story and says so', () => {
    const event: Event = { type: 'meeting.hold', actor: 'both', meeting: 'busan-2025', on: first.today };
    expect(eventLines(first, [event], facts, PLAIN).join(' ')).toContain('the log breaks');
  });

  it('every kind of move has a sentence without holes, also on a state that does not know its subject', () => {
    for (const action of actionTypes) {
      for (const example of action.examples) {
        const event = example as unknown as Event;
        const { text, move } = sentenceOf(event, { before: first, after: first, facts });
        expect(`${text} ${move}`).not.toMatch(/undefined|null|NaN|\[object/);
        expect(text.length).toBeGreaterThan(3);
      }
    }
  });

  it('a sentence leaves the state as it was', () => {
    const copy = writableCopy(first);
    const event: Event = { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025', on: first.today };
    expect(stepInPlace(copy, event)).toBe(true);
    sentenceOf(event, { before: first, after: copy, facts });
    expect(first.meetings['busan-2025']!.status).toBe('confirmed');
  });
});
