/**
 * The entry for people: answers as text for a terminal, pure, with colour as a parameter, and reports as HTML pages.
 * Pages need the optional packages @observablehq/plot and, where there is no browser, linkedom; they are loaded when
 * the first page is made.
 *
 * @module detente/report
 */
export {
  comparisonReport,
  projectionReport,
  scenariosReport,
  type ReportOptions,
} from '../report/page/reports';
export type { Runner } from '../analyses/runner/stage';
export { projectInFull, type FullProjection } from '../analyses/project';
export { actionReference, actionsOverview, actionsText, type ActionEntry } from '../report/screens/actions';
export { MissingPeerError } from '../report/charts/missing-peer';
export { averagesReport, averagesText, type AveragesReport } from '../report/screens/averages';
export { backtestText, verdict } from '../report/screens/backtest';
export { checkText, type CheckView, type LocatedFinding } from '../report/screens/check';
export { comparisonText, type ComparisonView } from '../report/screens/comparison';
export { differenceReport } from '../report/screens/difference-report';
export { differenceSentences, namesOf, whyText, type Names } from '../report/wording/step-phrases';
export { explainText } from '../report/screens/explain';
export { familyLabel, fieldLabel } from '../report/wording/labels';
export { ledgerChart, type StackedDay, type StackedPart } from '../report/screens/ledger-chart';
export {
  ledgerOf,
  ledgerOn,
  ledgerText,
  type Ledger,
  type LedgerControl,
  type LedgerLayer,
} from '../report/screens/ledger';
export { recordSpan, type RecordSpan } from '../facts/record-span';
export { forecastText } from '../report/screens/forecast';
export { listText } from '../report/screens/list';
export { projectionText, type ProjectionView } from '../report/screens/projection';
export { sensitivityText, type SensitivityView } from '../report/screens/sensitivity';
export { uncertaintyText, type UncertaintyView } from '../report/screens/uncertainty';
export { replayText } from '../report/screens/replay';
export { stateText } from '../report/screens/state';
export { signalQuestion } from '../report/screens/watch';
export { answerSentences } from '../report/wording/answer';
export {
  episodeStory,
  eventSentence,
  eventSentences,
  type DatedSentence,
  type EpisodeStory,
} from '../report/wording/dated-sentences';
export { nameIn } from '../report/wording/names';
export { quantityLabel } from '../report/wording/quantity';
export { eventLines, trajectoryText, type TrajectoryView } from '../report/wording/trajectory';
export { PLAIN, wholePercents, type Paint, type Room } from '../report/wording/text';
export type { Course, Fan, LayerCourse, AverageSpread } from '../ensemble/course';

// Types that those above are made of.
export type { AverageCheck, PlanCheck, StatutoryCheck } from '../facts/averages';
export type { ActionField } from '../report/screens/actions';
export type { EventLinesOptions } from '../report/wording/told-events';
