/**
 * The door for people: answers as text for a terminal, pure, with colour as a parameter, and reports as HTML pages.
 * Pages need the optional packages @observablehq/plot and, where there is no browser, linkedom; they are loaded when
 * the first page is made.
 */
export { comparisonReport, projectionReport, type ReportOptions } from './pages';
export type { Runner } from './ensemble/stage';
export { projectInFull, type FullProjection } from './project';
export { actionReference, actionsText, type ActionEntry } from './report/actions-text';
export { MissingPeerError } from './report/charts/missing-peer';
export { averagesReport, averagesText, type AveragesReport } from './report/averages-text';
export { backtestText, roundedBacktest, verdict } from './report/backtest-text';
export { checkText, type CheckView, type LocatedFinding } from './report/check-text';
export { comparisonText, type ComparisonView } from './report/comparison-text';
export { differenceReport } from './report/difference-report';
export {
  chainLines,
  differenceSentences,
  namesOf,
  stepPhrase,
  whyText,
  type Names,
} from './report/difference-words';
export { explainText } from './report/explain-text';
export { ledgerChart, stackedDays, type StackedDay, type StackedPart } from './report/ledger-chart';
export {
  ledgerOf,
  ledgerOn,
  ledgerText,
  recordSpan,
  type Ledger,
  type LedgerControl,
  type LedgerLayer,
} from './report/ledger-text';
export { listText } from './report/list-text';
export { projectionText, type ProjectionView } from './report/projection-text';
export { sensitivityText, type SensitivityView } from './report/sensitivity-text';
export { widthsText, type WidthsView } from './report/widths-text';
export { replayText, type ReplayView } from './report/replay-text';
export { stateText } from './report/state-text';
export { storyLines, storyText, type StoryView } from './report/story';
export { PLAIN, type Paint } from './report/text';
export type { Course, Fan, LayerCourse } from './simulation/course';
