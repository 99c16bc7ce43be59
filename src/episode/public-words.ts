/**
 * Public words: threats that a side made in public, and what became of them. Audiences hear them, before the first day and since.
 */
import type { ResolveSignal } from '../actions/action-type';
import type { EventBase } from '../actions/index';
import {
  accumulateAudience,
  backDown,
  decayAudience,
  honour,
  postpone,
  type BackDown,
} from '../bargaining/audience';
import type { PartyId } from '../model/actor';
import type { MeasureLife } from '../model/measure';
import type { Parameters } from '../model/parameters';

/** A threat in public, or what its author did about one. */
export interface PublicWord {
  readonly by: PartyId;
  readonly signal: ResolveSignal;
  /** Who spoke; what names nobody counts as officials unnamed. */
  readonly voice: unknown;
  /** Whether something was given for it. */
  readonly traded: boolean;
}

/** A word with the number of its day. */
export interface DatedWord extends PublicWord {
  readonly day: number;
}

/**
 * What an event says in public, where its type gives a signal; `before` is the measure as it stood before the event. Null where there
 * was no threat of which something could have become.
 */
export function wordOf(
  event: EventBase,
  before: MeasureLife | undefined,
  signal: ResolveSignal,
): PublicWord | null {
  if (signal !== 'threat' && before?.status !== 'threatened') return null;
  return {
    by: before?.imposer ?? (event.actor === 'CN' ? 'CN' : 'US'),
    signal,
    voice: 'voice' in event ? event.voice : undefined,
    traded: 'traded' in event && event.traded === true,
  };
}

function weightOfVoice(voice: unknown, { audience }: Parameters): number {
  if (voice === 'leader') return audience.leaderVoice;
  return voice === 'spokesperson' ? audience.spokespersonVoice : audience.unnamedVoice;
}

/** What the audience of a side makes of its word: what it takes from the side, and the stock that stays. */
export function heard(stock: number, { signal, voice, traded }: PublicWord, p: Parameters): BackDown {
  const { justified, threatCost } = p.audience;
  switch (signal) {
    case 'threat': {
      const threat = { sizePoints: 1, voice: weightOfVoice(voice, p) };
      return { cost: 0, stockLeft: accumulateAudience(stock, threat, threatCost) };
    }
    case 'execution':
      return honour();
    case 'postponement':
      return postpone(stock, justified, p.threats.postponedWeight);
    case 'withdrawal':
      return traded ? honour() : backDown(stock, justified);
  }
}

/** The audience cost of each side on a day that words before it, in their order, have left, as far as it is remembered: utility points. */
export function audienceOf(words: readonly DatedWord[], day: number, p: Parameters): Record<PartyId, number> {
  const stocks = { US: 0, CN: 0 };
  const since = { US: day, CN: day };
  const passTo = (by: PartyId, on: number) => {
    for (; since[by] < on; since[by] += 1) stocks[by] = decayAudience(stocks[by], p.audience.keptDaily);
  };
  for (const word of words) {
    const { by } = word;
    if (stocks[by] === 0) since[by] = word.day;
    passTo(by, word.day);
    stocks[by] = heard(stocks[by], word, p).stockLeft;
  }
  passTo('US', day);
  passTo('CN', day);
  const { remembered } = p.audience;
  return { US: stocks.US * remembered, CN: stocks.CN * remembered };
}
