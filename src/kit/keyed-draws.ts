/**
 * Draws that are looked up, not rolled: a value depends on the seed, the episode, the name of the drawer and purpose,
 * and the occasion, and on nothing else. So a changed policy moves no other draw (common random numbers), episodes can
 * be split over workers at will, and any one of them can be replayed alone.
 *
 * The generator is Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as
 * 1, 2, 3", SC11), a keyed bijection of 64-bit counters with published test vectors.
 */
/// <reference path="./seedrandom.d.ts" />
import alea from 'seedrandom/lib/alea.js';
import { exp, normalQuantile } from './portable-math';
import { triangularQuantile } from './statistics';

/** Two 32-bit words. */
export type WordPair = readonly [number, number];

/** The two 32-bit words that stand for the user's seed text. */
export type RootKey = WordPair;

/** Draws keyed by (seed, episode, name, occasion); the order of calls never matters. */
export interface Draws {
  /**
   * Uniform in [0, 1), a multiple of 2^-53.
   * @param episode number of the episode, a whole number from 0 to 2^32 - 1
   * @param name who draws, for what, for example `court/ruling`
   * @param occasion how often it has been drawn before, or the day, a whole number from 0 to 2^32 - 1; 0 when left out
   * @throws RangeError when episode or occasion is not such a number.
   */
  uniform(episode: number, name: string, occasion?: number): number;
  /** The key of a name, the same object for the same name: who draws it every day looks it up once. */
  keyOf(name: string): StreamKey;
  /** As `uniform` of the name of the key, with arguments that are in range. */
  uniformOf(key: StreamKey, episode: number, occasion: number): number;
  /** As `normal` of the name of the key, with arguments that are in range. */
  normalOf(key: StreamKey, episode: number, occasion: number): number;
  /** Standard normal: the quantile of the uniform draw of the same key. */
  normal(episode: number, name: string, occasion?: number): number;
  /** Triangular on [low, high] with its peak at `central`. @throws RangeError when not low <= central <= high. */
  triangular(
    low: number,
    central: number,
    high: number,
    episode: number,
    name: string,
    occasion?: number,
  ): number;
  /** Lognormal with this median and this standard deviation of its logarithm. */
  lognormal(median: number, logSd: number, episode: number, name: string, occasion?: number): number;
}

/** The key of a named stream under a seed. */
export type StreamKey = WordPair;

/** One drawer's draws in one episode; without an argument each call is the next occasion, from 0. */
export interface Stream {
  /** Uniform in [0, 1). A stated occasion is read without moving the running count. */
  uniform(occasion?: number): number;
}

const SKEIN_PARITY = 0x1bd11bda;

/** The cipher: encrypts the counter (c0, c1) under the key (k0, k1) into `out`, two little-endian words. */
function encrypt(c0: number, c1: number, k0: number, k1: number, out: DataView): void {
  let a = k0;
  let b = k1;
  let c = SKEIN_PARITY ^ k0 ^ k1;
  let x = (c0 + a) | 0;
  let y = (c1 + b) | 0;
  for (let injection = 1; injection <= 5; injection++) {
    if ((injection & 1) === 1) {
      x = (x + y) | 0;
      y = ((y << 13) | (y >>> 19)) ^ x;
      x = (x + y) | 0;
      y = ((y << 15) | (y >>> 17)) ^ x;
      x = (x + y) | 0;
      y = ((y << 26) | (y >>> 6)) ^ x;
      x = (x + y) | 0;
      y = ((y << 6) | (y >>> 26)) ^ x;
    } else {
      x = (x + y) | 0;
      y = ((y << 17) | (y >>> 15)) ^ x;
      x = (x + y) | 0;
      y = ((y << 29) | (y >>> 3)) ^ x;
      x = (x + y) | 0;
      y = ((y << 16) | (y >>> 16)) ^ x;
      x = (x + y) | 0;
      y = ((y << 24) | (y >>> 8)) ^ x;
    }
    const spent = a;
    a = b;
    b = c;
    c = spent;
    x = (x + a) | 0;
    y = (y + b + injection) | 0;
  }
  out.setInt32(0, x, true);
  out.setInt32(4, y, true);
}

/**
 * Threefry-2x32 with 20 rounds: the counter encrypted under the key, as two unsigned 32-bit words.
 * Inputs are taken modulo 2^32.
 */
export function threefry2x32(counter: WordPair, key: WordPair): WordPair {
  const out = new DataView(new ArrayBuffer(8));
  encrypt(counter[0] | 0, counter[1] | 0, key[0] | 0, key[1] | 0, out);
  return [out.getUint32(0, true), out.getUint32(4, true)];
}

/**
 * The root key of a seed text: the first two words of the Alea generator (J. Baagøe) seeded with it. Any text is a
 * seed, the empty one too.
 */
export function rootKey(seed: string): RootKey {
  const generator = alea(seed);
  return [generator.int32() >>> 0, generator.int32() >>> 0];
}

/**
 * The key of a named stream: Threefry chained over the name's UTF-16 code units, four to a block, and its length
 * (the construction of Matyas, Meyer and Oseas), starting from the root key. 64 bits, so that two of a thousand names
 * share a key with a chance of about 3e-14.
 */
function streamKey(root: RootKey, name: string): WordPair {
  let key: WordPair = root;
  const unit = (i: number) => (i < name.length ? name.charCodeAt(i) : 0);
  for (let i = 0; i < name.length; i += 4) {
    key = chain(key, [unit(i) | (unit(i + 1) << 16), unit(i + 2) | (unit(i + 3) << 16)]);
  }
  return chain(key, [name.length, -1]);
}

function chain(key: WordPair, block: WordPair): WordPair {
  const [x, y] = threefry2x32(block, key);
  return [(x ^ block[0]) >>> 0, (y ^ block[1]) >>> 0];
}

const TWO_POW_26 = 67108864;
const TWO_POW_MINUS_53 = 1.1102230246251565e-16;
const TWO_POW_MINUS_54 = 5.551115123125783e-17;

function refuseCount(count: number, what: string): never {
  throw new RangeError(`the ${what} of a draw must be a whole number from 0 to 4294967295, not ${count}`);
}

/** A uniform 0 stands for [0, 2^-53); its middle keeps the quantile finite. */
const quantileOf = (u: number) => normalQuantile(Math.max(u, TWO_POW_MINUS_54));

class KeyedDraws implements Draws {
  private readonly root: RootKey;
  private readonly keys = new Map<string, WordPair>();
  private readonly words = new DataView(new ArrayBuffer(8));

  constructor(seed: string) {
    this.root = rootKey(seed);
  }

  keyOf(name: string): WordPair {
    const known = this.keys.get(name);
    if (known !== undefined) return known;
    const key = streamKey(this.root, name);
    this.keys.set(name, key);
    return key;
  }

  uniform(episode: number, name: string, occasion = 0): number {
    if (episode >>> 0 !== episode) refuseCount(episode, 'episode');
    if (occasion >>> 0 !== occasion) refuseCount(occasion, 'occasion');
    return this.uniformOf(this.keyOf(name), episode, occasion);
  }

  uniformOf(key: StreamKey, episode: number, occasion: number): number {
    encrypt(episode | 0, occasion | 0, key[0] | 0, key[1] | 0, this.words);
    const high = this.words.getUint32(0, true) >>> 5;
    const low = this.words.getUint32(4, true) >>> 6;
    return (high * TWO_POW_26 + low) * TWO_POW_MINUS_53;
  }

  normal(episode: number, name: string, occasion = 0): number {
    return quantileOf(this.uniform(episode, name, occasion));
  }

  normalOf(key: StreamKey, episode: number, occasion: number): number {
    return quantileOf(this.uniformOf(key, episode, occasion));
  }

  triangular(
    low: number,
    central: number,
    high: number,
    episode: number,
    name: string,
    occasion = 0,
  ): number {
    return triangularQuantile(this.uniform(episode, name, occasion), low, central, high);
  }

  lognormal(median: number, logSd: number, episode: number, name: string, occasion = 0): number {
    return median * exp(logSd * this.normal(episode, name, occasion));
  }
}

/**
 * All draws of one seed. The same seed text gives the same values on every machine; names are remembered, so use a
 * bounded set of them.
 */
export function createDraws(seed: string): Draws {
  return new KeyedDraws(seed);
}

/** The draws of one drawer in one episode, counted as they are taken. */
export function streamOf(draws: Draws, episode: number, name: string): Stream {
  let next = 0;
  return {
    uniform: (occasion?: number) => draws.uniform(episode, name, occasion ?? next++),
  };
}
