/** Names made of two parts, the same text object for the same parts: a text made anew is hashed at each look-up. */

/**
 * A few megabytes of them. An act of an episode takes about seven names, and a scenario file of the greatest size holds a few
 * thousand acts: where they do not fit, every episode makes all of them anew.
 */
const MOST_NAMES = 65_536;
const names = /* @__PURE__ */ new Map<string, Map<string | number, string>>();
let count = 0;

/** The first part followed by the second. Names are remembered, up to a bound, for as long as the program runs. */
export function joinedName(first: string, second: string | number): string {
  let ofFirst = names.get(first);
  if (ofFirst === undefined) names.set(first, (ofFirst = new Map<string | number, string>()));
  const known = ofFirst.get(second);
  if (known !== undefined) return known;
  if (count >= MOST_NAMES) {
    names.clear();
    names.set(first, (ofFirst = new Map<string | number, string>()));
    count = 0;
  }
  count += 1;
  const name = `${first}${second}`;
  ofFirst.set(second, name);
  return name;
}
