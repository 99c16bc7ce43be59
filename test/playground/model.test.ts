/** The page of the playground as a value: what each message makes of it. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPENED, step, toldHere, wanted, type Message, type Model } from '../../playground/src/model';
import { doingNothing, fragmentOf, playOf, situationIn } from '../../playground/src/situation';
import { pastMeetings } from '../../playground/src/past';
import { timelineOf } from '../../playground/src/timeline';
import { legalActions, replayLog, sampleMember } from '../../src/entries/index';
import { pastScenarios } from '../../src/entries/record';
import { existing, firstOf } from '../../src/kit/lists';
import { atLength } from '../extent';
import { root } from '../sources';

const doubt = { type: 'meeting.doubt', actor: 'US', on: '2025-10-25', meeting: 'busan-2025' } as const;
const tooHigh = {
  type: 'tariff.raise',
  actor: 'US',
  on: doubt.on,
  id: 'us/ieepa-fentanyl',
  ratePct: 100_000,
};
const after = (...messages: readonly Message[]): Model => messages.reduce(step, OPENED);
const acted = after({ do: 'act', event: doubt });

describe('the page', () => {
  it('takes a lawful act, tells it in a sentence and marks it as one’s own', () => {
    expect(acted.now.acts).toEqual([doubt]);
    expect(acted.note).toMatchObject({ kind: 'done' });
    const mine = timelineOf(playOf(acted.now), acted.now.acts).filter(({ kind }) => kind === 'did');
    expect(mine.map(({ text }) => text)).toEqual([expect.stringMatching(/^Washington .*\.$/)]);
    const [today, meeting] = ['today', 'meeting'].map((kind) =>
      timelineOf(playOf(acted.now), acted.now.acts).findIndex((entry) => entry.kind === kind),
    );
    expect(existing(today)).toBeLessThan(existing(meeting));
  });

  it('refuses an unlawful act with its reason and a lawful act that is near, which then is done', () => {
    const refused = step(OPENED, { do: 'act', event: tooHigh });
    expect(refused.now).toBe(OPENED.now);
    if (refused.note?.kind !== 'refused') throw new Error('it was not refused');
    expect(firstOf(refused.note.refusals).code).toMatch(/^tariff\//);
    const near = step(refused, { do: 'act', event: { ...firstOf(refused.note.nearest) } });
    expect(near.note?.kind).toBe('done');
  });

  it('shows no answer to another situation than its own, and keeps those that are known', () => {
    const asked = firstOf(wanted(OPENED));
    const told = step(OPENED, { do: 'told', key: asked.key, told: { state: 'failed', text: 'none' } });
    expect(toldHere(told, 'answer')?.state).toBe('failed');
    const elsewhere = step(told, { do: 'act', event: doubt });
    expect(toldHere(elsewhere, 'answer')?.state).toBe('working');
    expect(toldHere(step(elsewhere, { do: 'undo' }), 'answer')?.state).toBe('failed');
  });

  it('finds once what doing nothing is, which every part of an answer is held against', () => {
    const before = doingNothing(acted.now);
    expect(before.acts).toEqual([]);
    expect(doingNothing(acted.now)).toBe(before);
  });

  it('asks what is asked beside the answer only for as long as one stands there and does not stop it', () => {
    const kinds = (model: Model) => wanted(model).map(({ question }) => question.kind);
    const watching = step(OPENED, { do: 'ask', question: { kind: 'watch' } });
    expect(kinds(watching)).toEqual(['answer', 'watch']);
    expect(kinds(step(watching, { do: 'act', event: doubt }))).toEqual(['answer']);
    expect(kinds(step(watching, { do: 'stop', kind: 'watch' }))).toEqual(['answer']);
  });

  const BAD_LINKS: readonly (readonly [string, RegExp])[] = [
    ['#scenario=nowhere', /there is no scenario|nowhere/],
    ['#scenario=kuala-lumpur-2025&acts=[{', /cut off/],
    ['#scenario=kuala-lumpur-2025&acts={}', /another form/],
    ['#scenario=kuala-lumpur-2025&scenario=deadline-extension', /“scenario” stands there twice/],
    [`#scenario=kuala-lumpur-2025&acts=${'['.repeat(1e5)}${']'.repeat(1e5)}`, /deeper than 64 levels/],
    ['#scenario=mine&own={"id":"mine","id":"yours"}', /“own” has a key twice/],
    ['#scenario=kuala-lumpur-2025&acts=[7]', /acts|after|event/],
    ['#scenario=kuala-lumpur-2025&today=2031-01-01', /a day from/],
    [`#scenario=kuala-lumpur-2025&acts=${encodeURIComponent(JSON.stringify([tooHigh]))}`, /refused/],
    ['#scenario=mine&own={"id":"mine"}', /does not fit/],
  ];
  it.each(BAD_LINKS)('says of the link %s in a sentence what is wrong, and loses nothing', (link, why) => {
    const told = step(acted, { do: 'follow', fragment: link });
    expect(told.now).toBe(acted.now);
    expect(told.past).toBe(acted.past);
    if (told.note?.kind !== 'fault') throw new Error('it was followed');
    expect(told.note.text).toMatch(/^The link cannot be read: /);
    expect(told.note.text).toMatch(why);
  });

  const messages: fc.Arbitrary<Message> = fc.constantFrom<Message>(
    { do: 'act', event: doubt },
    { do: 'act', event: tooHigh },
    { do: 'act', event: { type: 'nothing' } },
    { do: 'undo' },
    { do: 'redo' },
    { do: 'pass-to', day: '2025-10-28' },
    { do: 'pass-to', day: '2031-01-01' },
    { do: 'choose-scenario', id: 'soybeans-first' },
    { do: 'choose-scenario', id: 'nowhere' },
    { do: 'ask', question: { kind: 'advise', party: 'US', objective: null, family: null } },
    { do: 'follow', fragment: '#scenario=kuala-lumpur-2025&today=2025-10-27' },
  );

  it('comes back whole from its link, and by undo, after any messages', () => {
    fc.assert(
      fc.property(fc.array(messages, { maxLength: 8 }), (list) => {
        const model = after(...list);
        const fragment = fragmentOf(model.now);
        expect(fragmentOf(existing(situationIn(fragment)))).toBe(fragment);
        for (const { situation } of wanted(model))
          expect(playOf(situation).state.today).toBe(playOf(model.now).state.today);
        const back = model.past.reduceRight((now) => step(now, { do: 'undo' }), model);
        expect(fragmentOf(back.now)).toBe(fragmentOf(OPENED.now));
        const forth = model.past.reduce((now) => step(now, { do: 'redo' }), back);
        expect(fragmentOf(forth.now)).toBe(fragment);
        const { scenario, log } = playOf(model.now);
        const replayed = replayLog({ version: '0.2.0', scenario: scenario.id, events: log, digest: '' });
        expect(replayed.ok && replayed.replayed.refused).toBeUndefined();
      }),
      { numRuns: atLength(60, 8) },
    );
  });

  it('offers every past meeting of the library under its title and its day, in their order', () => {
    const past = pastScenarios();
    expect(pastMeetings().map(({ id }) => id)).toEqual(past.map(({ id }) => id));
    pastMeetings().forEach(({ title }, at) => {
      expect(title).toMatch(/, \d{1,2} [A-Z][a-z]{2} 20\d{2}$/);
      expect(title.startsWith(existing(past[at]).title)).toBe(true);
    });
    const { id } = firstOf(past);
    const there = step(OPENED, { do: 'choose-scenario', id });
    expect([there.note?.kind, playOf(there.now).scenario.id]).toEqual(['done', id]);
  });

  it('lets courts act, too', () => {
    const [lawful] = legalActions(playOf(OPENED.now).state, { actor: 'court' });
    const ruled = step(OPENED, { do: 'act', event: { ...sampleMember(existing(lawful), () => 0) } });
    expect(ruled.note?.kind).toBe('done');
  });

  it('is made of the public modules alone, as a user’s page is', () => {
    const folder = join(root, 'playground/src');
    const foreign = readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) =>
        [...readFileSync(join(folder, name), 'utf8').matchAll(/(?:from|import\()\s*'([^'\n]+)'/g)]
          .map(([, specifier]) => existing(specifier))
          .filter((specifier) => !/^(?:\.\/[\w-]+|yaml|detente(?:\/\w+)?)$/.test(specifier))
          .map((specifier) => `${name}: ${specifier}`),
      );
    expect(foreign).toEqual([]);
  });
});
