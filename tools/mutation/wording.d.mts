import type { Ignorer } from '@stryker-mutator/api/ignore';

/** What is left alone, as plugins of Stryker. */
export const strykerPlugins: readonly {
  readonly kind: 'Ignore';
  readonly name: string;
  readonly value: Ignorer;
}[];
