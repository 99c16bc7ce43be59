import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { digest } from '../../src/engine/digest';
import { start } from '../../src/analyses/resolve';
import { runEpisode } from '../../src/analyses/project';
import { replayLog, type ReplayedLog } from '../../src/analyses/replayed-log';
import { VERSION } from '../../src/kit/version';

const BASE = 'kuala-lumpur-2025';
const recorded = runEpisode(BASE, { seed: 'log', episode: 3 });
/** As it comes back from a file. */
const log = () => JSON.parse(JSON.stringify(recorded)) as Record<string, unknown>;

function replayed(input: unknown): ReplayedLog {
  const found = replayLog(input);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.replayed;
}

const differing = (input: unknown) => replayed(input).differs.map(({ field }) => field);
const unchecked = (input: unknown) => replayed(input).unchecked.map(({ field }) => field);

describe('the log of an episode', () => {
  it('carries what it takes to run it again, and every field of it is checked', () => {
    expect(recorded).toMatchObject({ version: VERSION, scenario: BASE, seed: 'log', episode: 3 });
    const verdict = replayed({ ...log(), start: digest(start(BASE)) });
    expect(verdict).toMatchObject({ ok: true, comparable: true, differs: [], unchecked: [], adapted: [] });
    expect([...verdict.checked].sort()).toEqual([...Object.keys(recorded), 'start'].sort());
  });

  const events = log().events as { type: string; gauges?: { pain: { US: number } } }[];
  const accrual = events.findLastIndex(({ gauges }) => gauges !== undefined);
  const alteredEvents = structuredClone(events);
  alteredEvents[accrual]!.gauges!.pain.US += 1;

  it.each<[field: string, altered: Record<string, unknown>]>([
    ['outcome', { outcome: recorded.outcome === 'comprehensive' ? 'truce' : 'comprehensive' }],
    ['outcome', { outcome: null }],
    ['seed', { seed: 'another' }],
    ['episode', { episode: 7 }],
    ['digest', { digest: '0'.repeat(64) }],
    ['digest', { events: alteredEvents }],
    ['episode', { events: alteredEvents }],
    ['final', { final: { ...recorded.final, today: '2025-10-25' } }],
    ['final', { final: 'x' }],
    ['refused', { refused: [{ type: 'x' }] }],
    ['start', { start: '0'.repeat(64) }],
    ['events', { events: events.slice(1).toReversed() }],
  ])('does not pass with another %s: %#', (field, altered) => {
    const verdict = replayed({ ...log(), ...altered });
    expect(verdict.ok).toBe(false);
    expect(verdict.differs.map((difference) => difference.field)).toContain(field);
    expect(verdict.checked).not.toContain(field);
  });

  it('does not pass as one of another scenario with the same first day', () => {
    const other = 'hawks-on-both-sides';
    expect(digest(start(other))).toBe(digest(start(BASE)));
    expect(differing({ ...log(), scenario: other })).toContain('scenario');
  });

  it('does not pass without its last event, though all the others are lawful', () => {
    expect(differing({ ...log(), events: events.slice(0, -1) })).toContain('digest');
  });

  it.each(['seed', 'episode', 'outcome'])('without %s says that it is not checked', (field) => {
    const { [field]: _, ...rest } = log();
    expect(replayed(rest)).toMatchObject({ ok: true });
    expect(unchecked(rest)).toContain(field);
  });

  it('says of a field that no log has that nobody checks it', () => {
    expect(unchecked({ ...log(), author: 'me' })).toEqual(['author']);
  });

  it.each<[path: string, altered: Record<string, unknown>]>([
    ['seed', { seed: 42 }],
    ['episode', { episode: -1 }],
    ['episode', { episode: 0.5 }],
    ['outcome', { outcome: 3 }],
    ['version', { version: '99.0.0' }],
    ['version', { version: 'new' }],
    ['events.1.type', { events: [events[0], { type: 'tariff.cutt' }] }],
  ])('with a %s that is none is refused by its path: %#', (path, altered) => {
    expect(replayLog({ ...log(), ...altered })).toMatchObject({ ok: false, issues: [{ path }] });
  });
});

describe('a log of 0.1.0', () => {
  const packed = readFileSync(join(import.meta.dirname, 'logs/kuala-lumpur-2025-of-0.1.0.json.gz'));
  const old = JSON.parse(gunzipSync(packed).toString()) as { events: { type: string }[] };

  it('parses and replays; its digest, outcome and episode are named as unchecked', () => {
    const verdict = replayed(old);
    expect(verdict).toMatchObject({
      ok: true,
      version: '0.1.0',
      comparable: false,
      events: 872,
      differs: [],
    });
    expect(verdict.unchecked.map(({ field }) => field).sort()).toEqual(
      ['digest', 'episode', 'outcome', 'scenario', 'seed', 'version'].sort(),
    );
    for (const { why } of verdict.unchecked) expect(why).toContain('0.1.0');
  });

  it('says which events are read in the form of today', () => {
    const { adapted } = replayed(old);
    expect(adapted.map(({ at }) => old.events[at]!.type)).toEqual(['talks.open', 'meeting.hold']);
  });

  it('is refused at an event that the rules do not allow today', () => {
    const events = old.events.filter(({ type }) => type !== 'agreement.reach');
    const verdict = replayed({ ...old, events });
    expect(verdict).toMatchObject({ ok: false, comparable: false });
    expect(verdict.refused).toBeDefined();
  });
});
