/** Claims known to be false fall by their shortest story, claims known to be true stand, and what is told of them runs. */
import * as fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as nodeTest } from 'node:test';
import { replay, start, transition, type Event } from '../../../src/entries/index';
import { InputError } from '../../../src/kit/input-error';
import * as testing from '../../../src/entries/testing';
import { programOf } from '../../../tools/compiler';
import {
  allOf,
  always,
  assertClaim,
  averageAbove,
  claimTest,
  ClaimBrokenError,
  concessionOn,
  detenteMatchers,
  eachStep,
  falsify,
  isBrokenBy,
  isThreat,
  measureIs,
  never,
  noPlay,
  not,
  legalPlay,
  raisesAverage,
  replayToken,
  TokenError,
  truceHolds,
  type Claim,
  type Counterexample,
} from '../../../src/entries/testing';
import { tokenOf } from '../../../src/testing/claims/token';
import { runPasted } from './pasted';
import { itLong } from '../../long';

const scenario = 'kuala-lumpur-2025';
const first = start(scenario);

const keepsTheTruce = noPlay('without rare earths no six moves keep the truce to the new year', {
  keeps: truceHolds,
  until: '2026-01-01',
  without: concessionOn('rare-earths'),
});
const holdsByItself = always('the truce holds through November', truceHolds, { until: '2025-11-30' });
const chineseAverage = never('the Chinese average never exceeds 60 %', averageAbove('cnOnUs', 60));
const noThreatRaises = eachStep(
  'no threat raises the tariff average by itself',
  not(allOf(isThreat, raisesAverage())),
);
const fentanylStands = never(
  'the fentanyl duty is not struck',
  measureIs('us/ieepa-fentanyl', 'struck-down'),
);

function fallen(claim: Claim, options: Partial<testing.ClaimOptions> = {}): Counterexample {
  const finding = falsify(claim, { scenario, ...options });
  if (!finding.falsified) throw new Error(finding.note);
  return finding;
}
const moveTypes = ({ events }: Counterexample) => events.filter(testing.isMove).map(({ type }) => type);

const threeThings = never(
  'the hundred is not carried out, the cranes spared and the truce prolonged, all at once',
  allOf(
    measureIs('us/ieepa-hundred', 'in-force'),
    measureIs('us/s301-cranes', 'withdrawn'),
    ({ truce }) => truce.extensions.length >= 2,
  ),
);

/** Each with the moves of its shortest story. */
const FALSE: readonly (readonly [Claim, readonly string[]])[] = [
  [keepsTheTruce, ['truce.extend']],
  [holdsByItself, []],
  [chineseAverage, ['tariff.raise']],
  [fentanylStands, ['court.strike-down']],
  [threeThings, ['tariff.carry-out', 'tariff.withdraw', 'truce.extend']],
];
const found = new Map(FALSE.map(([claim]) => [claim, fallen(claim)]));
const cases = FALSE.map(([claim, moves]) => ({ title: claim.title, claim, moves }));

describe('a claim that is false', () => {
  it.each(cases)('falls by its shortest story: $title', ({ claim, moves }) => {
    const finding = found.get(claim)!;
    expect(moveTypes(finding)).toEqual(moves);
    expect(finding.moves).toBe(moves.length);
    expect(finding.story.split('\n').every((line) => line.length <= 80)).toBe(true);
    expect(replay(first, finding.events).ok).toBe(true);
    expect(isBrokenBy(claim, first, finding.events)).toBe(true);
  });

  it.each(cases)('falls by a story from which no event can be taken away: $title', ({ claim }) => {
    const { events } = found.get(claim)!;
    events.forEach((_, at) => {
      const rest = events.filter((__, index) => index !== at);
      const breaks = replay(first, rest).ok && isBrokenBy(claim, first, rest);
      expect(breaks, `without ${JSON.stringify(events[at])}`).toBe(false);
    });
  });

  it('falls by the same bytes for the same seed', () => {
    const again = fallen(chineseAverage);
    const { story, test, token, events } = found.get(chineseAverage)!;
    expect([again.story, again.test, again.token, again.events]).toEqual([story, test, token, events]);
  });

  it('falls by random sequences alone where the search is left out', () => {
    const finding = fallen(chineseAverage, { effort: 0, numRuns: 300 });
    expect(finding.tried.steps).toBe(0);
    expect(finding.moves).toBe(1);
  });

  it('tells dates, what happens, and the claim', () => {
    expect(found.get(holdsByItself)!.story).toBe(
      '10 Nov 2025  The “Geneva truce” lapses.\n' +
        '10 Nov 2025  Here it is broken, 16 days after the start: “the truce holds\n' +
        '             through November”',
    );
  });
});

describe('a claim that is true', () => {
  it('stands, and the note says how much was tried and that this proves nothing', () => {
    const finding = falsify(noThreatRaises, { scenario, maxMoves: 3, effort: 1500, numRuns: 20 });
    if (finding.falsified) throw new Error(finding.story);
    expect(finding.tried.plays).toBe(20);
    expect(finding.note).toMatch(
      /in \d+ steps of a guided search and 20 random sequences\. That is no proof\.$/,
    );
  });

  it('stands where nobody may extend the truce, since it lapses on 10 November', () => {
    const claim = noPlay('the truce is not kept without an extension', {
      keeps: truceHolds,
      until: '2026-01-01',
      without: testing.isOfType('truce.*', 'agreement.reach'),
    });
    expect(falsify(claim, { scenario, maxMoves: 2, effort: 1500, numRuns: 10 }).falsified).toBe(false);
  });

  it('passes on the error of its own test, from either way of trying', () => {
    const faulty = always('faulty', () => {
      throw new TypeError('mine');
    });
    for (const effort of [0, 100]) expect(() => falsify(faulty, { scenario, effort })).toThrow('mine');
  });
});

describe('options', () => {
  it.each([
    [{ maxMoves: -1 }, 'maxMoves: expected a whole number from 0 to 40; given -1'],
    [{ seed: 0.5 }, 'seed: expected a whole number'],
    [{ scenario: 'kuala-lumpur-2052' }, 'kuala-lumpur-2025'],
  ])('are refused by name: %o', (options, message) => {
    expect(() => falsify(holdsByItself, { scenario, ...options })).toThrow(message);
  });

  it('refuse a claim that ends before the scenario starts', () => {
    const claim = always('earlier', truceHolds, { until: '2025-10-01' });
    expect(() => falsify(claim, { scenario })).toThrow('until: expected a day from 2025-10-25 on');
  });
});

describe('the test ready to paste', () => {
  it.each(cases)('runs and passes: $title', ({ claim }) => {
    expect(runPasted(found.get(claim)!.test, {})).toBe(1);
  });

  it('runs under node:test, and by the name of the claim', () => {
    expect(runPasted(fallen(fentanylStands, { runner: 'node' }).test, {})).toBe(1);
    const { test } = fallen(fentanylStands, { claimName: { name: 'fentanylStands', from: './claims' } });
    expect(runPasted(test, { './claims': { fentanylStands } })).toBe(1);
  });

  itLong('satisfies a strict compiler, whatever the runner', () => {
    const root = join(import.meta.dirname, '../../..');
    const scratch = join(root, '.tmp', `pasted-${process.pid}`);
    const texts = [
      ...[...found.values()].map(({ test }) => test),
      fallen(fentanylStands, { runner: 'node' }).test,
    ];
    const paths = texts.map((_, at) => join(scratch, `pasted-${at}.ts`));
    mkdirSync(scratch, { recursive: true });
    try {
      texts.forEach((text, at) => writeFileSync(paths[at]!, text));
      const program = programOf(paths);
      const complaints = paths.flatMap((path) => program.getSemanticDiagnostics(program.getSourceFile(path)));
      expect(complaints.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual(
        [],
      );
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });

  it('fails once the world is another', () => {
    const { test } = found.get(fentanylStands)!;
    expect(() => runPasted(test.replace("'struck-down'", "'in-force'"), {})).toThrow();
  });
});

describe('a token', () => {
  it('plays any lawful play again, to the same events and the same state', () => {
    fc.assert(
      fc.property(legalPlay(first, { maxMoves: 12 }), (play) => {
        const again = replayToken(tokenOf(scenario, play)).play;
        expect(again.events).toEqual(play.events);
        expect(again.states.at(-1)).toEqual(play.states.at(-1));
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  it('breaks the claim again', () => {
    const { token, story } = found.get(chineseAverage)!;
    expect(replayToken(token, { claim: chineseAverage })).toMatchObject({ scenario, broken: true, story });
  });

  it('is refused by one clear error where any character is another or missing', () => {
    const { token } = found.get(fentanylStands)!;
    fc.assert(
      fc.property(fc.nat({ max: token.length - 1 }), fc.constantFrom('', 'A', '!', '.', '0'), (at, other) => {
        fc.pre(token[at] !== other);
        expect(() => replayToken(token.slice(0, at) + other + token.slice(at + 1))).toThrow(TokenError);
      }),
      { numRuns: 200, seed: 5 },
    );
    for (const text of ['', 'dt1', 'dt2.AAAA.00000000', 'x'.repeat(300_000)])
      expect(() => replayToken(text)).toThrow(TokenError);
  });

  it('is refused for another scenario', () => {
    const { token } = found.get(fentanylStands)!;
    expect(() => replayToken(token, { scenario: 'meeting-called-off' })).toThrow(
      /of the scenario "kuala-lumpur-2025"; given/,
    );
  });
});

describe('a runner', () => {
  it('takes a claim as a test: Vitest by its own functions, plain code by an error', () => {
    const bodies: (() => void)[] = [];
    claimTest((_, body) => bodies.push(body), fentanylStands, { scenario });
    expect(bodies[0]).toThrow(ClaimBrokenError);
    expect(() => assertClaim(holdsByItself, { scenario })).toThrow(/replayToken\('dt1\./);
    expect(detenteMatchers.toHold(holdsByItself, { scenario }).pass).toBe(false);
    expect(() => detenteMatchers.toHold(1, { scenario })).toThrow(InputError);
  });

  claimTest(it, noThreatRaises, {
    scenario,
    maxMoves: 1,
    effort: 300,
    numRuns: 5,
  });

  it('may be node:test', async () => {
    await claimTest((title, body) => nodeTest(title, body), noThreatRaises, {
      scenario,
      maxMoves: 1,
      effort: 300,
      numRuns: 5,
    });
  });

  it('is not needed: a refused event is a RangeError with its place', () => {
    const twice: Event[] = [
      { type: 'court.strike-down', actor: 'court', on: '2025-10-25', authority: 'ieepa' },
    ];
    expect(transition(first, twice[0]!).ok).toBe(true);
    expect(() => isBrokenBy(holdsByItself, first, [...twice, ...twice])).toThrow(
      /^events\.1: court\.strike-down/,
    );
  });
});
