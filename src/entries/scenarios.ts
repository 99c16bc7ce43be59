/**
 * The entry `detente/scenarios`: the schema of the files in which scenarios are written, and the check of their text. The
 * compiled scenarios themselves are `scenarios` of `detente`.
 *
 * @module detente/scenarios
 */
export { findScenario } from '../scenario/library';
export { scenarioFileSchema, scenarioSchema, type Scenario, type ScenarioFile } from '../scenario/schema';
export {
  parseScenarioText,
  type FileIssue,
  type ReadScenario,
  type TextPosition,
} from '../analyses/scenario-text';
