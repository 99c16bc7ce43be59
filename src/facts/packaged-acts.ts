/**
 * The acts of the record apart from the rest of the facts: who opens, plays and projects a shipped scenario asks for none of them, so the
 * build gives them a file of their own, which a page may load later.
 */
import acts2018 from '../data/acts/2018.json';
import acts2019 from '../data/acts/2019.json';
import acts2020 from '../data/acts/2020.json';
import acts2021 from '../data/acts/2021.json';
import acts2022 from '../data/acts/2022.json';
import acts2023 from '../data/acts/2023.json';
import acts2024 from '../data/acts/2024.json';
import acts2025 from '../data/acts/2025.json';
import acts2026 from '../data/acts/2026.json';
import { withoutWords, type BareFacts } from './bare';

/** All acts with their words, as the files have them. */
export const acts = /* @__PURE__ */ (() => [
  ...acts2018,
  ...acts2019,
  ...acts2020,
  ...acts2021,
  ...acts2022,
  ...acts2023,
  ...acts2024,
  ...acts2025,
  ...acts2026,
])();

/** All acts without their words. */
export function packagedActs(): BareFacts['acts'] {
  // TypeScript reads JSON literals as `string`; a test parses the same value with `factsSchema`.
  return withoutWords(acts) as BareFacts['acts'];
}
