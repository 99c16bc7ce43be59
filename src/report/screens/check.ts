/** The screen of a check: findings with file, line and column, and the shortest story behind each. */
import type { Event } from '../../actions/index';
import { checkState } from '../../engine/parse-state';
import { type AnswerForm, asGiven, checkAnswer, checkAnswers } from '../../kit/answer-form';
import type { State } from '../../model/state';
import type { Facts } from '../../facts/schema';
import type { Scenario } from '../../scenario/schema';
import { SCENARIO } from '../wording/answer-forms';
import { checkView } from '../wording/view-checks';
import { eventLines } from '../wording/trajectory';
import { counted, screen, wrap, type Paint } from '../wording/text';

/** A finding with its place in the file. */
export interface LocatedFinding {
  /** Path of keys in the scenario, such as `outcomes.2.when`; empty for the whole. */
  readonly path: string;
  /** Line of the file, from 1; null for a scenario that stands in none. */
  readonly line: number | null;
  /** Column of that line, from 1; null for a scenario that stands in no file. */
  readonly column: number | null;
  /** Stable code of the kind of finding, `family/reason`. */
  readonly code: string;
  /** What is wrong, in words. */
  readonly message: string;
  /** For a gap or an overlap: how to get there from the first day. */
  readonly story?: readonly Event[];
}

/** What was checked. */
export interface CheckView {
  /** Path of the file, or the id of a scenario that stands in none. */
  readonly file: string;
  /** The scenario that was checked. */
  readonly scenario: Scenario;
  /** Its first state. */
  readonly start: State;
  /** The facts on which it rests, for labels. */
  readonly facts: Facts;
  /** How the screen is coloured, and how wide it is. */
  readonly paint: Paint;
}

const FINDING: AnswerForm<LocatedFinding> = {
  what: 'a finding with its place',
  fields: {
    path: 'text',
    line: 'number or null',
    column: 'number or null',
    code: 'text',
    message: 'text',
    story: 'list of objects?',
  },
};

const VIEW: AnswerForm<CheckView> = {
  what: 'an object with file, scenario, start, facts and paint',
  fields: { file: 'text', scenario: 'object', start: 'object', facts: 'object', paint: 'object' },
};

function findingLines(
  { path, line, column, code, message, story }: LocatedFinding,
  view: CheckView,
): string[] {
  const { file, start, facts, paint } = view;
  const told =
    story === undefined || story.length === 0
      ? []
      : ['  how it comes about:', ...eventLines(start, story, facts, paint).map((text) => `  ${text}`)];
  return [
    `${paint.bold(line === null || column === null ? file : `${file}:${line}:${column}`)}  ${paint.yellow(code)}`,
    ...wrap(paint, `${path}: ${message}`, '  ', '    '),
    ...told,
  ];
}

/**
 * The check as a screen. Pure.
 * @param findings - What is wrong with the scenario, each with its place in the file; empty where nothing is.
 * @param view - The scenario with its file, first state and facts, and the colours and width of the screen.
 * @throws InputError when a finding or something of the view is none.
 *
 * @example checkText([], { file: 'mine.yaml', scenario: loadScenario('trade-only'), start: start('trade-only'), facts, paint: PLAIN })
 */
export function checkText(findings: readonly LocatedFinding[], view: CheckView): string {
  checkAnswers('findings', findings, FINDING);
  checkView(view, VIEW);
  checkAnswer('view.scenario', view.scenario, SCENARIO);
  checkState('view.start', view.start);
  return asGiven('findings', [findings, view], () => {
    const { file, scenario, paint } = view;
    if (findings.length === 0) {
      return screen(
        paint,
        wrap(
          paint,
          `${paint.green('sound')}: ${file === scenario.id ? '' : `${file}: `}${scenario.id} parses, its events are lawful, and every final state that was tried falls into exactly one of its ${scenario.outcomes.length} outcome classes.`,
        ),
      );
    }
    return screen(paint, [
      ...findings.flatMap((finding) => [...findingLines(finding, view), '']),
      counted(findings.length, 'finding'),
    ]);
  });
}
