/** The screen of `detente forecast`: questions about days to come, with the answers that were registered before them. */
import { formatDate } from '../../kit/calendar';
import type { Answer, Forecast, ForecastInterval, ForecastQuestion } from '../../analyses/forecast/forecast';
import { asGiven, checkAnswer } from '../../kit/answer-form';
import { FORECAST, checkPaint } from '../wording/answer-forms';
import { fixed, percent, screen, thousands, wrap, type Paint } from '../wording/text';

/** What nobody could know: the first line of every table of forecasts. */
export function limitOfKnowledge({ known }: Pick<Forecast, 'known'>): string {
  return `Nothing that happened after ${formatDate(known.to)} is known to these answers.`;
}

/** An answer in words: a chance in per cent, or percentiles. */
export function answerText(answer: Answer): string {
  return 'p' in answer
    ? percent(answer.p)
    : `${fixed(answer.p50, 1)} (${fixed(answer.p10, 1)} to ${fixed(answer.p90, 1)} in 80% of runs)`;
}

/** What a question was resolved to, in words. */
export function outcomeText(outcome: boolean | number): string {
  return typeof outcome === 'number' ? fixed(outcome, 1) : outcome ? 'yes' : 'no';
}

function besides({ intervals, baseRate, pModel }: ForecastQuestion): string {
  const { sampling, assumptions, actors } = intervals;
  const ends = (name: string, interval: ForecastInterval | null) =>
    interval === null ? '' : `${name} ${percent(interval.low)} to ${percent(interval.high)}`;
  const said = [
    ends('sampling', sampling),
    ends('assumptions', assumptions),
    ends('decision rules', actors),
    pModel === null ? 'the model alone' : `the model alone ${percent(pModel)}`,
    baseRate === null ? 'no base rate' : `base rate ${percent(baseRate)}`,
  ];
  return said.filter((part) => part !== '').join('; ');
}

function madeBy({ id, scenario, registeredOn, version, seed, runs, digest }: ForecastQuestion): string {
  const when = registeredOn === null ? 'not registered' : `registered on ${formatDate(registeredOn)}`;
  return `${id} of ${scenario}, ${when}, version ${version}, seed ${seed}, ${thousands(runs)} runs, digest ${digest.slice(0, 12)}…`;
}

function fateOf({ resolution, score, resolvesOn }: ForecastQuestion): string {
  return resolution === null || score === null
    ? `Resolves on ${formatDate(resolvesOn)}.`
    : `Resolved on ${formatDate(resolution.on)}: ${outcomeText(resolution.outcome)}. Score ${fixed(score, 3)}. ${resolution.note}`;
}

/**
 * Questions with their answers as a screen of the width of its paint. Pure.
 * @param forecast - Questions with their answers, as `forecast` gives them.
 * @param paint - Colours and width of the screen; `PLAIN` for 80 characters without colours.
 * @throws InputError when the forecast is no answer of `forecast`, or the paint is none.
 *
 * @example forecastText(forecast(), PLAIN)
 */
export function forecastText(forecast: Forecast, paint: Paint): string {
  checkAnswer('forecast', forecast, FORECAST);
  checkPaint('paint', paint);
  return asGiven('forecast', [forecast], () => {
    const { questions, head, known } = forecast;
    return screen(paint, [
      ...wrap(paint, limitOfKnowledge(forecast)).map(paint.bold),
      ...(known.note === null ? [] : wrap(paint, known.note).map(paint.dim)),
      ...(questions.length === 0 ? ['', 'No answer is registered.'] : []),
      ...questions.flatMap((question) => [
        '',
        ...wrap(paint, question.question).map(paint.bold),
        ...wrap(paint, answerText(question.answer), '  ').map(paint.bold),
        ...wrap(paint, besides(question), '  ').map(paint.dim),
        ...wrap(paint, madeBy(question), '  ').map(paint.dim),
        ...wrap(paint, fateOf(question), '  '),
      ]),
      '',
      ...(head === null
        ? []
        : wrap(paint, `The last row of the register has the SHA-256 ${head.slice(0, 16)}…`).map(paint.dim)),
    ]);
  });
}
