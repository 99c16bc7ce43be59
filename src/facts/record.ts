/**
 * The record of acts: every dated act between the two sides from 2018 to 10 November 2025, in the order of its day.
 * Apart from the facts, since a projection needs none of it.
 */
import y2018 from '../data/history/2018.json';
import y2019 from '../data/history/2019.json';
import y2020 from '../data/history/2020.json';
import y2021 from '../data/history/2021.json';
import y2022 from '../data/history/2022.json';
import y2023 from '../data/history/2023.json';
import y2024 from '../data/history/2024.json';
import y2025 from '../data/history/2025.json';
import type { HistoryEntry } from './history';

/**
 * All acts in the order of their days. The one cast: TypeScript reads JSON literals as `string`; a test parses the
 * same value with `historySchema` and every event with `parseEvent`.
 */
export const record = [
  ...y2018,
  ...y2019,
  ...y2020,
  ...y2021,
  ...y2022,
  ...y2023,
  ...y2024,
  ...y2025,
] as unknown as readonly HistoryEntry[];
