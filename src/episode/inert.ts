/** What is supposed and bears on nothing that a projection answers. */
import { tableFor } from '../engine/own-table';
import type { ModelSpecification } from '../scenario/model-specification';
import { channelOf } from './channels';

/** A supposed event, by its name, that bears on nothing that a projection answers, and why. */
export interface InertSupposition {
  /** Name of the event in the scenario. */
  readonly event: string;
  /** Why it bears on nothing, in words. */
  readonly why: string;
}

/** The supposed events of a scenario that bear on nothing, in their order. */
export function inertSuppositions({
  supposed,
  own,
}: Pick<ModelSpecification, 'supposed' | 'own'>): InertSupposition[] {
  const table = tableFor(own?.rules);
  return supposed.flatMap(({ name, event }) => {
    const channel = channelOf(event.type, table);
    return 'inert' in channel ? [{ event: name, why: channel.inert }] : [];
  });
}
