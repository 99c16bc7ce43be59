/**
 * Where two histories of one episode differ: events that only one of them has or that came out otherwise, and draws
 * whose verdict was turned, day by day.
 *
 * The histories share their days and their draws, so no search for the best alignment is needed: what one day brought
 * in both is the same event, and what is left over differs.
 */
import type { Event, EventType } from '../../actions/index';
import type { Cause, RefusedEvent, Trace, Trial } from '../../episode/trace';
import { fieldsOf } from '../../actions/event-fields';
import { existing, firstOf, itemAt } from '../../kit/lists';
import { canonicalJson, sameJson } from '../../engine/digest';

/** What happens every day and says nothing about a choice. */
export const ROUTINE: readonly string[] = ['economy.accrue', 'calendar.advance', 'market.move'];

/** An event in short, with its cause. */
export interface Happening {
  /** Action type of the event, `family.verb`. */
  readonly type: EventType;
  /** Who acted: a party, both, a third country, a court, the market or the calendar. */
  readonly actor: Event['actor'];
  /** Id of what it is about: a measure, probe, round, pledge, flow, authority; null where it has none. */
  readonly subject: string | null;
  /**
   * What brought the event about: a supposition, the calendar, a decision, chance, procedure or bargaining.
   */
  readonly cause: Cause;
}

/** A draw or judgement whose verdict differs, or that only one history asked for. */
export interface Crossing {
  /** Who draws, for what: `truce/breach`, `US/stand-firm`. */
  readonly name: string;
  /** How it went in the base; null where it was not asked for there. */
  readonly base: Trial | null;
  /** How it went in the variant; null where it was not asked for there. */
  readonly variant: Trial | null;
}

/** One step in which two histories differ. */
export interface DifferingStep {
  /** Day of the step, YYYY-MM-DD. */
  readonly on: string;
  /** What happened in the base; null where nothing did, and both null where only a draw differs. */
  readonly base: Happening | null;
  /** What happened in the variant; null where nothing did. */
  readonly variant: Happening | null;
  /** Fields that differ where the same act happened in both. */
  readonly fields: readonly string[];
  /** Of an agreement reached in both: the issues that moved most, with the degree of concession in each, 0 to 1. */
  readonly moved: readonly {
    /** Id of the issue. */
    readonly issue: string;
    /** Degree of concession in the base, 0 to 1. */
    readonly base: number;
    /** Degree of concession in the variant, 0 to 1. */
    readonly variant: number;
  }[];
  /** The draw behind it, where one was turned. */
  readonly crossed: Crossing | null;
  /** Where the act was refused in the other history: the side, and the rules that it broke there. */
  readonly refused: {
    /** The history in which it was refused. */
    readonly side: 'base' | 'variant';
    /** Codes of the rules that it broke there, `family/reason`. */
    readonly codes: readonly string[];
  } | null;
}

/** A history that can be compared: the log of an episode with its trace. */
export interface TracedHistory {
  readonly log: readonly Event[];
  readonly trace: Pick<Trace, 'causes' | 'causePlaces' | 'trials' | 'trialPlaces' | 'refused'>;
}

/** The side of a step that a scenario supposes, of the variant first; null where neither is supposed. */
export function supposedSide({ base, variant }: Pick<DifferingStep, 'base' | 'variant'>): Happening | null {
  for (const side of [variant, base]) if (side?.cause.kind === 'supposition') return side;
  return null;
}

interface Act {
  readonly event: Event;
  readonly place: number;
  readonly text: string;
  readonly happening: Happening;
}

function subjectOfEvent(event: Event): string | null {
  for (const field of ['id', 'key', 'flow', 'authority', 'issue', 'meeting'] as const) {
    const value = fieldsOf(event)[field];
    if (typeof value === 'string') return value;
  }
  return null;
}

function actsByDay({ log, trace }: TracedHistory): Map<string, Act[]> {
  const days = new Map<string, Act[]>();
  log.forEach((event, at) => {
    if (ROUTINE.includes(event.type)) return;
    const { type, actor } = event;
    const happening = { type, actor, subject: subjectOfEvent(event), cause: itemAt(trace.causes, at) };
    const act = { event, text: canonicalJson(event), happening, place: itemAt(trace.causePlaces, at) };
    const day = days.get(event.on);
    if (day === undefined) days.set(event.on, [act]);
    else day.push(act);
  });
  return days;
}

/** The acts of one list that the other does not have, as often as it does not have them. */
function leftOver(acts: readonly Act[], others: readonly Act[]): Act[] {
  const spare = new Map<string, number>();
  for (const { text } of others) spare.set(text, (spare.get(text) ?? 0) + 1);
  return acts.filter(({ text }) => {
    const left = spare.get(text) ?? 0;
    if (left > 0) spare.set(text, left - 1);
    return left === 0;
  });
}

interface Pair {
  readonly base: Act | null;
  readonly variant: Act | null;
}

/** Pairs acts of one day that are versions of each other: the same act first, then other acts on the same subject. */
function paired(base: readonly Act[], variant: readonly Act[]): Pair[] {
  const free = [...variant];
  const take = (suits: (act: Act) => boolean): Act | null => {
    const at = free.findIndex(suits);
    return at < 0 ? null : firstOf(free.splice(at, 1));
  };
  const sameSubject = (a: Act, b: Act) => a.happening.subject === b.happening.subject;
  const same = base.map((own) =>
    take(
      (act) =>
        act.event.type === own.event.type && act.event.actor === own.event.actor && sameSubject(act, own),
    ),
  );
  const pairs: Pair[] = base.map((own, at) => ({
    base: own,
    variant: same[at] ?? take((act) => own.happening.subject !== null && sameSubject(act, own)),
  }));
  return [...pairs, ...free.map((act) => ({ base: null, variant: act }))];
}

/** Issues told of an agreement on other terms. */
const ISSUES_TOLD = 3;

/** The issues on which two agreements differ most. */
function movedIssues(a: Event, b: Event): DifferingStep['moved'] {
  if (a.type !== 'agreement.reach' || b.type !== 'agreement.reach') return [];
  const degree = (event: typeof a, issue: string) =>
    event.terms.find((term) => term.issue === issue)?.degree ?? 0;
  const issues = [...new Set([...a.terms, ...b.terms].map((term) => term.issue))];
  return issues
    .map((issue) => ({ issue, base: degree(a, issue), variant: degree(b, issue) }))
    .filter(({ base, variant }) => base !== variant)
    .sort((x, y) => Math.abs(y.variant - y.base) - Math.abs(x.variant - x.base))
    .slice(0, ISSUES_TOLD);
}

/** Names of the fields in which two events differ. */
function differingFields(a: Event, b: Event): string[] {
  const [x, y] = [fieldsOf(a), fieldsOf(b)];
  return [...new Set([...Object.keys(x), ...Object.keys(y)])].filter(
    (field) => !sameJson(x[field], y[field]),
  );
}

/** The draws of a day by name, each with its place; the last where one was asked for again. */
type Drawn = ReadonlyMap<string, { readonly trial: Trial; readonly place: number }>;

function trialsByDay({ trace }: TracedHistory): Map<string, Drawn> {
  const days = new Map<string, Map<string, { trial: Trial; place: number }>>();
  trace.trials.forEach((trial, at) => {
    const day = days.get(trial.on) ?? new Map<string, { trial: Trial; place: number }>();
    days.set(trial.on, day.set(trial.name, { trial, place: itemAt(trace.trialPlaces, at) }));
  });
  return days;
}

interface PlacedCrossing extends Crossing {
  readonly place: number;
}

/** Draws of a day whose verdict differs, or that came true in one history and were not asked for in the other. */
function crossingsOf(base: Drawn = new Map(), variant: Drawn = new Map()): PlacedCrossing[] {
  const names = [...new Set([...base.keys(), ...variant.keys()])];
  return names.flatMap((name) => {
    const [b, v] = [base.get(name) ?? null, variant.get(name) ?? null];
    if ((b?.trial.happened ?? false) === (v?.trial.happened ?? false)) return [];
    return [{ name, base: b?.trial ?? null, variant: v?.trial ?? null, place: existing(v ?? b).place }];
  });
}

function refusalOf(
  pair: Pair,
  base: readonly RefusedEvent[],
  variant: readonly RefusedEvent[],
): DifferingStep['refused'] {
  const find = (act: Act, refused: readonly RefusedEvent[]) =>
    refused.find(({ event }) => canonicalJson(event) === act.text);
  if (pair.base !== null && pair.variant === null) {
    const found = find(pair.base, variant);
    return found === undefined ? null : { side: 'variant', codes: found.codes };
  }
  if (pair.variant === null || pair.base !== null) return null;
  const found = find(pair.variant, base);
  return found === undefined ? null : { side: 'base', codes: found.codes };
}

/** Draws on which an act of a pair hung on its own day. */
function behind({ base, variant }: Pair): Set<string> {
  return new Set(
    [base, variant].flatMap((act) =>
      act === null
        ? []
        : act.happening.cause.trials.filter(({ on }) => on === act.event.on).map(({ name }) => name),
    ),
  );
}

interface Placed {
  readonly step: DifferingStep;
  readonly place: number;
}

function stepsOfDay(
  on: string,
  pairs: readonly Pair[],
  crossings: readonly PlacedCrossing[],
  refused: (pair: Pair) => DifferingStep['refused'],
): DifferingStep[] {
  const told = new Set<string>();
  const acts = pairs.map((pair): Placed => {
    const names = behind(pair);
    const crossed = crossings.filter(({ name }) => names.has(name));
    for (const name of names) told.add(name);
    const { base, variant } = pair;
    // Of several the one that both histories asked for says most.
    const telling = crossed.find((one) => one.base !== null && one.variant !== null) ?? crossed[0];
    const step: DifferingStep = {
      on,
      base: base?.happening ?? null,
      variant: variant?.happening ?? null,
      fields: base === null || variant === null ? [] : differingFields(base.event, variant.event),
      moved: base === null || variant === null ? [] : movedIssues(base.event, variant.event),
      crossed: telling === undefined ? null : withoutPlace(telling),
      refused: refused(pair),
    };
    return { step, place: existing(variant ?? base).place };
  });
  const alone = crossings
    .filter(({ name }) => !told.has(name))
    .map((crossed): Placed => {
      const step = {
        on,
        base: null,
        variant: null,
        fields: [],
        moved: [],
        crossed: withoutPlace(crossed),
        refused: null,
      };
      return { step, place: crossed.place };
    });
  return [...alone, ...acts].sort((a, b) => a.place - b.place).map(({ step }) => step);
}

const withoutPlace = ({ name, base, variant }: Crossing): Crossing => ({ name, base, variant });

/**
 * All steps in which two histories of the same episode differ, in the order in which they came. Empty where the histories are the same. Pure.
 */
export function differingSteps(base: TracedHistory, variant: TracedHistory): DifferingStep[] {
  const [inBase, inVariant] = [actsByDay(base), actsByDay(variant)];
  const [drawnInBase, drawnInVariant] = [trialsByDay(base), trialsByDay(variant)];
  const days = new Set([
    ...inBase.keys(),
    ...inVariant.keys(),
    ...drawnInBase.keys(),
    ...drawnInVariant.keys(),
  ]);
  const refused = (pair: Pair) => refusalOf(pair, base.trace.refused, variant.trace.refused);
  return [...days].sort().flatMap((on) => {
    const [a, b] = [inBase.get(on) ?? [], inVariant.get(on) ?? []];
    const pairs = paired(leftOver(a, b), leftOver(b, a));
    return stepsOfDay(on, pairs, crossingsOf(drawnInBase.get(on), drawnInVariant.get(on)), refused);
  });
}
