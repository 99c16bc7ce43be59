/** The types of scenarios, compiled from their schemas. Do not edit: run `npm run forms`. */
import type { Condition } from '../model/condition';

/** One outcome class: exclusive, exhaustive, resolvable. */
export type OutcomeClass = {
  /** Id of the class. */
  id: string;
  /** What people call it. */
  title: string;
  /** What it would mean. */
  meaning: string;
  /** The question that a judge would answer with yes or no. */
  question: string;
  /** Day on which the question is settled. */
  resolvesOn: string;
  /** The source to consult. */
  consult: string;
  /** What decides a doubtful case. */
  tie: string;
  /** The ends that belong to the class. */
  when: Condition;
  /**
   * The class for which past meetings are coded that this one is; it is pooled with their base
   * rate.
   */
  coded?: 'escalation' | 'no-deal' | 'truce' | 'rollback' | 'comprehensive' | undefined;
};

/** A scenario, complete. */
export type Scenario = {
  /** Id, the name of the file. */
  id: string;
  /** Title. */
  title: string;
  /** The question it asks. */
  question: string;
  /** What is supposed and why it matters. */
  about: string;
  /** The first day; nothing later than this is known. */
  asOf: string;
  /** The last day: after asOf, at most 20 years. */
  horizon: string;
  /** Tariffs newer than this day count as pain. */
  painSince: string;
  /** The leaders' meeting, by id in the facts. */
  meeting: string;
  /** Issues on the table. */
  agenda: string[];
  /** The decision rule of each party. */
  policies: {
    /** Id of the policy of the United States. */
    US: 'status-quo' | 'scripted' | 'uniform-random' | 'tit-for-tat' | 'hard-liner' | 'conciliator' | 'crisis-game';
    /** Id of the policy of China. */
    CN: 'status-quo' | 'scripted' | 'uniform-random' | 'tit-for-tat' | 'hard-liner' | 'conciliator' | 'crisis-game';
  };
  /** Two experts' hypotheses as settings. */
  hypotheses: {
    /** China does not give up rare earths as a lever. */
    leverKept: boolean;
    /** A deal validates coercion and a failure worsens relations. */
    gambitValidated: boolean;
  };
  /** Authorities it does without. */
  withoutAuthorities: string[];
  /** What is supposed to happen, by name. */
  events: Record<string, {
    /** Day of the event. */
    on: string;
    /** Who acts. */
    actor: 'US' | 'CN' | 'both' | 'court' | 'market' | 'third-country';
    /** Action type, as `detente actions` lists them. */
    type: string;
    [field: string]: unknown;
  }>;
  /** Changed weights and red lines. */
  issues: Record<string, {
    /** Worth to the receiver, points. */
    benefit?: number | undefined;
    /** Cost to the giver, points. */
    cost?: number | undefined;
    /** Red line of the giver, 0 to 1. */
    cap?: number | undefined;
  }>;
  /** Changed parameters: a number or a range. */
  parameters: Record<string, number | {
    /** Low end of the range, in the unit of the parameter. */
    low: number;
    /** Central value, the mode of the triangle from which it is drawn. */
    central: number;
    /** High end of the range; equal to low for what is not drawn. */
    high: number;
  }>;
  /** What it rests on beside the facts. */
  assumptions: string[];
  /** Outcome classes in order of escalation. */
  outcomes: OutcomeClass[];
  /**
   * Up to this day the events have happened, and nothing else of parties and chance; asOf unless
   * told.
   */
  today?: string | undefined;
  /**
   * The order in which the classes are asked: the first that holds is the class. Without it each
   * end has to belong to exactly one.
   */
  precedence?: string[] | undefined;
};

/** What a scenario file holds: a scenario, or its difference from one that it extends. */
export type ScenarioFile = {
  /** Id, the name of the file. */
  id: string;
  /** The scenario that it differs from. */
  extends?: string | undefined;
  /** Title. */
  title?: string | null | undefined;
  /** The question it asks. */
  question?: string | null | undefined;
  /** What is supposed and why it matters. */
  about?: string | null | undefined;
  /** The first day; nothing later than this is known. */
  asOf?: string | null | undefined;
  /** The last day: after asOf, at most 20 years. */
  horizon?: string | null | undefined;
  /** Tariffs newer than this day count as pain. */
  painSince?: string | null | undefined;
  /** The leaders' meeting, by id in the facts. */
  meeting?: string | null | undefined;
  /** Issues on the table. */
  agenda?: string[] | null | undefined;
  /** The decision rule of each party. */
  policies?: {
    /** Id of the policy of the United States. */
    US: 'status-quo' | 'scripted' | 'uniform-random' | 'tit-for-tat' | 'hard-liner' | 'conciliator' | 'crisis-game';
    /** Id of the policy of China. */
    CN: 'status-quo' | 'scripted' | 'uniform-random' | 'tit-for-tat' | 'hard-liner' | 'conciliator' | 'crisis-game';
  } | null | undefined;
  /** Two experts' hypotheses as settings. */
  hypotheses?: {
    /** China does not give up rare earths as a lever. */
    leverKept: boolean;
    /** A deal validates coercion and a failure worsens relations. */
    gambitValidated: boolean;
  } | null | undefined;
  /** Authorities it does without. */
  withoutAuthorities?: string[] | null | undefined;
  /** What is supposed to happen, by name. */
  events?: Record<string, {
    /** Day of the event. */
    on: string;
    /** Who acts. */
    actor: 'US' | 'CN' | 'both' | 'court' | 'market' | 'third-country';
    /** Action type, as `detente actions` lists them. */
    type: string;
    [field: string]: unknown;
  } | null> | null | undefined;
  /** Changed weights and red lines. */
  issues?: Record<string, {
    /** Worth to the receiver, points. */
    benefit?: number | undefined;
    /** Cost to the giver, points. */
    cost?: number | undefined;
    /** Red line of the giver, 0 to 1. */
    cap?: number | undefined;
  } | null> | null | undefined;
  /** Changed parameters: a number or a range. */
  parameters?: Record<string, number | {
    /** Low end of the range, in the unit of the parameter. */
    low: number;
    /** Central value, the mode of the triangle from which it is drawn. */
    central: number;
    /** High end of the range; equal to low for what is not drawn. */
    high: number;
  } | null> | null | undefined;
  /** What it rests on beside the facts. */
  assumptions?: string[] | null | undefined;
  /** Outcome classes in order of escalation. */
  outcomes?: OutcomeClass[] | null | undefined;
  /**
   * Up to this day the events have happened, and nothing else of parties and chance; asOf unless
   * told.
   */
  today?: string | null | undefined;
  /**
   * The order in which the classes are asked: the first that holds is the class. Without it each
   * end has to belong to exactly one.
   */
  precedence?: string[] | null | undefined;
};
