/**
 * The Alea generator alone. The package's main file also asks for Node's `crypto`, which the core must not;
 * `@types/seedrandom` describes only that main file.
 */
declare module 'seedrandom/lib/alea.js' {
  /** A generator seeded by the text; `int32` gives 32 bits as a signed integer. */
  export default function alea(seed: string): { int32(): number };
}
