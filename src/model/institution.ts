/**
 * Institutions that the two sides share: a Board of Trade, a Board of Investment. One that monitors looks at whether the
 * truce is kept; what is looked at breaks less easily (Fortna 2003 on joint commissions and observers).
 */
import { each } from './column';

/** A body of both sides. */
export interface Institution {
  /** Id of the body among the institutions of a state, 1 to 80 characters. */
  readonly id: string;
  /** What people call it. */
  readonly label: string;
  /** Whether it looks at whether the truce is kept. */
  readonly monitors: boolean;
  /** `standing` from its founding until it is `dissolved`. */
  readonly status: 'standing' | 'dissolved';
  /** First day of the present status, `YYYY-MM-DD`. */
  readonly since: string;
}

/** The column of institutions, where a state has it. */
export interface Institutions {
  readonly institutions?: Readonly<Record<string, Institution>>;
}

/** Whether the truce is monitored, 0 or 1: by one institution as by several. */
export function monitoring({ institutions }: Institutions): number {
  if (institutions === undefined) return 0;
  return each(institutions).some(({ monitors, status }) => monitors && status === 'standing') ? 1 : 0;
}
