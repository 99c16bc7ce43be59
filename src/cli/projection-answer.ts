/** A projection as the answer of a command: the same for `project` and for `merge`. */
import type { FullProjection } from '../analyses/project';
import { json, paintFor, type Answer, type StoppedExit, type Terminal } from './terminal';

/** How it is told. */
export interface ProjectionWording {
  readonly json: boolean;
  /** The command that makes it again. */
  readonly command: string;
  readonly exit: 0 | StoppedExit;
}

/** The answer: one JSON document, or the screen, drawn where the terminal shows it and the course was kept. */
export async function projectionAnswer(
  { projection, course }: Pick<FullProjection, 'projection'> & Partial<FullProjection>,
  { json: asJson, command, exit }: ProjectionWording,
  terminal: Terminal,
): Promise<Answer> {
  if (asJson) return { text: json(projection), exit };
  const { facts } = await import('../facts/packaged');
  const { projectionText } = await import('../report/screens/projection');
  const view = { facts, paint: await paintFor(terminal), command, draws: terminal.draws === true };
  return { text: projectionText(projection, { ...view, ...(course === undefined ? {} : { course }) }), exit };
}
