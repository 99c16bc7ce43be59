/**
 * The register of forecasts and its page. `npm run forecasts` writes `docs/forecasts.md`; `-- --register DAY` answers every question whose
 * day lies after DAY with the model as it is and adds the rows; `-- --resolve QUESTION OUTCOME DAY SOURCE NOTE` adds what one was resolved
 * to (`yes`, `no` or a number). Rows are only added: each holds the SHA-256 of the one before.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import {
  forecast,
  type Forecast,
  type ForecastInterval,
  type ForecastQuestion,
} from '../src/analyses/forecast/forecast';
import { digest } from '../src/engine/digest';
import { facts } from '../src/facts/packaged';
import type { Facts } from '../src/facts/schema';
import { formatDate } from '../src/kit/calendar';
import { answerText, limitOfKnowledge, outcomeText } from '../src/report/screens/forecast';

const PAGE = fileURLToPath(new URL('../docs/forecasts.md', import.meta.url));
const REGISTER = fileURLToPath(new URL('../src/data/forecasts/registered.json', import.meta.url));
const RUNS = 4_000;
const SEED = '1';

type Row = Facts['registered'][number];

const per100 = (share: number | null) => (share === null ? '' : (100 * share).toFixed(1));

function tableRow(question: ForecastQuestion): string {
  const {
    id,
    question: words,
    answer,
    intervals,
    baseRate,
    pModel,
    resolvesOn,
    resolution,
    score,
  } = question;
  const { sampling, assumptions, actors } = intervals;
  const ends = (interval: ForecastInterval | null) =>
    interval === null ? '' : `${per100(interval.low)} to ${per100(interval.high)}`;
  const scored = score === null ? '' : `; score ${score.toFixed(3)}`;
  const cells = [
    `[${words}](#${id})`,
    answerText(answer).replace('%', ' %').replace('  %', ' %'),
    ends(sampling),
    ends(assumptions),
    ends(actors),
    per100(baseRate),
    per100(pModel),
    resolution === null ? `open until ${formatDate(resolvesOn)}` : outcomeText(resolution.outcome) + scored,
  ];
  return `| ${cells.join(' | ')} |`;
}

function rulesOf({ id, question, yes, no, edges, consult, baseRate }: Facts['questions'][number]): string {
  return [
    `### ${id}`,
    question,
    [
      no === null ? `- _Resolves to_: ${yes}` : `- _Yes_: ${yes}`,
      ...(no === null ? [] : [`- _No_: ${no}`]),
      ...edges.map((edge) => `- _Edge case_: ${edge}`),
      `- _Consult_: ${consult}`,
      baseRate === null
        ? '- _Base rate_: none; the answer is the model alone.'
        : `- _Base rate_: ${baseRate.n} of ${baseRate.of}. ${baseRate.note ?? ''}`,
    ].join('\n'),
  ].join('\n\n');
}

function provenance({
  id,
  registeredOn,
  version,
  seed,
  runs,
  knownTo,
  digest: of,
}: ForecastQuestion): string {
  const registered = registeredOn === null ? '' : formatDate(registeredOn);
  return `| [${id}](#${id}) | ${registered} | ${version} | ${seed} | ${runs} | ${formatDate(knownTo)} | \`${of}\` |`;
}

/** The page as it follows from the register. */
export async function forecastsPage(told: Forecast = forecast()): Promise<string> {
  const text = [
    '# Forecasts',
    `**${limitOfKnowledge(told)}** ${told.known.note ?? ''}`,
    'Answers to questions about days to come, registered before their day and never changed afterwards. Made by `npm run forecasts` from `src/data/forecasts`; `detente forecast` prints the same, `detente forecast --again` what the model says today.',
    [
      '| question | answer | sampling | assumptions | decision rules | base rate | model alone | resolution |',
      '| --- | --- | ---: | ---: | ---: | ---: | ---: | --- |',
      ...told.questions.map(tableRow),
    ].join('\n'),
    'A chance is in per cent: the model pooled with the base rate of comparable cases, at the weight of every published pool ([the record](record.md#the-pool)), with the model alone beside it. A number has its median and the 10th and 90th percentile. Beside a resolution stands the score: the Brier score of a chance and the mean pinball loss of the percentiles; nought is best. Three 95 % intervals stand beside a chance, pooled as it is: of sampling, of assumptions (the parameters are not known) and of decision rules (nobody knows which policies the parties follow); one that a nested design does not tell from nothing is left out. None holds what the model leaves out, and all of it was written by people who knew the record.',
    'A base rate of n in m cases is counted as (n + ½) / (m + 1), so that 4 of 5 is 75.0 and 0 of 6 is 7.1.',
    'All answers suppose what [`next-leaders-meeting`](../scenarios/next-leaders-meeting.yaml) supposes: that the prolongations announced in September 2026 are put into legal notices before 10 November.',
    '## Where the answers come from',
    [
      '| question | registered | version | seed | runs | known to | digest |',
      '| --- | --- | --- | --- | ---: | --- | --- |',
      ...told.questions.map(provenance),
    ].join('\n'),
    '`src/data/forecasts/registered.json` only grows: each row, an answer or a resolution, holds the SHA-256 of the row before as canonical JSON, so that none can be changed or taken out unseen; a test holds the last.',
    told.head === null ? '' : `Last row: \`${told.head}\`.`,
    '## The questions and how they are resolved',
    'Days are dates in Washington for American acts and in Beijing for Chinese ones. Where two sources differ, a published legal text counts before a readout, and a readout of both sides before a press report.',
    ...facts.questions.map(rulesOf),
  ];
  const page = `${text.filter((part) => part !== '').join('\n\n')}\n`;
  return format(page, { ...(await resolveConfig(PAGE)), filepath: PAGE });
}

const read = (): Row[] => JSON.parse(readFileSync(REGISTER, 'utf8')) as Row[];

async function added(rows: readonly Row[]): Promise<void> {
  const text = JSON.stringify(rows);
  writeFileSync(REGISTER, await format(text, { ...(await resolveConfig(REGISTER)), filepath: REGISTER }));
}

/** Chains rows behind those that stand. */
function chained(rows: readonly Row[], more: readonly Omit<Row, 'before'>[]): Row[] {
  const all = [...rows];
  for (const row of more) {
    const last = all.at(-1);
    all.push({ ...row, before: last === undefined ? null : digest(last) } as Row);
  }
  return all;
}

async function register(day: string): Promise<void> {
  const { questions } = forecast({ again: true, intervals: true, runs: RUNS, seed: SEED });
  const rows = questions
    .filter(({ resolvesOn }) => resolvesOn > day)
    .map((question) => {
      const { id, answer, intervals, baseRate, pModel, knownTo, version, seed, runs, digest: of } = question;
      return {
        ...{ kind: 'registration' as const, question: id, registeredOn: day, knownTo, version, seed, runs },
        ...{ answer, ...intervals, baseRate, pModel, digest: of },
      };
    });
  await added(chained(read(), rows));
}

async function resolve(given: readonly string[]): Promise<void> {
  const [question, told, resolvedOn, source, note] = given;
  if (question === undefined || told === undefined || resolvedOn === undefined || note === undefined)
    throw new Error('--resolve QUESTION OUTCOME DAY SOURCE NOTE');
  const outcome = told === 'yes' ? true : told === 'no' ? false : Number(told);
  const row = { kind: 'resolution' as const, question, resolvedOn, outcome, source: source ?? null, note };
  await added(chained(read(), [row]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [what, ...given] = process.argv.slice(2);
  if (what === '--register' && given[0] !== undefined) await register(given[0]);
  else if (what === '--resolve') await resolve(given);
  else writeFileSync(PAGE, await forecastsPage());
}
