/** Settings with what stands for those that were not given. */

/**
 * Settings with the defaults of those that are absent or undefined: `withDefaults({ runs: 1 }, { runs: undefined })` has one run.
 */
export function withDefaults<D extends object, S extends { readonly [K in keyof D]?: D[K] | undefined }>(
  defaults: D,
  settings: S,
): D & Omit<S, keyof D> {
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  // What stands under a name is the default or a setting that is not undefined, which the filter does not tell the compiler.
  return { ...defaults, ...Object.fromEntries(given) } as unknown as D & Omit<S, keyof D>;
}
