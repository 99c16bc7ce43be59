/** Arguments that look right: lists with holes or without an end, texts with half a character, logs that say a thing twice. */
import { describe, expect, it } from 'vitest';
import * as main from '../../src/entries/index';
import * as own from '../../src/entries/own';
import * as report from '../../src/entries/report';
import { InputError } from '../../src/kit/input-error';
import { existing } from '../../src/kit/lists';
import { refusalOf } from '../refusal';

const SC = 'kuala-lumpur-2025';
const few = { runs: 1 };
const nod = existing(main.actionTypes[0]);
const doubt = { type: 'meeting.doubt', actor: 'US', meeting: 'busan-2025' } as const;
/** A list with a comma too many. */
const holed = <T>(item: T): T[] => [item, , item] as T[];
const answering = (events: unknown) => ({
  policies: { US: { ...existing(main.policies[0]), id: 'mine', decide: () => events as never } },
});
const halfPair = { seed: 'a\ud800' };

/** What is asked, and what its refusal has to say. */
const ASKED: readonly (readonly [what: string, ask: () => unknown, says: readonly string[]])[] = [
  ['a hole among scenarios', () => main.compareAll(holed(SC), few), ['place 1', 'without holes']],
  ['a hole among events', () => main.play(SC, { after: holed(doubt) }), ['after', 'place 1']],
  ['a hole among action types', () => own.withActionTypes(holed(nod)), ['rows', 'place 1']],
  [
    'a hole among types of acts',
    () => main.advise(SC, { party: 'US', only: holed('tariff') }),
    ['only', 'place 1'],
  ],
  ['an action type of the library', () => own.withActionTypes([nod]), ['actionTypes', nod.type]],
  [
    'a log of two lists',
    () => main.play(SC, { after: { events: [], log: [] } as never }),
    ['after', 'as `events` or as `log`'],
  ],
  [
    'a log that cannot be read',
    () =>
      main.play(SC, {
        after: {
          get events(): never {
            throw new Error('a trap');
          },
        },
      }),
    ['after', 'can be read'],
  ],
  [
    'a policy that writes into the state that it is shown',
    () =>
      main.runEpisode(SC, {
        policies: {
          US: {
            ...existing(main.policies[0]),
            id: 'mine',
            decide: ({ state }) => {
              Object.assign(existing(state.tariff['us/ieepa-fentanyl']), { ratePct: 3 });
              return [];
            },
          },
        },
      }),
    ['policies', 'only read the state', 'replayed, end in another state'],
  ],
  [
    'a million acts a day',
    () => main.runEpisode(SC, answering(Array(1e6).fill(doubt))),
    ['policies.US.decide', '10000'],
  ],
  [
    'acts without an end',
    () =>
      main.runEpisode(
        SC,
        answering(
          (function* () {
            for (;;) yield doubt;
          })(),
        ),
      ),
    ['policies.US.decide', '10000'],
  ],
  ['half a character in a seed', () => main.runEpisode(SC, halfPair), ['seed', 'surrogate pair']],
  [
    'half a character in a seed of many',
    () => main.project(SC, { ...few, ...halfPair }),
    ['seed', 'surrogate pair'],
  ],
];

describe('an argument that looks right', () => {
  it.each(ASKED)('%s is refused by its place', (_what, ask, says) => {
    const { message } = refusalOf(ask);
    for (const words of says) expect(message).toContain(words);
  });

  it('of a page of scenarios is refused by its place too', async () => {
    await expect(report.scenariosReport(Array(2) as string[], few)).rejects.toThrow(InputError);
  });
});
