/** The runner that Stryker loads, as far as tests use it. */
export declare const strykerPlugins: readonly {
  readonly injectableClass: new () => {
    /** Bundles the suites. */
    init(): Promise<void>;
    /** Absolute paths of the files whose tests it understands; runs none. Needs `init`. */
    files(): readonly string[];
    /** Runs every test once, without a mutant. Needs `init`. */
    dryRun(options: object): {
      readonly tests: readonly {
        readonly name: string;
        /** Why it failed; missing where it passed. */
        readonly failureMessage?: string;
      }[];
    };
  };
}[];
