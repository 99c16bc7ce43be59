/** The nearest of a list of texts to a mistyped one, for "did you mean": by Levenshtein's edit distance, or by a beginning. */

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, previous[j]! + 1, row[j - 1]! + 1));
    }
    previous = row;
  }
  return previous[b.length]!;
}

/**
 * The candidate with the smallest edit distance to a text, of those within a third of its length (at least two edits are always
 * allowed); else the first that begins with a text of three letters or more; else null. Texts above 100 characters are not compared.
 */
export function nearestText(text: string, candidates: readonly string[]): string | null {
  if (text.length > 100) return null;
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(text.length / 3)) + 1;
  for (const candidate of candidates) {
    // So many letters have to be put in or left out at least.
    if (Math.abs(candidate.length - text.length) >= bestDistance) continue;
    const distance = editDistance(text.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  if (best !== null || text.length < 3) return best;
  return candidates.find((candidate) => candidate.toLowerCase().startsWith(text.toLowerCase())) ?? null;
}
