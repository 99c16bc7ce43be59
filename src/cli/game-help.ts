/** How a game begins on the screen, and what its lines may say. */
import { otherParty } from '../model/actor';
import { capitalOf, wrap } from '../report/wording/text';
import { dayLine, type Game } from './game-value';

/** How a game begins, on the screen. */
export function welcome(game: Game): readonly string[] {
  const { plan, state } = game;
  const { party, prepared, paint, seed } = plan;
  const { scenario, specification, facts } = prepared;
  const other = otherParty(party);
  return [
    paint.bold(scenario.title),
    ...wrap(
      paint,
      `You decide for ${capitalOf(facts, party)}. ${capitalOf(facts, other)} decides by the policy ${specification.policies[other]}; chance is episode 0 of seed ${JSON.stringify(seed)}. One way in which things may go, and no forecast.`,
    ),
    ...wrap(
      paint,
      'Type a few letters to find a lawful act (duty, listing, meeting), its number to do it, pass to let a day go by, project for advice, help for all else.',
    ),
    '',
    dayLine({ ...game, state }),
  ];
}

const HELP: readonly (readonly [string, string])[] = [
  ['WORDS', 'the lawful acts in which these letters stand, as: duty raise'],
  ['acts', 'how many acts are lawful today, by family'],
  ['NUMBER', 'do that act of the list; its fields are asked for one by one'],
  ['TYPE field=value', 'do an act at once, as: statement.make tone=conciliatory'],
  ['cancel', 'leave the fields, and do nothing'],
  ['promises', 'acts that you have promised and not done yet'],
  ['keep', 'do all of them that are lawful today'],
  ['pass [DAYS or DAY]', 'let a day pass, or several, or all to a day: pass 2025-10-30'],
  ['project', 'what the meeting brings from here, and what your last act changed'],
  ['why', 'why each thing of the last days happened'],
  ['look', 'where one stands: what is in force, who sits there, what each wants'],
  ['story', 'all that has happened since your first day'],
  ['table STANCE', 'how you bargain when the leaders meet: bargains, withholds, yields'],
  ['undo', 'take back the last act, passing of days or stance'],
  ['save [FILE]', 'a log for --after and for detente replay'],
  ['quit', 'leave'],
];

/** All that a line may say. */
export function help({ plan: { paint } }: Game): string[] {
  const width = Math.max(...HELP.map(([words]) => words.length)) + 4;
  return HELP.flatMap(([words, about]) =>
    wrap(paint, about, `  ${words}`.padEnd(width), ' '.repeat(width)).map((line, at) =>
      at === 0 ? line.replace(words, paint.cyan(words)) : line,
    ),
  );
}
