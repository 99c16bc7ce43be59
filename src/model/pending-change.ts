/**
 * Pending changes: what has been decided about a measure and does not hold yet.
 *
 * A change may be ordered for a later day, when the calendar brings it about, or be announced while its legal notice is still
 * pending: then nothing changes in law until the notice is given. A measure holds one at a time.
 */

/** A change of a measure for the better of the other side, with its terms. */
export type ChangeTerms =
  | {
      /** A lower rate of a duty. */
      readonly verb: 'cut';
      /** The new ad valorem rate, per cent of customs value, at least 0. */
      readonly ratePct: number;
    }
  | {
      /** Goods taken out of a duty. */
      readonly verb: 'exclude';
      /** Id that the exclusion will have within its duty. */
      readonly exclusion: string;
      /** What list of goods it is, for people. */
      readonly label: string;
      /** Share of bilateral imports that it will take out, 0 to 1; no more than the duty then covers. */
      readonly share: number;
      /** First day no longer excluded, `YYYY-MM-DD`; null for an open end. */
      readonly until: string | null;
    }
  | {
      /** A lower severity of an export control. */
      readonly verb: 'ease';
      /** The new share of the controlled trade denied without a licence, 0 to 1. */
      readonly severity: number;
    }
  | {
      /** Firms taken off a list. */
      readonly verb: 'remove';
      /** Number of those that the act named which are taken off, a whole number from 1. */
      readonly entities: number;
    }
  | {
      /** A measure put aside until a day. */
      readonly verb: 'suspend';
      /** First day no longer suspended, `YYYY-MM-DD`; null for an open end. */
      readonly until: string | null;
    }
  | {
      /** A suspension prolonged. */
      readonly verb: 'extend';
      /** First day no longer suspended after it, `YYYY-MM-DD`; null for an open end. */
      readonly until: string | null;
    }
  | {
      /** A measure given up. */
      readonly verb: 'withdraw';
      /** Whether something is given for it; a threat withdrawn for nothing costs more credibility. */
      readonly traded: boolean;
    };

/** A verb by which a measure may be changed from a later day on. */
export type ChangeVerb = ChangeTerms['verb'];

/** When a change was announced and from when it holds. */
interface Days {
  /** Day on which it was announced or ordered, `YYYY-MM-DD`. */
  readonly announcedOn: string;
  /** The first day on which it holds; null while its legal notice is pending. */
  readonly effectiveOn: string | null;
}

type WithDays<Terms> = Terms extends unknown
  ? { readonly [K in keyof (Terms & Days)]: (Terms & Days)[K] }
  : never;

/** A change that does not hold yet. */
export type PendingChange = WithDays<ChangeTerms>;

/** What the deadline of a pending change names. */
export function changeKey({ id }: { readonly id: string }): string {
  return `${id}#change`;
}

/** Whether a longer suspension of a measure was announced that its legal notice has yet to make law. */
export function awaitsNotice({ pending }: { readonly pending?: PendingChange }): boolean {
  return pending?.verb === 'extend' && pending.effectiveOn === null;
}

/** The last day of which a change still has something to give: the day before its own end, where it has one. */
export function lastUseOf(terms: ChangeTerms): string | null {
  return terms.verb === 'suspend' || terms.verb === 'exclude' ? terms.until : null;
}
