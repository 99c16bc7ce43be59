/** A scene: what the sentence of an event is made from, and who acts in it. */
import type { ActionType } from '../../actions/index';
import type { Actor } from '../../model/actor';
import type { State } from '../../model/state';
import type { BareFacts } from '../../facts/bare';
import { capitalOf } from './text';

/** What a sentence is made from: the state on either side of the event, and the facts for names. */
export interface Scene {
  readonly before: State;
  readonly after: State;
  readonly facts: BareFacts;
  /** Action types by name, where some are a user's own. */
  readonly types?: ReadonlyMap<string, ActionType> | undefined;
}

/** Who acts, as a newspaper says it. */
export function actorName(facts: BareFacts, actor: Actor): string {
  switch (actor) {
    case 'US':
    case 'CN':
      return capitalOf(facts, actor);
    case 'both':
      return 'Both sides';
    case 'court':
      return 'A court';
    case 'market':
      return 'The market';
    case 'third-country':
      return 'Others';
    case 'calendar':
      return 'The calendar';
  }
}
