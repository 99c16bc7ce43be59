/** The checks of what plays are made of, and of the rules by which they are played, for the functions that take them. */
import type { Event, EventBase } from '../../actions/index';
import { checkState } from '../../engine/parse-state';
import type { RuleSet } from '../../engine/rule-set';
import { checkAnswer, checkItems, type AnswerForm } from '../../kit/answer-form';
import { checkFunction, checkWhole, readOff, type OptionCheck } from '../../kit/checks';
import { InputError } from '../../kit/input-error';
import type { State } from '../../model/state';
import { checkEvents, EVENT } from '../../report/wording/answer-forms';

const RULES: AnswerForm<RuleSet> = {
  what: 'a rule set, as withActionTypes returns it',
  fields: {
    actionTypes: 'list of objects',
    parseEvent: 'function',
    transition: 'function',
    explain: 'function',
    legalActions: 'function',
    sampleMember: 'function',
    isLegal: 'function',
    violations: 'function',
  },
};

/** What a play has that is told, searched or judged. */
interface Played {
  readonly events: readonly Event[];
  readonly states: readonly State[];
}

/** A play with its events and states, by its form alone. */
export const PLAYED: AnswerForm<Played> = {
  what: 'a play with its events and states',
  fields: { events: 'list of objects', states: 'list of objects' },
};

/** Refuses what is no event with an InputError: whether it is lawful, the rules are asked. */
export function checkEvent(path: string, event: EventBase): void {
  checkAnswer(path, event, EVENT);
}

/** Refuses what is no play, or one that lacks a state on either side of an event, with an InputError. */
export function checkPlayed(path: string, play: Played): void {
  checkAnswer(path, play, PLAYED);
  const { events, states } = readOff(path, play, (): Played => ({ ...play }));
  checkEvents(`${path}.events`, events);
  checkItems(`${path}.states`, states, 'states', checkState);
  if (states.length === events.length + 1) return;
  throw new InputError({
    code: 'input/list',
    path: `${path}.states`,
    given: states,
    allowed: 'one state more than events',
    why: `there are ${states.length} states and ${events.length} events`,
  });
}

/** Refuses what is no rule set with an InputError. */
export function checkRules(path: string, rules: RuleSet): void {
  checkAnswer(path, rules, RULES);
}

/** As {@link checkRules}, for an option. */
export const RULES_OPTION: OptionCheck = (name, rules) => checkRules(name, rules as RuleSet);

/** Refuses an option that is no number of moves with an InputError. */
export const MOVES_OPTION: OptionCheck = (name, moves) => {
  checkWhole(name, moves, { least: 0, most: Number.MAX_SAFE_INTEGER });
};

/** Refuses an option that is no function which says of an act whether it may be made with an InputError. */
export const ADMITS_OPTION: OptionCheck = (name, admits) => {
  checkFunction(name, admits, 'says of an act whether it may be made');
};
