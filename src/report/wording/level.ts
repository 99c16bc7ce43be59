/** Levels that are passed, as clauses: what a newspaper would report of averages, shares and magnets. */
import type { SignalLevel, WatchedLevel } from '../../analyses/watch/levels';
import { fixed, percent } from './text';

const CLAUSES: Readonly<Record<WatchedLevel, (way: string, to: number) => string>> = {
  'mean:US': (way, to) => `average American duties on Chinese goods ${way} to ${fixed(to, 1)}%`,
  'mean:CN': (way, to) => `average Chinese duties on American goods ${way} to ${fixed(to, 1)}%`,
  drawdown: (way, to) => `the fall of American shares from their peak ${way} to ${fixed(to, 1)}%`,
  'magnet-stock': (way, to) => `American stocks of magnets ${way} to ${fixed(to, 1)} months of use`,
  'magnet-shortage': (way, to) => `the use of magnets that cannot be met ${way} to ${percent(to, 0)}`,
};

/** A level that is passed, as a clause: `average American duties on Chinese goods fall to 48.1% or less`. */
export function levelClause({ of, way, to }: SignalLevel): string {
  const isMany = of !== 'drawdown' && of !== 'magnet-shortage';
  const verb = isMany ? way.slice(0, -1) : way;
  return `${CLAUSES[of](verb, to)} or ${way === 'rises' ? 'more' : 'less'}`;
}
