/** Time axes: dates as the library takes them, and ticks at whole months or years, as many as fit. */
import { monthOf, yearOf } from '../../kit/calendar';
import { itemAt } from '../../kit/lists';

const STEPS = [1, 2, 3, 6, 12, 24, 60, 120] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A civil date as the library takes it: midnight, Universal Time. */
export function instant(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

const monthStart = (count: number) =>
  `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`;

/** First days of months or years between two dates, at most `most` of them where a step of ten years allows it. */
export function timeTicks(from: string, to: string, most: number): string[] {
  const first = yearOf(from) * 12 + monthOf(from) - 1;
  const last = yearOf(to) * 12 + monthOf(to) - 1;
  for (const step of STEPS) {
    const ticks: string[] = [];
    for (let month = Math.ceil(first / step) * step; month <= last; month += step) {
      const date = monthStart(month);
      if (date >= from && date <= to) ticks.push(date);
    }
    if (ticks.length <= most) return ticks;
  }
  return [];
}

/** `Apr 2025`, or `2025` alone where all ticks are Januaries. */
export function tickLabels(ticks: readonly string[]): (date: Date) => string {
  const years = ticks.length > 2 && ticks.every((tick) => monthOf(tick) === 1);
  return (date) => {
    const iso = date.toISOString().slice(0, 10);
    return years ? String(yearOf(iso)) : `${itemAt(MONTHS, monthOf(iso) - 1)} ${yearOf(iso)}`;
  };
}
