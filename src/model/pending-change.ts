/**
 * Pending changes: what has been decided about a measure and does not hold yet.
 *
 * A change may be ordered for a later day, when the calendar brings it about, or be announced while its legal notice is still
 * pending: then nothing changes in law until the notice is given. A measure holds one at a time.
 */

/** A change of a measure for the better of the other side, with its terms. */
export type ChangeTerms =
  | { readonly verb: 'cut'; readonly ratePct: number }
  | {
      readonly verb: 'exclude';
      readonly exclusion: string;
      readonly label: string;
      readonly share: number;
      readonly until: string | null;
    }
  | { readonly verb: 'ease'; readonly severity: number }
  | { readonly verb: 'remove'; readonly entities: number }
  | { readonly verb: 'suspend'; readonly until: string | null }
  | { readonly verb: 'extend'; readonly until: string | null }
  | { readonly verb: 'withdraw'; readonly traded: boolean };

/** A verb by which a measure may be changed from a later day on. */
export type ChangeVerb = ChangeTerms['verb'];

/** When a change was announced and from when it holds. */
interface Days {
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
