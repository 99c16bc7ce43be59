import { describe, expect, it } from 'vitest';
import { askOwn } from '../../src/kit/ask-own';
import { refusalOf } from '../refusal';

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const withMessage = (message: unknown) => Object.assign(new Error('x'), { message });

/** What code of one's own may throw, and what is told of it. */
const THROWN: readonly (readonly [what: string, thrown: unknown, told: string])[] = [
  ['an error', new Error('no idea'), 'it threw: no idea'],
  ['an error of two lines', new Error('no\n  idea'), 'it threw: no idea'],
  ['a text', 'no idea', 'it threw: no idea'],
  ['a number', 7, 'it threw: 7'],
  ['nothing', undefined, 'it threw: undefined'],
  ['a symbol', Symbol('s'), 'it threw: Symbol(s)'],
  ['a big whole number', 7n, 'it threw: 7'],
  ['an object without a prototype', Object.create(null), 'it threw: an object that is no error'],
  [
    'an object that tells nothing',
    {
      toString: () => {
        throw new Error('never');
      },
    },
    'an object that is no error',
  ],
  ['an error whose message is a number', withMessage(7), 'it threw: 7'],
  ['an error whose message is an object', withMessage({}), 'an object that is no error'],
  ['an error without a message', withMessage(undefined), 'it threw: undefined'],
  ['a proxy that was revoked', revoked(), 'something that cannot be read'],
];

describe("code of one's own", () => {
  it.each(THROWN)('that throws %s is told of in one line', (_what, thrown, told) => {
    const { message, path, cause } = refusalOf(() =>
      askOwn('policies.US.decide', () => {
        throw thrown;
      }),
    );
    expect(path).toBe('policies.US.decide');
    expect(cause).toBe(thrown);
    expect(message).toContain(told);
    expect(message).not.toContain('\n');
  });
});
