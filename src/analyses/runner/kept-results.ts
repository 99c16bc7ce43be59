/**
 * What came of an analysis so far, so that it goes on from there. An analysis asks for stages, and which it asks for follows from what
 * came of those before: handed the same results it comes to the same place, whoever runs the rest.
 */
import { digest } from '../../engine/digest';
import { InputError } from '../../kit/input-error';
import type { EnsembleKinds } from '../kinds';
import type { AnyStage, Checkpoint, EnsembleAnalysis } from './stage';

/** Format of the results of an analysis, with its number. */
export const RESULTS_FORMAT = 'detente-results/1';

/** The results of the stages of an analysis, unit by unit: plain JSON, sealed by a digest over all else. */
export interface KeptResults {
  /** Format of the results with its number: others are refused. */
  readonly format: typeof RESULTS_FORMAT;
  /** SHA-256 of what was asked: version, scenario, facts and options. */
  readonly asked: string;
  /** One list for each stage, in their order, with what came of each unit. */
  readonly stages: readonly (readonly unknown[])[];
  /** SHA-256 of all other fields, hexadecimal: what was changed afterwards no longer fits it. */
  readonly digest: string;
}

/** Seals results: what was changed afterwards no longer fits its digest. */
export function sealedResults(asked: string, stages: readonly (readonly unknown[])[]): KeptResults {
  // As they are now: more comes, and what is sealed stays.
  const now = stages.map((units) => [...units]);
  const content = { format: RESULTS_FORMAT, asked, stages: now } as const;
  return { ...content, digest: digest(JSON.stringify(content)) };
}

/** Whether a value is of the results of an analysis, as they were sealed. Never throws. */
export function areKeptResults(value: unknown): value is KeptResults {
  if (typeof value !== 'object' || value === null) return false;
  const { digest: seal, ...content } = value as Readonly<Record<string, unknown>>;
  const { format, asked, stages } = content;
  if (format !== RESULTS_FORMAT || typeof asked !== 'string') return false;
  if (!Array.isArray(stages) || !stages.every(Array.isArray)) return false;
  return seal === digest(JSON.stringify({ format, asked, stages }));
}

/** The results from which an analysis goes on; none where it begins. Throws an InputError for those of another. */
function resumed({ resume }: Checkpoint<KeptResults>, asked: string): unknown[][] {
  if (resume === undefined) return [];
  const allowed = 'what an earlier run of the same question kept: same version, scenario, facts and options';
  const refuse = (why: string): never => {
    throw new InputError({
      code: 'input/checkpoint',
      path: 'checkpoint.resume',
      given: resume,
      allowed,
      why,
    });
  };
  if (!areKeptResults(resume)) return refuse('these are no results of an analysis, or they were changed');
  if (resume.asked !== asked) return refuse('these are the results of another question');
  return resume.stages.map((units) => [...units]);
}

/** A stage from the first unit that is not known. */
function restOf(stage: AnyStage<EnsembleKinds>, known: unknown[], note: () => void): AnyStage<EnsembleKinds> {
  const from = stage.from + known.length;
  const { before = 0, all = stage.to - stage.from } = stage;
  const take = (part: readonly unknown[], first: number, to: number) => {
    known.push(...part);
    stage.take(part as never, first, to);
    note();
  };
  return { ...stage, from, before: before + known.length, all, take } as AnyStage<EnsembleKinds>;
}

/**
 * The analysis with its results kept as they come, and begun with those that were kept of the same question. Each unit of its stages has
 * a result of its own. Throws an InputError where what is to be gone on from is of another question, or changed.
 */
export function* keepingResults<Answer>(
  analysis: EnsembleAnalysis<Answer>,
  asked: string,
  checkpoint: Checkpoint<KeptResults>,
): EnsembleAnalysis<Answer> {
  const stages = resumed(checkpoint, asked);
  const note = () => checkpoint.note(() => sealedResults(asked, stages));
  try {
    let step = analysis.next();
    for (let at = 0; step.done !== true; at += 1) {
      const stage = step.value;
      const known = stages[at] ?? [];
      stages[at] = known;
      if (known.length > 0) stage.take(known as never, stage.from, stage.from + known.length);
      if (stage.from + known.length < stage.to) yield restOf(stage, known, note);
      step = analysis.next();
    }
    return step.value;
  } finally {
    checkpoint.finish();
  }
}
