/** A control in one formula: when the shelves are empty, and what granted licences leave of it. */
const DAYS_PER_MONTH = 30;
const CALENDAR_PER_WORKING_DAY = 7 / 5;

/** Days until the first shortage at a constant supply: 30 · stock / (1 − supply); Infinity when supply suffices. */
export function daysUntilShortage(stockMonths: number, supply: number): number {
  return supply >= 1 ? Infinity : (DAYS_PER_MONTH * stockMonths) / (1 - supply);
}

/**
 * Severity once licences granted have been worked through: unchanged until `processingWorkingDays` have passed, then
 * reduced by the share approved. Assumption: one step at the end of the processing time (five working days a week,
 * no holidays), approval spread evenly over uses.
 */
export function severityAfterLicences(
  severity: number,
  approvedShare: number,
  daysSinceApplication: number,
  processingWorkingDays: number,
): number {
  const processed = daysSinceApplication >= processingWorkingDays * CALENDAR_PER_WORKING_DAY;
  return processed ? severity * (1 - approvedShare) : severity;
}
