/** The screen of a projection: the same for `project` and for `merge`. */
import type { FullProjection } from '../analyses/project';
import { present, type View } from './row';

/** A projection, with its course where that was kept to be drawn. */
export type Projected = Pick<FullProjection, 'projection'> & Partial<FullProjection>;

/** The screen, drawn where the terminal shows it and the course was kept. */
export async function projectionScreen({ projection, course }: Projected, view: View): Promise<string> {
  const { projectionText } = await import('../report/screens/projection');
  return projectionText(projection, { ...view, ...present({ course }) });
}
