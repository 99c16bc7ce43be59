/** A play that breaks a claim about projections, as a text for people and as the source text of a test. */
import type { Event } from '../../actions/index';
import { factsIn, ownIn, type Play } from '../../analyses/play';
import { start } from '../../analyses/resolve';
import type { QuantityOfInterest } from '../../ensemble/quantity-of-interest';
import { firstOf } from '../../kit/lists';
import { PARTY_IDS } from '../../model/actor';
import { PLAIN } from '../../report/wording/text';
import { eventLines } from '../../report/wording/trajectory';
import { rulesGiven } from '../../scenario/own';
import { isFromModule } from '../../scenario/own-module';
import { Draft, movesOf, notBegun, playMoves, type PlayedEvents } from '../plays/play';
import { actsOf, rulesIn } from '../plays/plays';
import { dated, shownEvents } from './counterexample-text';
import type { JudgedChange, ProjectionJudgement } from './projection-judge';
import type { ProjectionClaim } from './projection-claim';
import {
  equals,
  headLines,
  isKnown,
  literal,
  quoted,
  type ClaimName,
  type RunnerName,
} from './regression-test';
import { tokenOf } from './token';

/** The events of a play with the states on the way, from the scenario's first state. */
export function playedEvents(of: Play): PlayedEvents {
  const draft = new Draft(notBegun(start(of.scenario, factsIn(of))), rulesIn(of));
  for (const event of of.log) draft.mustHappen(event);
  return draft.play;
}

/**
 * The token of a play: its acts, and what its scenario supposed, with the calendar in between. Null where it has rules of one's own,
 * which no token carries.
 */
export function tokenOfPlay(of: Play): string | null {
  if (ownIn(of).rules !== undefined) return null;
  const whole = playedEvents(of);
  const moves = playMoves(firstOf(whole.states), movesOf(whole.events), of.state.today);
  return tokenOf(of.scenario.id, moves ?? whole);
}

function storyOf(of: Play): string[] {
  const played = playedEvents(of);
  const lines = eventLines(firstOf(played.states), played.events, factsIn(of), PLAIN, {
    isShown: shownEvents(played),
    rules: rulesGiven(ownIn(of).rules),
  });
  return actsOf(of).length === 0 ? dated(of.state.today, 'Nothing is done.') : lines;
}

function amount(value: number, { unit }: Pick<QuantityOfInterest, 'unit'>, signed = false): string {
  const shown = unit === 'probability' ? (100 * value).toFixed(1) : value.toFixed(2);
  return signed && value > 0 ? `+${shown}` : shown;
}

function changeText(change: JudgedChange, runs: number): string {
  const { title, quantity, unit, base, changed } = change;
  const [by, low, high] = [change.change, change.low, change.high].map((value) =>
    amount(value, change, true),
  );
  const of = unit === 'probability' ? ' %' : unit === 'per cent' ? ' per cent' : '';
  return `${title} (${quantity}): ${amount(base, change)}${of} without the change, ${amount(changed, change)}${of} with it, ${by} (${low} to ${high}) in ${runs} runs of each.`;
}

/** Which of the changes break the claim. */
export const breaking = ({ changes }: ProjectionJudgement): JudgedChange[] =>
  changes.filter(({ broken }) => broken);

/**
 * A play that breaks a claim about projections as dated sentences of at most 80 columns: what is done in it, what is done with the
 * change, and how the quantity of interest moves, with the 95 % interval of the difference.
 */
export function projectionStory(claim: ProjectionClaim, judged: ProjectionJudgement): string {
  const { play, other, runs } = judged;
  const { today } = play.state;
  return [
    'As it is:',
    ...storyOf(play),
    'With the change:',
    ...(other === null ? [] : storyOf(other)),
    ...dated(today, `Here it is broken: “${claim.title}”`),
    ...breaking(judged).flatMap((change) =>
      dated(today, changeText(change, runs)).map((line, at) =>
        at === 0 ? ' '.repeat(13) + line.slice(13) : line,
      ),
    ),
  ].join('\n');
}

/** What is one's own in a play as the text of options, and what a reader has to add. */
function ownText(of: Play): { readonly options: string; readonly missing: string[] } {
  const { policies = {}, rules, outcomes } = ownIn(of);
  const told: Record<string, unknown> = {};
  const missing = [
    ...(rules === undefined ? [] : ['`rules`, with the action types of your own']),
    ...(outcomes === undefined ? [] : ['`outcomes`, the classes of your own']),
  ];
  for (const party of PARTY_IDS) {
    const policy = policies[party];
    if (typeof policy === 'string' || isFromModule(policy)) told[party] = policy;
    else if (policy !== undefined) missing.push(`\`policies.${party}\`, the policy ${policy.id}`);
  }
  return { options: Object.keys(told).length === 0 ? '' : `, policies: ${literal(told)}`, missing };
}

/** The lines that make a play. */
function playLines(name: string, of: Play, scenario: string): string[] {
  const acts: readonly Event[] = actsOf(of);
  const { options } = ownText(of);
  return [
    `  const ${name} = play(${scenario}, {`,
    ...(acts.length === 0
      ? []
      : ['    after: [', ...acts.map((event) => `      ${literal(event)},`), '    ],']),
    `    today: ${quoted(of.state.today)}${options},`,
    '  });',
  ];
}

/** How the text of a test is written. */
export interface ProjectionTestText {
  readonly story: string;
  readonly token: string | null;
  readonly runner: RunnerName;
  readonly claimName?: ClaimName | undefined;
}

/**
 * The source text of a test that passes while the model still breaks the claim, ready to paste: it judges the play again on the
 * same draws. Without a name for the claim it has both plays in it.
 */
export function projectionTest(
  claim: ProjectionClaim,
  judged: ProjectionJudgement,
  { story, token, runner, claimName }: ProjectionTestText,
): string {
  const { play, other, runs, seed, level } = judged;
  const { scenario } = play;
  const known = isKnown(scenario);
  const given = known ? quoted(scenario.id) : 'scenario';
  const { missing } = ownText(play);
  const { quantities, never, by } = claim;
  const inline = [
    ...(other === null ? [] : playLines('after', other, given)),
    `  const claim = projectionClaim(${quoted(claim.title)}, {`,
    '    change: () => after,',
    `    never: ${quoted(never)},`,
    `    quantity: ${literal(quantities.length === 1 ? quantities[0] : quantities)},`,
    ...(by === 0 ? [] : [`    by: ${by},`]),
    '  });',
  ];
  const name = claimName?.name ?? 'claim';
  return [
    `import { play${known ? '' : ', type Scenario'} } from 'detente';`,
    `import { judgeProjection${claimName === undefined ? ', projectionClaim' : ''} } from 'detente/testing';`,
    ...headLines(runner, claimName, token === null ? [story] : [story, token]),
    ...missing.map((what) => `// Add to the options of the plays: ${what}.`),
    `it(${quoted(`the model breaks: ${claim.title}`)}, () => {`,
    ...(known ? [] : [`  const scenario: Scenario = ${literal(scenario)};`]),
    ...playLines('before', play, given),
    ...(claimName === undefined ? inline : []),
    `  const judged = judgeProjection(${name}, before, ${literal({ runs, seed, level })});`,
    `  ${equals(runner, 'judged.broken', 'true')}`,
    '});',
    '',
  ].join('\n');
}
