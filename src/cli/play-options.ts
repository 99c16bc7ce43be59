/** From where one stands: what has happened since the first day of a scenario, told on the command line. */
import type { Play } from '../analyses/play';
import { InputError } from '../kit/input-error';
import type { Facts } from '../facts/schema';
import type { Scenario } from '../scenario/schema';
import { eventOf, toldAct, type ToldAct } from './act-text';
import { readLog } from './log-file';
import { itself } from './given';
import { option, options, present, text, type ForewordCall } from './row';
import { BadInput } from './terminal';

/** What is taken as given, in words, above the screen of whatever is asked. */
async function takenAsGiven(call: ForewordCall): Promise<readonly string[]> {
  // Whoever has these options has a scenario.
  const values = call.options as unknown as PlayValues;
  const scenario = call.arguments.scenario as Scenario;
  if (values.after === undefined && values.acts.length === 0) return [];
  const { actsIn } = await import('../analyses/play');
  const { start } = await import('../analyses/resolve');
  const { givenActLines } = await import('../report/wording/supposed');
  const facts = await call.facts();
  const here = await playOf(scenario, values);
  return givenActLines(start(scenario, facts), here.log, actsIn(here), facts, await call.paint());
}

/** What every command takes that asks about a scenario. */
export const PLAY = {
  after: option('--after <file>', 'what has happened: events as JSON, or a log of `run --json`', text, {
    reads: itself,
  }),
  acts: options(
    '--act <text>',
    "an act that has happened, as 'US listing.impose list=entity-list authority=ecra entities=200 on 2025-10-27'; may be given several times",
    toldAct,
    { foreword: takenAsGiven },
  ),
  today: option('--today <day>', 'the day from which it is asked; that of the last event unless told', text),
};

/** The options as they were read. */
export interface PlayValues {
  readonly after: string | undefined;
  readonly acts: readonly ToldAct[];
  readonly today: string | undefined;
  readonly facts?: Facts | undefined;
}

/** Whether anything is told to have happened. */
export const isPlayed = ({ after, acts, today }: PlayValues): boolean =>
  after !== undefined || acts.length > 0 || today !== undefined;

/** The play on a later day that an option tells; refused by the name of that option. */
export async function passedTo(before: Play, day: string, name: string): Promise<Play> {
  const { passTo } = await import('../analyses/play');
  try {
    return passTo(before, day);
  } catch (error) {
    if (error instanceof InputError) throw new BadInput(`${name}: ${error.complaint}`);
    throw error;
  }
}

/** Does one act that was told, on its day. */
async function done(before: Play, told: ToldAct): Promise<Play> {
  const { act } = await import('../analyses/play');
  const { on = before.state.today } = told;
  const name = '--act';
  if (on < before.state.today)
    throw new BadInput(
      `${name}: acts stand in the order of their days; ${on} is before ${before.state.today}, given ${told.text}`,
    );
  const then = await passedTo(before, on, name);
  const answer = act(then, await eventOf(then.state, told, name));
  if (answer.ok) return answer.play;
  const lines = answer.refusals.map(({ code, rule }) => `${code}: ${rule}`);
  throw new BadInput([`${name}: refused on ${on}: ${told.text}`, ...lines].join('\n  '));
}

const AFTER_HINT = '--after takes the name of a file, --act an act itself';

/** The play that a scenario and the options tell. */
export async function playOf(scenario: Scenario, { after, acts, today, facts }: PlayValues): Promise<Play> {
  const { play } = await import('../analyses/play');
  const happened =
    after === undefined
      ? undefined
      : ((await readLog(
          after,
          'it has a list of events, or a log with `events`',
          AFTER_HINT,
        )) as readonly []);
  let now = play(scenario, present({ after: happened, today: acts.length === 0 ? today : undefined, facts }));
  for (const told of acts) now = await done(now, told);
  return today === undefined || acts.length === 0 ? now : passedTo(now, today, '--today');
}

/** The scenario as it stands when what is told has happened; itself where nothing is. */
export async function standing(scenario: Scenario, values: PlayValues): Promise<Scenario> {
  if (!isPlayed(values)) return scenario;
  const { playedScenario } = await import('../analyses/play');
  return playedScenario(await playOf(scenario, values));
}

/** The acts of a scenario that {@link standing} gave, in sentences with their days. */
export async function givenSentences(scenario: Scenario, facts: Facts): Promise<readonly string[]> {
  const { start } = await import('../analyses/resolve');
  const { actsOfPlay } = await import('../report/wording/supposed');
  return actsOfPlay(scenario, start(scenario, facts), facts);
}
