/**
 * Rules that several families share: about existence, ownership, status and authority.
 *
 * Each maker returns a rule with the family's own code, so that a refusal tells which family refused.
 */
import type { Actor } from '../model/actor';
import {
  allowsInstrument,
  findingsUnder,
  hasFallen,
  probesUnder,
  UNDETERMINED,
  type Instrument,
} from '../model/authority';
import { each } from '../model/column';
import { isDue, type DeadlineKind } from '../model/deadline';
import type { MeasureKind, MeasureLife, MeasureStatus } from '../model/measure';
import type { State } from '../model/state';
import type { FieldRule, Rule } from './action-type';
import { freshId, freshIdBeside, oneOf, optional, TEXT, type Domain } from './domain';

/** Reads a column of the state as a record by id. */
type Column<T> = (state: State) => Readonly<Record<string, T>>;
/** Reads the column in which a subject stands; of the columns of one family it may be any. */
type ColumnOf<T> = (state: State, subject: string) => Readonly<Record<string, T>>;

/** The ids of a column, as candidates for a subject. */
export function idsOf<T>(column: Column<T>): (state: State) => readonly string[] {
  return (state) => Object.keys(column(state));
}

/** The subject must exist in its column. */
export function mustExist<T>(family: string, noun: string, column: ColumnOf<T>): Rule {
  return {
    code: `${family}/unknown`,
    rule: `A move needs an existing ${noun}.`,
    source: 'stylised',
    stops: true,
    violated: (state, _actor, subject) =>
      Object.hasOwn(column(state, subject), subject) ? null : { given: subject },
  };
}

/** The subject must satisfy a condition; `facts` reports what it is instead. */
export function mustBe<T>(
  column: ColumnOf<T>,
  rule: Pick<Rule, 'code' | 'rule' | 'source' | 'lasting'>,
  holds: (item: T, state: State, actor: Actor) => boolean,
  facts: (item: T) => Record<string, string | number | boolean | null>,
): Rule {
  return {
    ...rule,
    violated: (state, actor, subject) => {
      const item = column(state, subject)[subject];
      return item === undefined || holds(item, state, actor) ? null : facts(item);
    },
  };
}

/** Column of the measures of one kind. */
export function measures(kind: MeasureKind): Column<MeasureLife> {
  return (state) => state[kind];
}

/** Only the party that imposed a measure may change it, and no executive act changes a rate set by statute. */
export function ownMeasure(family: string, kind: MeasureKind): readonly Rule[] {
  return [
    mustBe(
      measures(kind),
      {
        code: `${family}/not-the-imposer`,
        rule: 'Only the party that imposed a measure can change it.',
        source: 'stylised',
        lasting: true,
      },
      (measure, _state, actor) => measure.imposer === actor,
      (measure) => ({ imposer: measure.imposer }),
    ),
    mustBe(
      measures(kind),
      {
        code: `${family}/statutory`,
        rule: 'An executive act cannot change what a statute sets by itself.',
        source: 'stylised',
        lasting: true,
      },
      (measure, state) => state.authorities[measure.authority]?.instruments.length !== 0,
      (measure) => ({ authority: measure.authority }),
    ),
  ];
}

/** Statuses as a sentence lists them: `scheduled, in force or suspended`; by their own words, where they have some. */
export function statusWords(
  statuses: readonly string[],
  words: Readonly<Record<string, string>> = {},
): string {
  const said = statuses.map((status) => words[status] ?? status.replaceAll('-', ' '));
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} or ${said.slice(-1).join('')}`;
}

/** The measure must be in one of the given statuses. */
export function statusIn(
  family: string,
  kind: MeasureKind,
  verb: string,
  ...allowed: readonly MeasureStatus[]
): Rule {
  return mustBe(
    measures(kind),
    {
      code: `${family}/wrong-status`,
      rule: `Only a measure that is ${statusWords(allowed)} can ${verb}.`,
      source: 'stylised',
    },
    (measure) => allowed.includes(measure.status),
    (measure) => ({ status: measure.status }),
  );
}

/** The calendar may act only on a deadline that has come. */
export function mustBeDue(family: string, kind: DeadlineKind): Rule {
  return {
    code: `${family}/not-due`,
    rule: 'The calendar acts only on a deadline that has come.',
    source: 'stylised',
    settles: true,
    violated: (state, _actor, subject) =>
      isDue(state, kind, subject) ? null : { deadline: kind, today: state.today },
  };
}

/** What enters into force stands on a statute by name. */
const NAMED: Rule = {
  code: 'authority/undetermined',
  rule: 'What stands on no statute by name can be announced, and enters into force once one is named.',
  source: 'stylised',
  stops: true,
  violated: (_state, _actor, subject) => (subject === UNDETERMINED ? { given: subject } : null),
};

/** Rules about the authority on which a new measure is to stand; `open` where it need not be named yet. */
export function authorityRules(instrument: Instrument, open = false): readonly Rule[] {
  const authorities: Column<State['authorities'][string]> = (state) => state.authorities;
  const exists = mustExist('authority', 'legal authority', authorities);
  const { violated } = exists;
  return [
    ...(open
      ? [
          {
            ...exists,
            violated: (state: State, actor: Actor, subject: string) =>
              subject === UNDETERMINED ? null : violated(state, actor, subject),
          },
        ]
      : [NAMED, exists]),
    mustBe(
      authorities,
      {
        code: 'authority/not-the-owner',
        rule: 'A party can use its own law only.',
        source: 'stylised',
        lasting: true,
      },
      (authority, _state, actor) => authority.owner === actor,
      (authority) => ({ owner: authority.owner }),
    ),
    mustBe(
      authorities,
      {
        code: 'authority/struck-down',
        rule: 'No measure can stand on an authority that a court has struck down.',
        source: 'thompson-hine-court',
      },
      (authority) => !hasFallen(authority, instrument),
      (authority) => ({ standing: authority.standing }),
    ),
    mustBe(
      authorities,
      {
        code: 'authority/wrong-instrument',
        rule: 'A statute carries only the kinds of measure that it provides for.',
        source: 'stylised',
        lasting: true,
      },
      (authority) => authority.instruments.includes(instrument),
      (authority) => ({ instrument, allowed: authority.instruments.join(', ') || 'none' }),
    ),
  ];
}

/** A statute with a procedure carries a measure only after an affirmative finding of its own. */
export const FINDING_FIRST: Rule = mustBe(
  (state) => state.authorities,
  {
    code: 'authority/no-finding',
    rule: 'The statute asks for an investigation with an affirmative finding first.',
    source: 'alston-2022',
  },
  (authority, state) => authority.procedure === 'none' || findingsUnder(state, authority).length > 0,
  (authority) => ({ authority: authority.id, procedure: authority.procedure }),
);

/** The finding that a new measure rests on: one of those made, or null where the statute asks for none. */
export const BASIS: FieldRule = {
  code: 'authority/wrong-basis',
  rule: 'A measure under a statute with a procedure rests on one of its findings, any other on none.',
  source: 'alston-2022',
  domain: (state, _actor, subject) => {
    const authority = state.authorities[subject];
    return authority === undefined || authority.procedure === 'none'
      ? oneOf(null)
      : oneOf(...findingsUnder(state, authority));
  },
};

/** The probe that an announced measure waits for or rests on: an announcement may come before the finding. */
export const ANNOUNCED_BASIS: FieldRule = {
  code: 'authority/wrong-basis',
  rule: 'An announced measure under a statute with a procedure names an investigation under it, any other none.',
  source: 'alston-2022',
  domain: (state, _actor, subject) => {
    const authority = state.authorities[subject];
    return authority === undefined || authority.procedure === 'none'
      ? oneOf(null)
      : oneOf(...probesUnder(state, authority));
  },
};

/** Ids of authorities that could carry a measure of the actor, as candidates for the subject. */
export function authoritiesFor(
  instrument: Instrument,
  open = false,
): (state: State, actor: Actor) => readonly string[] {
  return (state, actor) => {
    const ids: string[] = [];
    for (const authority of each(state.authorities)) {
      if (actor !== 'US' && actor !== 'CN') break;
      if (allowsInstrument(authority, actor, instrument)) ids.push(authority.id);
    }
    if (open) ids.push(UNDETERMINED);
    return ids;
  };
}

/** An id for something new in a column. */
export function freshIn<T>(family: string, column: Column<T>): FieldRule {
  return {
    code: `${family}/id-taken`,
    rule: 'Something new needs an id of its own.',
    source: 'stylised',
    domain: (state) => freshId(column(state)),
  };
}

const NOBODY: Readonly<Record<string, never>> = /* @__PURE__ */ Object.freeze({});

/** The ids that nothing with a deadline has yet: deadlines name their subject by its id alone. */
export const freshSubjectIds = (state: State): Domain => freshSubjectIdsBeside(state, NOBODY);

/** As {@link freshSubjectIds}, without the ids of what comes at once with it. */
export function freshSubjectIdsBeside(state: State, besides: Readonly<Record<string, unknown>>): Domain {
  return freshIdBeside(
    state.truce.id,
    besides,
    state.tariff,
    state.control,
    state.portFee,
    state.listing,
    state.probes,
    state.commitments,
    state.undertakings,
    state.pledges,
    state.blockingOrders ?? NOBODY,
    state.reliefs ?? NOBODY,
  );
}

/** An id that no measure, probe, commitment, undertaking, pledge or truce has. */
export function freshSubject(family: string): FieldRule {
  return {
    code: `${family}/id-taken`,
    rule: 'Something new needs an id of its own.',
    source: 'stylised',
    domain: freshSubjectIds,
  };
}

/** A text for people. */
export const FREE_TEXT: FieldRule = {
  code: 'text/too-long',
  rule: 'A text has at most 400 characters.',
  source: 'stylised',
  domain: () => TEXT,
  constant: TEXT,
};

/** A field rule with a fixed domain. */
export function always(code: string, rule: string, domain: Domain, source = 'stylised'): FieldRule {
  return { code, rule, source, domain: () => domain, constant: domain };
}

/** The rule of a field that events may leave out. */
export function mayBeLeftOut({ code, rule, source, domain, constant }: FieldRule): FieldRule {
  return {
    code,
    rule,
    source,
    optional: true,
    domain: (state, actor, subject, table) => orAbsent(domain(state, actor, subject, table)),
    ...(constant === undefined ? {} : { constant: orAbsent(constant) }),
  };
}

const orAbsent = (domain: Domain): Domain =>
  domain.kind === 'optional' || domain.kind === 'absent' ? domain : optional(domain);

/** Rule texts of a field whose domain depends on the state. */
export function depends(
  code: string,
  rule: string,
  domain: FieldRule['domain'],
  source = 'stylised',
): FieldRule {
  return { code, rule, source, domain };
}
