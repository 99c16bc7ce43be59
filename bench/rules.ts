/**
 * The rules in place, which no entry of the package exports. A side that is timed is bundled with a copy of its own of them: what it
 * teaches the engine, no other side sees.
 */
import { actionTable, type EventBase } from '../src/actions/index';
import { bringAbout } from '../src/engine/apply';
import type { Draft } from '../src/model/state';

export { stepInPlace } from '../src/engine/apply';
export { isLegal } from '../src/engine/legality';
export { borrowState, copyState } from '../src/model/copy-state';
export { averageTariffPct } from '../src/model/tariff';

/** Writes a legal event into a state or draft, for peers that have asked {@link isLegal} in a place of their own. */
export const applyEvent = (draft: Draft, event: EventBase): boolean =>
  bringAbout(draft, event, actionTable.guards.get(event.type)!);
