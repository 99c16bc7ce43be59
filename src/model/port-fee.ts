/** Port fees: charges on the other party's ships by net ton, under shipping statutes (both sides from 14 October 2025). */
import type { MeasureLife } from './measure';

/** A fee per net ton on vessels of the target. */
export interface PortFee extends MeasureLife {
  /** Fee per net ton in `currency`. Untouched by a suspension. */
  readonly feePerNetTon: number;
  /** Currency of the fee by its ISO 4217 code, such as `USD` or `CNY`. */
  readonly currency: string;
}
