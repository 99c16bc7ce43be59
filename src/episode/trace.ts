/**
 * The trace of an episode: why each event of its log happened, and every draw that was held against a threshold.
 *
 * It is kept beside the state, never in it, so that states and digests are those of an episode without one. Since
 * draws are keyed and not rolled, two episodes on common draws ask the same questions of the same numbers: a verdict
 * that differs names the threshold that was crossed. A verdict can also be imposed, which is the intervention of the
 * theory of actual causes (Halpern and Pearl 2005; Pearl 2009, chapter 10): what would have come of this history had
 * that one step gone the other way?
 */
import type { ActionTable, Event } from '../actions/index';
import { violations } from '../engine/legality';
import type { State } from '../model/state';
import type { SupposedEvent } from '../scenario/model-specification';

/** A number held against a threshold, on which something hung. */
export interface Trial {
  /** Day on which it was held against the threshold, `YYYY-MM-DD`. */
  readonly on: string;
  /** Who draws, for what: `truce/breach`, `US/stand-firm`, or `US/accepts` for a judgement at the table. */
  readonly name: string;
  /** The draw in [0, 1), or at the table the price of conceding in points. */
  readonly value: number;
  /** The probability that it was held against, or at the table the gain as the party sees it, in points. */
  readonly threshold: number;
  /** Whether it came true: the value is below the threshold, or at the table not above it. */
  readonly happened: boolean;
}

/** What kind of thing brings an event about. */
export type CauseKind = 'supposition' | 'calendar' | 'decision' | 'chance' | 'procedure' | 'bargaining';

/** Why an event happened. */
export interface Cause {
  /**
   * A supposed event of the scenario; a deadline or the day itself; a party's policy; a hazard; a joint act by the
   * rules of procedure; the bargaining at the meeting.
   */
  readonly kind: CauseKind;
  /** The rule within its kind: the name of the supposed event, the type of what fell due, or the rule in words. */
  readonly rule: string;
  /** Id of the policy of a decision, subject of a deadline; else null. */
  readonly by: string | null;
  /** The trials on which it hung; empty where nothing was drawn. */
  readonly trials: readonly Trial[];
}

/** An event that was proposed and refused, with the codes of the rules that it broke. */
export interface RefusedEvent {
  readonly event: Event;
  readonly codes: readonly string[];
}

/**
 * What brings events about, as the code that makes them declares it: kind, rule, and the names of the trials behind it.
 */
export interface DeclaredCause {
  readonly kind: CauseKind;
  readonly rule: string;
  readonly trials: readonly string[];
}

/** The cause of the supposed events; their names come from the scenario. */
export const SUPPOSED: DeclaredCause = { kind: 'supposition', rule: '', trials: [] };
/** The cause of what policies propose; rules and trials come from the policies' notes. */
export const POLICY: DeclaredCause = { kind: 'decision', rule: 'decides', trials: [] };
/** The cause of the calendar's events. */
export const CALENDAR: DeclaredCause = { kind: 'calendar', rule: '', trials: [] };

/**
 * The verdicts of one draw to impose from a day on. All later days are imposed too: a hazard that is stopped on one day
 * and strikes on the next has not been taken away.
 */
export interface Imposed {
  readonly name: string;
  readonly from: string;
  /** The days on which it comes true; on all others from `from` on it does not. */
  readonly comesTrueOn: ReadonlySet<string>;
}

/** The trace of one episode under way. */
export class Trace {
  /** One cause for each event of the log. */
  readonly causes: Cause[] = [];
  readonly trials: Trial[] = [];
  /** Place of each cause and of each trial in the order of its day. */
  readonly causePlaces: number[] = [];
  readonly trialPlaces: number[] = [];
  readonly refused: RefusedEvent[] = [];
  private day = '';
  private place = 0;
  private readonly latest = new Map<string, Trial>();
  private readonly reasons = new Map<Event, Pick<Cause, 'rule' | 'trials'>>();

  constructor(private readonly imposed: Imposed | null = null) {}

  /** Notes a trial and returns its verdict, which is the given one unless another is imposed. */
  try(on: string, name: string, value: number, threshold: number, verdict: boolean): boolean {
    const { imposed } = this;
    const happened =
      imposed !== null && imposed.name === name && on >= imposed.from ? imposed.comesTrueOn.has(on) : verdict;
    const trial = { on, name, value, threshold, happened };
    this.trials.push(trial);
    this.trialPlaces.push(this.nextPlace(on));
    this.latest.set(name, trial);
    return happened;
  }

  /** Notes by which rule, and on which trials, an event is about to be proposed. */
  because(event: Event, rule: string, names: readonly string[]): void {
    this.reasons.set(event, { rule, trials: this.trialsOf(names) });
  }

  /** Notes why an event of the log happened; to be called once for each, in order. */
  happened(
    event: Event,
    declared: DeclaredCause,
    policy: string | null,
    supposed: readonly SupposedEvent[],
  ): void {
    this.causes.push(this.causeOf(event, declared, policy, supposed));
    this.causePlaces.push(this.nextPlace(event.on));
  }

  private nextPlace(on: string): number {
    this.place = on === this.day ? this.place + 1 : 0;
    this.day = on;
    return this.place;
  }

  /** Notes that an event was refused in a state. */
  refuse(state: State, event: Event, table: ActionTable): void {
    const codes = violations(state, event, table).map((refusal) => refusal.code);
    this.refused.push({ event, codes });
  }

  private causeOf(
    event: Event,
    { kind, rule, trials: names }: DeclaredCause,
    policy: string | null,
    supposed: readonly SupposedEvent[],
  ): Cause {
    switch (kind) {
      case 'supposition': {
        const name = supposed.find((candidate) => candidate.event === event)?.name ?? '';
        return { kind, rule: name, by: null, trials: [] };
      }
      case 'calendar':
        return { kind, rule: event.type, by: subjectOfDue(event), trials: [] };
      case 'decision': {
        const reason = this.reasons.get(event) ?? { rule, trials: [] };
        return { kind, rule: reason.rule, trials: reason.trials, by: policy };
      }
      default:
        return { kind, rule, by: null, trials: this.trialsOf(names) };
    }
  }

  private trialsOf(names: readonly string[]): Trial[] {
    return names.flatMap((name) => this.latest.get(name) ?? []);
  }
}

function subjectOfDue(event: Event): string | null {
  if ('id' in event) return event.id;
  return 'key' in event ? event.key : null;
}

/** Draws and judgements by which a meeting comes to what it comes to. */
const AT_TABLE: ReadonlySet<string> = new Set([
  'meeting/decides',
  'meeting/text',
  'US/accepts',
  'CN/accepts',
  'US/refuses',
  'CN/refuses',
]);

/** Whether a trial is one of those by which a meeting comes to what it comes to. */
export function isAtTable(name: string): boolean {
  return AT_TABLE.has(name);
}
