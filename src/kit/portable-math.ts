/**
 * Transcendental functions that give the same bits on every engine.
 *
 * ECMAScript leaves `Math.exp`, `Math.log` and `Math.pow` to the implementation, and engines do differ in the last
 * bit; one bit is enough to flip a draw and with it a digest. These are ports of FDLIBM (Sun Microsystems, 1993, freely
 * usable with notice: "Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun
 * Microsystems, Inc. business. Permission to use, copy, modify, and distribute this software is freely granted,
 * provided that this notice is preserved."), which need only + - * /, comparison and the bits of a double.
 * The normal distribution follows FDLIBM's `erfc`, Wichura's algorithm AS 241 (Applied Statistics 37, 1988) and
 * Plackett's integral (Biometrika 41, 1954) with the quadrature of Drezner and Wesolowsky as used by Genz (2004).
 */

// A DataView names its byte order, so the high word is the high word on any machine.
const bits = /* @__PURE__ */ new DataView(new ArrayBuffer(8));

/** Sign, exponent and the 20 leading bits of the fraction, as a signed 32-bit integer. */
function highWord(x: number): number {
  bits.setFloat64(0, x, true);
  return bits.getInt32(4, true);
}

/** The leading 26 bits of x (Veltkamp's splitting), so that products of two leading parts are exact; |x| < 2^990. */
function leadingPart(x: number): number {
  const shifted = 134217729 * x;
  return shifted - (shifted - x);
}

const LEAST_EXPONENT = -1074;

// Looked up rather than assembled from words: a store of halves followed by a load of the whole stalls.
const powersOfTwo = /* @__PURE__ */ (() => {
  const table = new Float64Array(1024 - LEAST_EXPONENT);
  let power = Number.MIN_VALUE;
  for (let i = 0; i < table.length; i++, power *= 2) table[i] = power;
  return table;
})();

/** 2^k for whole -1074 <= k <= 1023. */
function powerOfTwo(k: number): number {
  return powersOfTwo[k - LEAST_EXPONENT] ?? Number.NaN;
}

const LEAST_NORMAL = 2.2250738585072014e-308;
const TWO_POW_1023 = 8.98846567431158e307;
const TWO_POW_MINUS_1000 = 9.332636185032189e-302;
const TWO_POW_54 = 18014398509481984;

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;

const EXP_OVERFLOW = 7.09782712893383973096e2;
const EXP_UNDERFLOW = -7.4513321910194110842e2;

/** y·2^k, also where 2^k itself is not a normal double. */
function scaleByPowerOfTwo(y: number, k: number): number {
  if (k > 1023) return y * 2 * TWO_POW_1023;
  if (k >= -1021) return y * powerOfTwo(k);
  return y * powerOfTwo(k + 1000) * TWO_POW_MINUS_1000;
}

/** The kernel shared by exp and pow: x - x²(P1 + x²(P2 + …)), Remez on [0, 0.34658]. */
function expKernel(x: number): number {
  const t = x * x;
  const tail = 6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8);
  return x - t * (1.66666666666666019037e-1 + t * (-2.77777777770155933842e-3 + t * tail));
}

// FDLIBM's limits of argument reduction, 0.5 ln 2 and 1.5 ln 2 cut to a high word.
const HALF_LN2 = 0.3465735912322998;
const THREE_HALVES_LN2 = 1.0397205352783203;

/** The whole number of ln 2 taken off x, for |x| >= HALF_LN2: x/ln 2 rounded to nearest. */
function octaves(x: number): number {
  if (Math.abs(x) < THREE_HALVES_LN2) return x < 0 ? -1 : 1;
  return (INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5)) | 0;
}

/** e^x, within 1 ulp (FDLIBM e_exp.c). Infinity above 709.78, 0 below -745.13; NaN gives NaN. */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > EXP_OVERFLOW) return Infinity;
  if (x < EXP_UNDERFLOW) return 0;
  if (Math.abs(x) < HALF_LN2) {
    const c = expKernel(x);
    return 1 - ((x * c) / (c - 2) - x);
  }
  // FDLIBM misses the last bit of e itself.
  if (x === 1) return 2.718281828459045;
  const k = octaves(x);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const reduced = high - low;
  const c = expKernel(reduced);
  return scaleByPowerOfTwo(1 - (low - (reduced * c) / (2 - c) - high), k);
}

/** The FDLIBM correction series for e^x - 1, in half of x². */
function expm1Kernel(hxs: number): number {
  const tail =
    -7.93650757867487942473e-5 + hxs * (4.00821782732936239552e-6 + hxs * -2.01099218183624371326e-7);
  return 1 + hxs * (-3.33333333333331316428e-2 + hxs * (1.58730158725481460165e-3 + hxs * tail));
}

/** e^x - 1 without cancellation near 0, within 1 ulp (FDLIBM s_expm1.c). NaN gives NaN. */
export function expm1(x: number): number {
  if (x !== x) return x;
  if (x > EXP_OVERFLOW) return Infinity;
  const size = Math.abs(x);
  if (size < 5.551115123125783e-17) return x;
  // Below -56 ln 2 nothing is left of e^x beside the 1.
  if (x < -38.816) return -1;
  let k = 0;
  let reduced = x;
  let c = 0;
  if (size >= HALF_LN2) {
    k = octaves(x);
    const high = x - k * LN2_HIGH;
    const low = k * LN2_LOW;
    reduced = high - low;
    c = high - reduced - low;
  }
  const half = 0.5 * reduced;
  const halfSquare = reduced * half;
  const r = expm1Kernel(halfSquare);
  const t = 3 - r * half;
  const e = halfSquare * ((r - t) / (6 - reduced * t));
  if (k === 0) return reduced - (reduced * e - halfSquare);
  return scaledExpm1(reduced, reduced * (e - c) - c - halfSquare, k);
}

/** Puts the 2^k back, in the order that loses least for this k. */
function scaledExpm1(x: number, e: number, k: number): number {
  if (k === -1) return 0.5 * (x - e) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
  if (k <= -2 || k > 56) return scaleByPowerOfTwo(1 - (e - x), k) - 1;
  if (k < 20) return (1 - powerOfTwo(-k) - (e - x)) * powerOfTwo(k);
  return (x - (e + powerOfTwo(-k)) + 1) * powerOfTwo(k);
}

/** Natural logarithm, within 1 ulp (FDLIBM e_log.c). log(0) is -Infinity; NaN for a negative number. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  if (x < LEAST_NORMAL) return logOfNormal(x * TWO_POW_54, -54);
  return logOfNormal(x, 0);
}

/** log(x 2^shift) for a normal x. */
function logOfNormal(x: number, shift: number): number {
  const high = highWord(x);
  const mantissa = high & 0xfffff;
  // Taken to [sqrt(1/2), sqrt(2)], so that f is small on either side of 0.
  const exponent = (high >> 20) - 1023 + ((mantissa + 0x95f64) >> 20);
  const f = x * powerOfTwo(-exponent) - 1;
  const k = exponent + shift;
  if ((0xfffff & (2 + mantissa)) < 3) return logNearPowerOfTwo(f, k);
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const oddTail = 2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.47981986051165859e-1);
  const r = z * (6.66666666666673513e-1 + w * oddTail) + even;
  if (((mantissa - 0x6147a) | (0x6b851 - mantissa)) > 0) {
    const halfSquare = 0.5 * f * f;
    if (k === 0) return f - (halfSquare - s * (halfSquare + r));
    return k * LN2_HIGH - (halfSquare - (s * (halfSquare + r) + k * LN2_LOW) - f);
  }
  if (k === 0) return f - s * (f - r);
  return k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}

/** log(2^k (1 + f)) for |f| < 2^-20, where two terms of the series suffice. */
function logNearPowerOfTwo(f: number, k: number): number {
  if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
  const r = f * f * (0.5 - 0.33333333333333333 * f);
  return k === 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
}

/**
 * log(1 + x) without cancellation near 0, within 2 ulp (the correction of Kahan, as in Goldberg, "What Every Computer
 * Scientist Should Know About Floating-Point Arithmetic", 1991, theorem 4). -Infinity at -1, NaN below.
 */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1 || u === Infinity) return x;
  return u > 0 ? log(u) - (u - 1 - x) / u : log(u);
}

/** Whether |y| is an odd integer, which decides the sign of a negative number's power. */
function isOddInteger(y: number): boolean {
  return Math.abs(y) <= Number.MAX_SAFE_INTEGER && Math.abs(y) % 2 === 1;
}

/** The powers that need no arithmetic, or undefined when they do. */
function specialPower(x: number, y: number): number | undefined {
  if (y === 0) return 1;
  if (x !== x || y !== y) return Number.NaN;
  if (y === 1) return x;
  if (y === Infinity || y === -Infinity) return infinitePower(Math.abs(x), y);
  const size = Math.abs(x);
  if (size !== 0 && size !== 1 && size !== Infinity) {
    return x < 0 && !Number.isInteger(y) ? Number.NaN : undefined;
  }
  const magnitude = y < 0 ? 1 / size : size;
  const negative = x < 0 || Object.is(x, -0);
  if (negative && isOddInteger(y)) return -magnitude;
  return x === -1 && !Number.isInteger(y) ? Number.NaN : magnitude;
}

function infinitePower(size: number, y: number): number {
  // ECMAScript, unlike C, leaves (±1)^(±Infinity) undefined.
  if (size === 1) return Number.NaN;
  return size > 1 === y > 0 ? Infinity : 0;
}

const CP = 9.61796693925975554329e-1;
const CP_HIGH = 9.61796700954437255859e-1;
const CP_LOW = -7.02846165095275826516e-9;
const LN2 = 6.93147180559945286227e-1;
const LN2_LEADING = 6.93147182464599609375e-1;
const LN2_TRAILING = -1.90465429995776804525e-9;

/** log2 of a positive number in two parts, the leading one short. Overwritten by each call, to allocate nothing. */
const log2Parts = { leading: 0.5, trailing: 0.5 };

function splitLog2(size: number): void {
  const subnormal = size < LEAST_NORMAL;
  const normal = subnormal ? size * TWO_POW_54 : size;
  const high = highWord(normal);
  const mantissa = high & 0xfffff;
  // Below sqrt(3/2) x is measured from 1, below sqrt(3) from 3/2, above it from 1 one octave up.
  const exponent = (high >> 20) - 1023 + (mantissa >= 0xbb67a ? 1 : 0);
  const fraction = normal * powerOfTwo(-exponent);
  const fromThreeHalves = mantissa > 0x3988e && mantissa < 0xbb67a;
  splitLog2OfFraction(fraction, subnormal ? exponent - 54 : exponent, fromThreeHalves);
}

function splitLog2OfFraction(ax: number, n: number, fromThreeHalves: boolean): void {
  const base = fromThreeHalves ? 1.5 : 1;
  const u = ax - base;
  const v = 1 / (ax + base);
  const ss = u * v;
  const sHigh = leadingPart(ss);
  const tHigh = leadingPart(ax + base);
  const tLow = ax - (tHigh - base);
  const sLow = v * (u - sHigh * tHigh - sHigh * tLow);
  const s2 = ss * ss;
  const r = s2 * s2 * log2Series(s2) + sLow * (sHigh + ss);
  const sHighSquare = sHigh * sHigh;
  const cubeHigh = leadingPart(3 + sHighSquare + r);
  const cubeLow = r - (cubeHigh - 3 - sHighSquare);
  const uu = sHigh * cubeHigh;
  const vv = sLow * cubeHigh + cubeLow * ss;
  const pHigh = leadingPart(uu + vv);
  const pLow = vv - (pHigh - uu);
  const zHigh = CP_HIGH * pHigh;
  const zLow = CP_LOW * pHigh + pLow * CP + (fromThreeHalves ? 1.35003920212974897128e-8 : 0);
  const offset = fromThreeHalves ? 5.84962487220764160156e-1 : 0;
  const leading = leadingPart(zHigh + zLow + offset + n);
  log2Parts.leading = leading;
  log2Parts.trailing = zLow - (leading - n - offset - zHigh);
}

function log2Series(s2: number): number {
  const tail = 2.72728123808534006489e-1 + s2 * (2.30660745775561754067e-1 + s2 * 2.06975017800338417784e-1);
  return (
    5.99999999999994648725e-1 +
    s2 * (4.28571428578550184252e-1 + s2 * (3.33333329818377432918e-1 + s2 * tail))
  );
}

/** 2^(high + low) for a sum within the exponent range. */
function exp2OfParts(high: number, low: number): number {
  const n = Math.floor(high + low + 0.5);
  const pHigh = high - n;
  const t = leadingPart(low + pHigh);
  const u = t * LN2_LEADING;
  const v = (low - (t - pHigh)) * LN2 + t * LN2_TRAILING;
  const z = u + v;
  const w = v - (z - u);
  const c = expKernel(z);
  const r = (z * c) / (c - 2) - (w + z * w);
  return scaleByPowerOfTwo(1 - (r - z), n);
}

// No double but 1 survives a power of 2^64: the least |log2 x| is 1.6e-16.
const DECISIVE_POWER = 18446744073709551616;

/** size^y for a positive finite size other than 1. */
function positivePower(size: number, y: number): number {
  splitLog2(size);
  const power = Math.max(-DECISIVE_POWER, Math.min(DECISIVE_POWER, y));
  const yHigh = leadingPart(power);
  const low = (power - yHigh) * log2Parts.leading + power * log2Parts.trailing;
  const high = yHigh * log2Parts.leading;
  const exponent = low + high;
  // 8.0e-17 is log2 of half an ulp above the largest double.
  if (exponent > 1024 || (exponent === 1024 && low + 8.0085662595372944372e-17 > exponent - high))
    return Infinity;
  if (exponent < -1075 || (exponent === -1075 && low <= exponent - high)) return 0;
  return exp2OfParts(high, low);
}

/**
 * x^y, within 1 ulp (FDLIBM e_pow.c), with the special cases of ECMAScript: x^0 is 1 for every x, a negative x
 * with a fractional y gives NaN, and so does ±1 to an infinite power.
 */
export function pow(x: number, y: number): number {
  if (y === 2) return x * x;
  if (y === 1) return x;
  if (x > 0 && x < Infinity && x !== 1 && y !== 0 && y - y === 0) return positivePower(x, y);
  const special = specialPower(x, y);
  if (special !== undefined) return special;
  return (isOddInteger(y) ? -1 : 1) * positivePower(-x, y);
}

/** The logistic function 1/(1 + e^-x), in [0, 1]; logistic(-x) = 1 - logistic(x). */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const e = exp(x);
  return e / (1 + e);
}

/** Log-odds ln(p/(1 - p)) of a probability; ∓Infinity at 0 and 1, NaN outside [0, 1]. */
export function logit(p: number): number {
  return log(p / (1 - p));
}

/** Horner's rule for c0 + z(c1 + z(c2 + …)). */
function polynomial(z: number, coefficients: readonly number[]): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * z + (coefficients[i] ?? 0);
  return sum;
}

// FDLIBM s_erf.c: rational approximations of erf and erfc on |x| < 0.84375, < 1.25, < 1/0.35 and < 28.
const ERX = 8.45062911510467529297e-1;
const ERF_SMALL_NUMERATOR = [
  1.28379167095512558561e-1, -3.2504210724700149937e-1, -2.84817495755985104766e-2,
  -5.77027029648944159157e-3, -2.37630166566501626084e-5,
];
const ERF_SMALL_DENOMINATOR = [
  1, 3.97917223959155352819e-1, 6.50222499887672944485e-2, 5.08130628187576562776e-3,
  1.32494738004321644526e-4, -3.9602282787753681232e-6,
];
const ERF_MIDDLE_NUMERATOR = [
  -2.36211856075265944077e-3, 4.14856118683748331666e-1, -3.72207876035701323847e-1,
  3.18346619901161753674e-1, -1.10894694282396677476e-1, 3.54783043256182359371e-2, -2.166375594868790843e-3,
];
const ERF_MIDDLE_DENOMINATOR = [
  1, 1.06420880400844228286e-1, 5.40397917702171048937e-1, 7.18286544141962662868e-2,
  1.26171219808761642112e-1, 1.36370839120290507362e-2, 1.1984499846799107417e-2,
];
const ERFC_LARGE_NUMERATOR = [
  -9.86494403484714822705e-3, -6.93858572707181764372e-1, -1.05586262253232909814e1,
  -6.23753324503260060396e1, -1.62396669462573470355e2, -1.84605092906711035994e2, -8.12874355063065934246e1,
  -9.81432934416914548592,
];
const ERFC_LARGE_DENOMINATOR = [
  1, 1.96512716674392571292e1, 1.376577541435190426e2, 4.34565877475229228821e2, 6.45387271733267880336e2,
  4.29008140027567833386e2, 1.08635005541779435134e2, 6.57024977031928170135, -6.04244152148580987438e-2,
];
const ERFC_LARGEST_NUMERATOR = [
  -9.86494292470009928597e-3, -7.99283237680523006574e-1, -1.77579549177547519889e1,
  -1.60636384855821916062e2, -6.37566443368389627722e2, -1.02509513161107724954e3, -4.83519191608651397019e2,
];
const ERFC_LARGEST_DENOMINATOR = [
  1, 3.03380607434824582924e1, 3.25792512996573918826e2, 1.53672958608443695994e3, 3.19985821950859553908e3,
  2.55305040643316442583e3, 4.74528541206955367215e2, -2.24409524465858183362e1,
];

/** erfc on x >= 1.25, where it is e^-x² over x times a slowly varying ratio. */
function erfcTail(x: number): number {
  if (x >= 28) return 0;
  const s = 1 / (x * x);
  const ratio =
    x < 1 / 0.35
      ? polynomial(s, ERFC_LARGE_NUMERATOR) / polynomial(s, ERFC_LARGE_DENOMINATOR)
      : polynomial(s, ERFC_LARGEST_NUMERATOR) / polynomial(s, ERFC_LARGEST_DENOMINATOR);
  // Squaring only the leading part is exact, so the large exponent loses nothing.
  const z = leadingPart(x);
  return (exp(-z * z - 0.5625) * exp((z - x) * (z + x) + ratio)) / x;
}

/** The complementary error function, 1 - erf(x), in [0, 2] (FDLIBM s_erf.c). */
function erfc(x: number): number {
  const size = Math.abs(x);
  if (size < 0.84375) {
    const z = x * x;
    const y = polynomial(z, ERF_SMALL_NUMERATOR) / polynomial(z, ERF_SMALL_DENOMINATOR);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x - 0.5 + x * y);
  }
  if (size >= 1.25) return x > 0 ? erfcTail(size) : 2 - erfcTail(size);
  const s = size - 1;
  const ratio = polynomial(s, ERF_MIDDLE_NUMERATOR) / polynomial(s, ERF_MIDDLE_DENOMINATOR);
  return x > 0 ? 1 - ERX - ratio : 1 + (ERX + ratio);
}

const INVERSE_SQRT_2 = 0.7071067811865476;

/**
 * P(Z <= x) for a standard normal Z (FDLIBM `erfc`). Absolute error below 1e-15; relative error below
 * 2.3e-16 (4 + x²) in the lower tail, where the rounding of x/√2 rules. 0 at -Infinity, 1 at Infinity; NaN gives NaN.
 */
export function normalCdf(x: number): number {
  return x !== x ? x : 0.5 * erfc(-x * INVERSE_SQRT_2);
}

// Wichura, AS 241, routine PPND16: centre, near tail, far tail.
const CENTRE_NUMERATOR = [
  3.387132872796366608, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
  4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
];
const CENTRE_DENOMINATOR = [
  1, 4.2313330701600911252e1, 6.871870074920579083e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
  3.930789580009271061e4, 2.8729085735721942674e4, 5.226495278852854561e3,
];
const NEAR_TAIL_NUMERATOR = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 2.4178072517745061177e-1, 2.27238449892691845833e-2, 7.7454501427834140764e-4,
];
const NEAR_TAIL_DENOMINATOR = [
  1, 2.05319162663775882187, 1.6763848301838038494, 6.8976733498510000455e-1, 1.4810397642748007459e-1,
  1.51986665636164571966e-2, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const FAR_TAIL_NUMERATOR = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 2.9656057182850489123e-1,
  2.6532189526576123093e-2, 1.2426609473880784386e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const FAR_TAIL_DENOMINATOR = [
  1, 5.9983220655588793769e-1, 1.3692988092273580531e-1, 1.48753612908506148525e-2, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];

/** As {@link polynomial} of eight coefficients, written out. */
function septic(z: number, c: readonly number[]): number {
  return (
    ((((((c[7]! * z + c[6]!) * z + c[5]!) * z + c[4]!) * z + c[3]!) * z + c[2]!) * z + c[1]!) * z + c[0]!
  );
}

/**
 * The x with P(Z <= x) = p for a standard normal Z, relative error about 1e-16 (Wichura 1988, AS 241).
 * ∓Infinity at p = 0 and 1; NaN outside [0, 1].
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * septic(r, CENTRE_NUMERATOR)) / septic(r, CENTRE_DENOMINATOR);
  }
  const tail = q < 0 ? p : 1 - p;
  if (!(tail > 0)) return tail === 0 ? q * Infinity : Number.NaN;
  const r = Math.sqrt(-log(tail));
  const size =
    r <= 5
      ? polynomial(r - 1.6, NEAR_TAIL_NUMERATOR) / polynomial(r - 1.6, NEAR_TAIL_DENOMINATOR)
      : polynomial(r - 5, FAR_TAIL_NUMERATOR) / polynomial(r - 5, FAR_TAIL_DENOMINATOR);
  return q < 0 ? -size : size;
}

// Gauss–Legendre on [-1, 1], 20 points, the positive half: abscissas and their weights.
const ABSCISSAS = /* @__PURE__ */ Float64Array.of(
  0.07652652113349734,
  0.22778585114164507,
  0.37370608871541955,
  0.5108670019508271,
  0.636053680726515,
  0.7463319064601508,
  0.8391169718222188,
  0.912234428251326,
  0.9639719272779138,
  0.9931285991850949,
);
const WEIGHTS = /* @__PURE__ */ Float64Array.of(
  0.15275338713072584,
  0.14917298647260374,
  0.14209610931838204,
  0.13168863844917664,
  0.11819453196151841,
  0.10193011981724044,
  0.08327674157670475,
  0.06267204833410907,
  0.04060142980038694,
  0.017614007139152118,
);
const NODES = /* @__PURE__ */ Float64Array.from([...ABSCISSAS].map((x) => -x).concat([...ABSCISSAS]));
const NODE_WEIGHTS = /* @__PURE__ */ Float64Array.from([...WEIGHTS, ...WEIGHTS]);
const scratch = /* @__PURE__ */ new Float64Array(20);
const TWO_PI = 6.283185307179586;

/** e^x of the first numbers of an array, in place, to the bits of {@link exp}. */
function expInto(x: Float64Array, count: number): void {
  for (let at = 0; at < count; at += 1) {
    const value = x[at]!;
    // The common case written out: a call would box its result.
    if (value < -THREE_HALVES_LN2 && value > -700) {
      const k = (INVERSE_LN2 * value - 0.5) | 0;
      const high = value - k * LN2_HIGH;
      const low = k * LN2_LOW;
      const reduced = high - low;
      const t = reduced * reduced;
      const tail =
        6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8);
      const c = reduced - t * (1.66666666666666019037e-1 + t * (-2.77777777770155933842e-3 + t * tail));
      x[at] = (1 - (low - (reduced * c) / (2 - c) - high)) * powersOfTwo[k - LEAST_EXPONENT]!;
    } else x[at] = exp(value);
  }
}

/**
 * Plackett's integrand ∂Φ₂/∂ρ over a panel, with the correlation written as 2t/(1 + t²) so that neither arcsine nor sine
 * is needed. The exponents go first, into one array, so that no number is boxed on the way.
 */
function integratePanel(from: number, to: number, sumOfSquares: number, product: number): number {
  const centre = 0.5 * (from + to);
  const half = 0.5 * (to - from);
  for (let at = 0; at < 20; at += 1) {
    const t = centre + half * NODES[at]!;
    const a = 1 + t * t;
    const b = 1 - t * t;
    scratch[at] = -(a * (sumOfSquares * a - 4 * product * t)) / (2 * b * b);
  }
  expInto(scratch, 20);
  let sum = 0;
  for (let at = 0; at < 20; at += 1) {
    const t = centre + half * NODES[at]!;
    sum += (NODE_WEIGHTS[at]! * scratch[at]!) / (1 + t * t);
  }
  return sum * half;
}

/** Φ₂(h, k; ρ) - Φ(h)Φ(k) for finite h, k and |ρ| < 1. */
function dependence(h: number, k: number, rho: number): number {
  const sign = rho < 0 ? -1 : 1;
  const end = Math.abs(rho) / (1 + Math.sqrt((1 - rho) * (1 + rho)));
  const product = sign * h * k;
  let sum = 0;
  // The integrand steepens towards t = 1, so each panel covers half of what is left.
  for (let from = 0; from < end; from = 0.5 * (from + 1)) {
    sum += integratePanel(from, Math.min(end, 0.5 * (from + 1)), h * h + k * k, product);
  }
  return (sign * 2 * sum) / TWO_PI;
}

/**
 * P(X <= h, Y <= k) for standard normals with correlation `rho` in [-1, 1], absolute error below 1e-12 for
 * |rho| <= .95 (Gauss–Legendre on Plackett's integral). Infinite limits give the marginal.
 * @throws RangeError when the correlation is outside [-1, 1].
 */
export function bivariateNormalCdf(h: number, k: number, rho: number): number {
  return jointBelow(h, k, rho, normalCdf(h), normalCdf(k));
}

/** As {@link bivariateNormalCdf}, for a caller that has both marginal probabilities already. */
export function jointBelow(h: number, k: number, rho: number, pH: number, pK: number): number {
  if (!(rho >= -1 && rho <= 1)) throw new RangeError(`a correlation of ${rho} is outside [-1, 1]`);
  const least = Math.max(0, pH + pK - 1);
  const most = Math.min(pH, pK);
  if (rho === 1) return most;
  if (rho === -1) return least;
  if (Math.abs(h) === Infinity || Math.abs(k) === Infinity) return pH * pK;
  return Math.min(most, Math.max(least, pH * pK + dependence(h, k, rho)));
}
